# Builds the installer on Windows itself, signs it if there is a certificate, and tries it.
#
# NOT RUN YET: the installer is built and proved under Wine (packaging/README.md). This takes the
# same Python modules, spec and NSIS script; what is new here is short, to be read before its first use.
#
# Wants Python 3.11, git and NSIS 3.08 or later on the path; for signing, signtool of the Windows SDK too:
#   $env:SGDESK_SIGNING_THUMBPRINT = "..."   a code-signing certificate in the user's store
#   $env:SGDESK_SIGNING_TIME = "http://..."  a time-stamping authority
# Installs SGDesk for the user who runs it and removes it again: not where an officer works with it.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-AndWait([string] $program, [string[]] $words) {
    $done = Start-Process -FilePath $program -ArgumentList $words -Wait -PassThru
    if ($done.ExitCode -ne 0) { throw "$program ended with $($done.ExitCode)" }
}

$place = Join-Path $env:LOCALAPPDATA "Programs\SGDesk"
if (Test-Path $place) { throw "SGDesk is installed here. Build where it is not." }

python packaging\dev.py package windows
if ($LASTEXITCODE -ne 0) { throw "The installer was not built (see above)." }
$setup = (Get-Item build\SGDesk-*-setup.exe | Sort-Object LastWriteTime | Select-Object -Last 1).FullName
if ($env:SGDESK_SIGNING_THUMBPRINT -and (Get-AuthenticodeSignature $setup).Status -ne "Valid") {
    throw "The signature of $setup does not hold."
}

$out = Join-Path $env:TEMP "sgdesk-self-test"
$report = Join-Path $env:TEMP "sgdesk-self-test.json"
Invoke-AndWait $setup @("/S")
try {
    Invoke-AndWait "$place\sgdesk.exe" @("self-test", "--out", "`"$out`"", "--report", "`"$report`"")
    Get-Content $report -Encoding UTF8
} finally {
    # With _?= it does not go on in a copy of itself, so that its end can be waited for.
    Invoke-AndWait "$place\uninstall.exe" @("/S", "_?=$place")
}
if (Test-Path "$place\_internal") { throw "Something of the program stayed in $place." }
Write-Output "built, installed, tried and removed: $setup"
