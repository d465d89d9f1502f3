"""Words by which a name is told from another word that looks the same."""

from __future__ import annotations

from sgdesk.domain.date_styles import MONTHS

_TITLES_TEXT = """
mr mrs ms miss mx dr prof professor sir dame lady lord cllr councillor judge justice rev auntie
aunt aunty uncle di ds dc pc sgt baby child
"""
TITLES = frozenset(_TITLES_TEXT.split())
SAINTS = frozenset({"st", "saint", "ss"})
MONTH_NAMES = frozenset(MONTHS) | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct"}
_BEFORE_A_MONTH_TEXT = """
the our in by since from until till to of during before after last next this early late mid
each every
between and or through throughout around about end beginning start week month
"""
BEFORE_A_MONTH = frozenset(_BEFORE_A_MONTH_TEXT.split())
COLOURS_OF_A_RATING = frozenset({"red", "green", "rag", "rating", "rated", "blue"})
_SPOKE = """
added admitted agreed answered appeared asked attended became began believed came cried denied
described died disclosed drank drew drove explained felt found gave grew had hid hoped hurt
kept knew left lied liked lived lives loved made mentioned met missed moved needed phoned
played presented ran rang received refused remained replied reported returned said sat saw seemed
slept smiled spoke started stayed stood stopped struggled suffered talked thought told took
tried turned visited waited walked wanted was went were witnessed worked wrote
"""
OF_PEOPLE = frozenset(_SPOKE.split())
"""Verbs that follow a name far more often than the word that it may also be."""
_SEEN = """
aged admitted arrested asked assessed bathed born charged convicted discharged eight eighteen
eleven examined excluded fifteen five found four fourteen given heard homeless home hurt ill
interviewed killed known left living looked moved named nine not now often one only placed
pregnant referred removed returned seen seven seventeen six sixteen spoken taken ten
thirteen three told twelve two upset visited weighed worried
"""
AFTER_WAS = frozenset(_SEEN.split())
"""What is said of people after "was" or "had been"."""
_PLACE_BEFORE_TEXT = """
in near around across outside to from of greater royal north south east west central the
university prison hmp hmyoi yoi upper lower inner outer
"""
PLACE_BEFORE = frozenset(_PLACE_BEFORE_TEXT.split())
_PLACE_AFTER_TEXT = """
airport borough bridge cathedral centre church city civic college combined council county court
crown district general green grove hall hill hospital hospitals house infirmary lane magistrates
market north park police prison railway road school social south square station street town
tower university valley village wood zoo
"""
PLACE_AFTER = frozenset(_PLACE_AFTER_TEXT.split())
_BODY_TEXT = """
academy adult adults authority child children children's community early foundation health local
lscb metropolitan multi-agency nhs partnership primary safeguarding scp services trust wanderers
women's youth
"""
BODY_AFTER = frozenset(_BODY_TEXT.split())
"""What follows a town in the name of a body, with a capital."""
_PLACES = """
accrington ashford ashton aylesbury banbury barnet barnsley barrow barton bath bedford berkeley
beverley bexley blackburn bolton boston bradford brent brighton bristol bromley broughton
burnley burton bury buxton camden carlisle carlton charlton chester clapham clayton clifton
colchester coventry crawley crewe croydon darlington denton derby devon dover dudley durham
ealing eaton eton exeter goole grantham grimsby hackney halifax halton hampton harlow harrow
hartley hastings hereford hertford holloway hornsey hull huntingdon ilford islington kendal kent
kingston lancaster leeds leicester leigh lewes lincoln london luton manchester melton
middleton milton
morley nelson newham newton norfolk northampton norton norwich nottingham oldham oxford
penrith perth preston ramsey reading redbridge richmond rochester rochdale romford royston
rugby salford selby sheffield shelby skelton slough southwark stafford stamford stanley
stockton stoke stratford sunderland sutton swindon taunton telford torquay trafford truro
wakefield walsall walton warrington warwick washington wells westminster weston whitby wigan wirral
winchester windsor winslow wolverhampton worcester york
"""
PLACES = frozenset(_PLACES.split())
"""Surnames that are towns, boroughs and counties of England as well."""
_ABBREVIATIONS_TEXT = """
ad ae am bc ce cp cpd cv da dc dfe dna dob dv ed eg eh ehc ehcp fgm gp hiv hr hv ia icb icu id
ie iq it jp kc la lado mash mp mph na nb nhs no ob oh ok os pa pc pe ph pm po pr pro ps pt qa qc
re rr scp sen so soc sos st sw tv ucl uk un us uss vs wa wc
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
"""Capitals that stand for a role, a service or a phrase and not for a person."""
_SERVICES_TEXT = """
ace ash beam caf dash hope iris isa joy mac pam pip rio sam star
"""
SERVICES = frozenset(_SERVICES_TEXT.split())
"""Names that in capitals are benefits, scales and programmes, as PIP and IRIS are."""
_PHRASES = """
amber alert|amber warning|amber warnings|amber valley|arthur labinjo-hughes|
baby p|baby peter|barnardo's|black and asian|brandon et al|bradford hill|child q|claire's law|
clare's law|daniel pelka|early may|edwina grant|fraser guidelines|gillick competence|
grace period|guy fawkes|harry's law|helen's law|holly wells|jack tizard|jay report|jean piaget|
jessica chapman|jo cox|jimmy savile|john bowlby|john paul ii|josh macalister|kennedy report|
khyra ishaq|laming report|lord laming|lucy faithfull|mark twain|marks and spencer|
marie collins foundation|marie curie|marie stopes|martha's rule|mary ainsworth|mary seacole|
megan's law|molly rose foundation|munro review|oliver mcgowan|peter connelly|petri dish|rose hill|
ruth ellis|sara sharif|sarah everard|sarah's law|september 11 attacks|11 september attacks|
september attacks|signs of safety|star hobson|stephen lawrence|theresa may|tudor hart|
victoria climbie|wood report|working together|7/7 bombings|amber, green|red, amber
"""
PUBLIC_PHRASES = tuple(phrase.strip() for phrase in _PHRASES.replace("\n", "").split("|"))
"""Laws, charities, reviews, authors and festivals that a briefing may name."""
_OWNED_TEXT = """
aunt baby bag bed bedroom behaviour birth birthday body boyfriend bruise bruises brother brothers
care carer carers childhood class clothes dad daughter death diary distress doctor drawing
family father fears feelings flat foster friend friends girlfriend gp gran grandmother hair hand
hands head health home house injuries injury key lawyer life lived mobile money mother mum nan
nursery nurse parents partner phone placement plan records room school sister sisters sleep
social solicitor son step-father stepfather story teacher teachers tears uncle view views voice
weight wish wishes words worker worries
"""
OWNED = frozenset(_OWNED_TEXT.split())
"""What belongs to people and not to months."""
KIN = frozenset({"family", "household", "children", "siblings", "brothers", "sisters"})
"""What follows the name of a family."""
_EPONYMS = "article disease law method model paper principle scale study syndrome theorem theory"
EPONYMS = frozenset(_EPONYMS.split())
"""What is called after somebody who found or wrote it."""
_PORTRAYED_TEXT = """
account age birth body brother care carer case childhood daughter death description drawing family
father friend funeral grandmother image images injuries life memory mother name parents photo
photograph photographs photos picture pictures portrait safety siblings sister sketch son story
teacher view views voice weight wishes
"""
PORTRAYED = frozenset(_PORTRAYED_TEXT.split())
"""What is of somebody, as in "a drawing of Grace"."""
_RECORDS_TEXT = """
assessment chronology drawing family genogram history image letter minutes notes photo
picture portrait records referral statement story timeline voice
"""
RECORDS = frozenset(_RECORDS_TEXT.split())
"""What is kept about somebody and filed under a name."""
FILED = RECORDS | frozenset(
    {"briefing", "case", "cspr", "draft", "final", "lcspr", "report", "rr", "scr", "version"}
)
"""What stands beside the name in the name of a file."""
_FEELINGS_TEXT = """
afraid anxious crying fine frightened happy hungry ill loved ok okay poorly pregnant sad safe scared
sick sleeping thriving tired unhappy unwell upset well withdrawn
"""
FEELINGS = frozenset(_FEELINGS_TEXT.split())
"""What is said of people after "is"."""
