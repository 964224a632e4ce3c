#!/bin/sh
# Runs Tandem's loop and the same wait in C in turn on one core, and compares how late they wake up.
#
#   scripts/compare-loop.sh [SECONDS [RUNS [CPU [COMPANY]]]]     for example: 30 5 1 learner,garbage
set -eu

seconds=${1:-30}
runs=${2:-5}
cpu=${3:-1}
company=${4:-}
root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v gcc >/dev/null || {
  echo "compare-loop: needs a C compiler: apt-get install gcc libc6-dev" >&2
  exit 3
}
gcc -O2 -o "$work/loop" "$root/runtime/app/src/test/c/loop.c"

# p50, p99, p99.9 and maximum of the lateness, microseconds.
figures() {
  tail -n +2 "$1" | awk -F, '{ print $2 - $1 }' | sort -n | awk '
    { late[NR] = $1 / 1000 }
    END { printf "%.1f %.1f %.1f %.1f\n", late[int(NR * .5) + 1], late[int(NR * .99) + 1],
          late[int(NR * .999) + 1], late[NR] }'
}

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

echo "run  program  p50_us p99_us p99.9_us max_us"
for run in $(seq "$runs"); do
  "$work/loop" "$seconds" 1000 80 "$cpu" "$work/c.csv"
  "$root/tandem" bench loop --seconds "$seconds" --cpu "$cpu" ${company:+--beside "$company"} \
    --dump "$work/java.csv" >/dev/null
  figures "$work/c.csv" >"$work/c.figures"
  figures "$work/java.csv" >"$work/java.figures"
  echo "$run    C        $(cat "$work/c.figures")"
  echo "$run    Tandem   $(cat "$work/java.figures")"
  paste -d ' ' "$work/java.figures" "$work/c.figures" >>"$work/pairs"
done
echo "median of Tandem / C:" \
  "p50 $(awk '{ print $1 / $5 }' "$work/pairs" | median)" \
  "p99 $(awk '{ print $2 / $6 }' "$work/pairs" | median)" \
  "p99.9 $(awk '{ print $3 / $7 }' "$work/pairs" | median)" \
  "max $(awk '{ print $4 / $8 }' "$work/pairs" | median)"
