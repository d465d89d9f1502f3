import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF for its verdict on PDF files, one after the other in one Java machine.
 *
 * <p>Reads lines "PROFILE TAB PATH" (profiles: ua1, 2a, ...) from standard input and answers each
 * with lines of its own: "broken TAB RULE TAB MESSAGE" per rule that is broken, then one of "pass",
 * "fail" and "error TAB REASON".
 */
public final class PdfCheck {
  private static final int MOST_FAILURES = 500;

  private PdfCheck() {}

  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] question = line.split("\t", 2);
      answers.println(verdict(answers, PDFAFlavour.byFlavourId(question[0]), question[1]));
    }
  }

  private static String verdict(PrintStream answers, PDFAFlavour profile, String path) {
    if (profile == PDFAFlavour.NO_FLAVOUR) {
      return "error\tveraPDF knows no such profile";
    }
    try (InputStream file = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(file, profile);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, MOST_FAILURES, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      broken(result).forEach((rule, message) -> answers.println("broken\t" + rule + "\t" + message));
      return result.isCompliant() ? "pass" : "fail";
    } catch (Exception problem) { // an engine's faults are a verdict on the file, not the end
      return "error\t" + oneLine(String.valueOf(problem));
    }
  }

  /** Each broken rule once, with what the engine says of the first place that breaks it. */
  private static Map<String, String> broken(ValidationResult result) {
    Map<String, String> rules = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule =
            assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        String where = assertion.getLocation().getContext();
        rules.putIfAbsent(rule, oneLine(assertion.getMessage() + " @ " + where));
      }
    }
    return rules;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
