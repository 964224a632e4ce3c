#!/bin/sh
# Without a JDK 25 the build must stop with a line that says what to install.
set -eu
root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
if said=$(mvn -B -f "$root/pom.xml" -N validate -Djdk.versions='[999,)' 2>&1); then
  echo "the build went on without a JDK" >&2
  exit 1
fi
case $said in
  *"Failed to execute goal"*"apt-get install openjdk-25-jdk"*) echo "a missing JDK is named" ;;
  *) printf '%s\n' "$said" >&2 && exit 1 ;;
esac
