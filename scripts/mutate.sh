#!/usr/bin/env bash
# Does a test turn red when the code is wrong? Mutates the gate, the loop and the safety layer (PIT), lists what
# survived, and fails below 90 % killed. Takes a quarter of an hour or more on two cores.
#
#   scripts/mutate.sh [gate|safety]     both when none is named
set -euo pipefail
cd "$(dirname "$0")/.."

least=90
jdk=$(for home in "${JAVA_HOME:-}" "${TANDEM_JDKS:-/usr/lib/jvm}"/*; do
  grep -qs '^JAVA_VERSION="2[5-9]' "$home/release" && echo "$home" && break
done || true)
[ -n "$jdk" ] || { echo "mutate: needs a JDK 25 under JAVA_HOME or ${TANDEM_JDKS:-/usr/lib/jvm}, found none" >&2; exit 3; }

mutate() { # name, module, classes, tests
  echo "mutating $1: $3"
  mkdir -p "$2/target"
  rm -rf "$2/target/pit-reports"
  JAVA_HOME=$jdk mvn -q -B -Pmutation -pl "$2" -am -Dspotless.check.skip=true -DfailWhenNoMutations=false \
    -Dmutated.classes="$3" -Dmutating.tests="$4" test-compile org.pitest:pitest-maven:mutationCoverage \
    >"$2/target/mutation.log" 2>&1 || { tail -30 "$2/target/mutation.log" >&2; exit 1; }
  report "$1" "$2/target/pit-reports/mutations.xml"
}

report() { # name, mutations.xml
  python3 - "$1" "$2" "$least" <<'PYTHON'
import sys, xml.etree.ElementTree as tree
name, path, least = sys.argv[1], sys.argv[2], int(sys.argv[3])
mutations = tree.parse(path).getroot().findall("mutation")
alive = [m for m in mutations if m.get("status") in ("SURVIVED", "NO_COVERAGE")]
killed = len(mutations) - len(alive)
for m in sorted(alive, key=lambda m: (m.find("sourceFile").text, int(m.find("lineNumber").text))):
    print(f'  {m.get("status").lower():12} {m.find("sourceFile").text}:{m.find("lineNumber").text} '
          f'{m.find("mutatedMethod").text}: {m.find("description").text}')
share = 100 * killed / max(1, len(mutations))
print(f"{name}: {killed} of {len(mutations)} mutants killed, {share:.1f} % (at least {least} % asked)")
sys.exit(0 if share >= least else 1)
PYTHON
}

failed=0
case "${1:-both}" in gate | both)
  mutate gate runtime/core 'dev.tandem.runtime.act.*,dev.tandem.runtime.guard.*,dev.tandem.runtime.loop.*' \
    'dev.tandem.runtime.act.*,dev.tandem.runtime.guard.*,dev.tandem.runtime.loop.*' || failed=1 ;;
esac
case "${1:-both}" in safety | both) mutate safety safety 'dev.tandem.safety.*' 'dev.tandem.safety.*' || failed=1 ;; esac
exit $failed
