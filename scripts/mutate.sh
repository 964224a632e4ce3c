#!/usr/bin/env bash
# Does a test turn red when the code is wrong? Mutates the gate with its loop, the safety layer a package at a time, and
# of the controllers what stops and what limits (PIT). Fails when less than 90 % are killed, and when a mutant survives that docs/mutation.md does not explain.
#
#   scripts/mutate.sh                       everything
#   scripts/mutate.sh gate safety.barrier   these; safety is all of its packages
#   scripts/mutate.sh brake set-point       the controlled stop, and the limits of the set point's travel
#   MUTATION_THREADS=1 nice scripts/mutate.sh safety.qp
set -euo pipefail
cd "$(dirname "$0")/.."

least=90
packages=(authority filter intake qp barrier monitor watchdog)
jdk=$(for home in "${JAVA_HOME:-}" "${TANDEM_JDKS:-/usr/lib/jvm}"/*; do
  grep -qs '^JAVA_VERSION="2[5-9]' "$home/release" && echo "$home" && break
done || true)
[ -n "$jdk" ] || { echo "mutate: needs a JDK 25 under JAVA_HOME or ${TANDEM_JDKS:-/usr/lib/jvm}, found none" >&2; exit 3; }

mutate() { # name, module, classes and their tests
  local begun=$SECONDS reports="$2/target/pit-reports/$1"
  echo "mutating $1: $3"
  rm -rf "$reports" && mkdir -p "$reports"
  # shellcheck disable=SC2086
  JAVA_HOME=$jdk mvn -q -B ${TANDEM_MAVEN_ARGS:-} -Pmutation -pl "$2" -am -Dspotless.check.skip=true \
    -DfailWhenNoMutations=false -Dmutated.classes="$3" -Dmutation.threads="${MUTATION_THREADS:-2}" \
    -DreportsDirectory="$PWD/$reports" test-compile org.pitest:pitest-maven:mutationCoverage \
    >"$reports/log" 2>&1 || { tail -30 "$reports/log" >&2; exit 1; }
  python3 scripts/survivors.py "$1" "$reports/mutations.xml" docs/mutation.md "$least" || failed=1
  echo "$1 took $((SECONDS - begun)) s"
}

failed=0
for what in "${@:-all}"; do
  case "$what" in gate | safety | brake | set-point | all) ;; safety.*)
    [[ " ${packages[*]} " == *" ${what#safety.} "* ]] || { echo "mutate: $what: expected one of ${packages[*]/#/safety.}" >&2; exit 2; } ;;
  *) echo "mutate: $what: expected gate, safety, safety.PACKAGE, brake or set-point" >&2; exit 2 ;; esac
  case "$what" in gate | all)
    core=dev.tandem.runtime
    mutate gate runtime/core "$core.act.*,$core.guard.*,$core.loop.*" ;;
  esac
  control=dev.tandem.controllers
  case "$what" in brake | all) mutate brake controllers "$control.brake.*" ;; esac
  case "$what" in set-point | all)
    mutate set-point controllers "$control.impedance.SetPoint*,$control.impedance.SmoothTravel*,$control.impedance.Travel*" ;;
  esac
  for package in "${packages[@]}"; do
    case "$what" in safety | "safety.$package" | all) mutate "safety.$package" safety "dev.tandem.safety.$package.*" ;; esac
  done
done
exit $failed
