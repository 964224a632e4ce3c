#!/bin/sh
# Makes arm7_dynamics.f64.gz: 1,000 random states of arm7 through libmujoco 2.2.2's own URDF reader.
# Needs Debian's gcc and libmujoco-dev (2.2.2-3). Seed 20250101; compared to 1e-9 in ChainModelGoldenTest.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
urdf=$here/../../main/resources/dev/tandem/robots/arm7.urdf
out=$here/../resources/dev/tandem/controllers/model/arm7_dynamics.f64.gz
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
gcc -O2 -Wall -o "$work/golden" "$here/dynamics_golden.c" -lmujoco -lm
# the tool stays a body of its own, so that MuJoCo does the lumping by its own means
sed 's|<robot name="arm7">|&<mujoco><compiler fusestatic="false"/></mujoco>|' "$urdf" > "$work/arm7.urdf"
"$work/golden" "$work/arm7.urdf" tool 0.1 1000 20250101 | gzip -9n > "$out"
ls -l "$out"
