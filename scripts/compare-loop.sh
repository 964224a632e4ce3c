#!/bin/sh
# Runs Tandem's loop and the same wait in C at the same time on one core, half a period apart, so that
# both meet the same machine, and compares how late they wake up while both are running. A host's own
# timer wakes a waiting machine at full milliseconds, now and then a millisecond late, for some ten
# seconds on end: whose deadline such a stall begins at has two late ticks, the other has one. At 997 Hz
# both wander through all phases of a millisecond three times a second, so that stalls fall on both alike.
#
# Exit code 1 when the median of the runs has Tandem's p99.9 or its maximum at more than RATIO times C's.
#
#   scripts/compare-loop.sh [--at-most RATIO] [SECONDS [RUNS [CPU [COMPANY]]]]
#   for example: 30 5 1 learner,garbage     RATIO is 1.2 where it is not given
set -eu

at_most=1.2
if [ "${1:-}" = --at-most ]; then
  at_most=${2:?compare-loop: --at-most: expected a ratio}
  shift 2
fi
case $at_most in
*[!0-9.]* | . | '')
  echo "compare-loop: --at-most: expected a ratio such as 1.2, found $at_most" >&2
  exit 2
  ;;
esac

seconds=${1:-30}
runs=${2:-5}
cpu=${3:-1}
company=${4:-}
rate_hz=997
half_period_us=501
threads=$(($(nproc) > 1 ? $(nproc) - 1 : 1)) # of a learner beside the loop: one core is the loop's
root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
c_loop=
trap 'rm -rf "$work"; [ -z "$c_loop" ] || kill "$c_loop" 2>/dev/null || true' EXIT

command -v gcc >/dev/null || {
  echo "compare-loop: needs a C compiler: apt-get install gcc libc6-dev" >&2
  exit 3
}
gcc -O2 -o "$work/loop" "$root/runtime/app/src/test/c/loop.c"

# Both loops; what both saw is in c.late and java.late.
together() {
  "$work/loop" $((seconds + 600)) "$rate_hz" 0 80 "$cpu" "$work/c.csv" &
  c_loop=$!
  "$root/tandem" bench loop --seconds "$seconds" --rate "$rate_hz" --phase-us "$half_period_us" --cpu "$cpu" \
    ${company:+--beside "$company" --set learner.threads=$threads} --dump "$work/java.csv" >/dev/null
  kill "$c_loop"
  wait "$c_loop"
  c_loop=
  lateness "$work/c.csv" "$work/java.csv" >"$work/c.late"
  lateness "$work/java.csv" "$work/c.csv" >"$work/java.late"
}

# The lateness in nanoseconds of the ticks of file $1 between the first and the last deadline of $2.
lateness() {
  begin=$(sed -n 2p "$2" | cut -d, -f1)
  end=$(tail -n 1 "$2" | cut -d, -f1)
  awk -F, -v begin="$begin" -v end="$end" 'NR > 1 && $1 >= begin && $1 <= end { print $2 - $1 }' "$1"
}

# p50, p99, p99.9 and maximum of nanoseconds, as microseconds.
figures() {
  sort -n | awk '
    { late[NR] = $1 / 1000 }
    END { printf "%.1f %.1f %.1f %.1f\n", late[int(NR * .5) + 1], late[int(NR * .99) + 1],
          late[int(NR * .999) + 1], late[NR] }'
}

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

"$root/tandem" --version >/dev/null
echo "run  program  p50_us p99_us p99.9_us max_us"
for run in $(seq "$runs"); do
  together
  figures <"$work/c.late" >"$work/c.figures"
  figures <"$work/java.late" >"$work/java.figures"
  echo "$run    C        $(cat "$work/c.figures")"
  echo "$run    Tandem   $(cat "$work/java.figures")"
  paste -d ' ' "$work/java.figures" "$work/c.figures" >>"$work/pairs"
done
# The median over the runs of column $1 by column $2.
ratio() { awk -v over="$1" -v under="$2" '{ print $over / $under }' "$work/pairs" | median; }

tail=$(ratio 3 7)
most=$(ratio 4 8)
echo "median of Tandem / C: p50 $(ratio 1 5) p99 $(ratio 2 6) p99.9 $tail max $most"
if awk -v tail="$tail" -v most="$most" -v at_most="$at_most" \
  'BEGIN { exit !(tail <= at_most && most <= at_most) }'; then
  echo "p99.9 and max: at most $at_most"
else
  echo "compare-loop: expected p99.9 and max at most $at_most, found $tail and $most" >&2
  exit 1
fi
