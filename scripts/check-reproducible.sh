#!/bin/sh
# Builds the committed sources in another folder, with Maven on a JDK 25 whatever java is the default,
# and compares the jars with those built here. Run it after mvn verify on a clean checkout.
set -eu
root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

sums() {
  (cd "$1" && find . -path '*/target/tandem-*.jar' ! -path '*/launch.*' -exec sha256sum {} + | sort -k 2)
}

git -C "$root" archive HEAD | tar -x -C "$copy"
jdk=$(dirname "$(dirname "$(ls "${TANDEM_JDKS:-/usr/lib/jvm}"/*25*/bin/javac | head -n 1)")")
JAVA_HOME=$jdk MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
  mvn -q -B -f "$copy/pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true package
sums "$root" >"$copy/here"
sums "$copy" >"$copy/there"
if ! diff "$copy/here" "$copy/there"; then
  echo "jars differ between two builds of the same sources" >&2
  exit 1
fi
echo "$(wc -l <"$copy/here") jars are the same in two builds"
