#!/bin/sh
# Installs from the system's packages what is missing to build and run Tandem.
#
#   scripts/setup.sh           what ./tandem needs
#   scripts/setup.sh --mujoco  and what --sim mujoco needs, with its cameras
#   scripts/setup.sh --tests   and what mvn verify needs
#   scripts/setup.sh --peers   and the programs that the benches measure Tandem against
#   scripts/setup.sh --libtorch   and what bench learner --libtorch builds PyTorch's C++ peer with
set -eu

say() { printf 'setup: %s\n' "$*" >&2; }

has_jdk() {
  for release in "${JAVA_HOME:-/none}/release" /usr/lib/jvm/*/release; do
    [ -r "$release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
    if [ "${version:-0}" -ge 25 ] && [ -x "$(dirname "$release")/bin/javac" ]; then return 0; fi
  done
  return 1
}

is_available() {
  [ -n "$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *\([^( ].*\)/\1/p')" ]
}

install() {
  say "installing $*"
  if [ "$(id -u)" -eq 0 ]; then as_root=''; else as_root=sudo; fi
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2
}

update_once() {
  [ -z "${updated:-}" ] || return 0
  if [ "$(id -u)" -eq 0 ]; then apt-get update -q >&2; else sudo apt-get update -q >&2; fi
  updated=yes
}

install_jdk() {
  update_once
  for package in openjdk-25-jdk-headless temurin-25-jdk openjdk-26-jdk-headless; do
    if is_available "$package"; then
      install "$package"
      return
    fi
  done
  say "no JDK 25 among this system's packages: unpack one under /usr/lib/jvm, then run this again"
  exit 3
}

# need COMMAND PACKAGE...: installs the packages when the command is not there
need() {
  command=$1
  shift
  command -v "$command" >/dev/null && return 0
  update_once
  install "$@"
}

has_library() { ldconfig -p | grep -q "$1"; }

# The simulator of --sim mujoco and what renders its cameras without a screen: EGL or OSMesa.
need_mujoco() {
  if has_library 'libmujoco.so.2.2.2' && { has_library 'libEGL.so.1' || has_library 'libOSMesa.so'; }; then
    return 0
  fi
  update_once
  if is_available libmujoco2.2.2; then
    install libmujoco2.2.2 libegl1 libgl1-mesa-dri
  else
    say "no libmujoco2.2.2 among this system's packages: --sim mujoco and its tests cannot run"
  fi
}

# And what builds the programs in C that it is compared with.
need_mujoco_in_c() {
  need_mujoco
  [ -r /usr/include/mujoco/mujoco.h ] && command -v gcc >/dev/null && return 0
  update_once
  if is_available libmujoco-dev; then install libmujoco-dev gcc libc6-dev; fi
}

# What of the commands is missing, for people to install.
lacking() {
  has_jdk || printf ' a JDK 25,'
  for command in "$@"; do
    command -v "$command" >/dev/null || printf ' %s,' "$command"
  done
}

command -v apt-get >/dev/null || {
  case " $* " in *' --tests '*) missing=$(lacking mvn node npm python3 gcc) ;; *) missing=$(lacking mvn) ;; esac
  [ -n "$missing" ] || exit 0
  say "knows apt-get only; install${missing%,} (Maven from 3.8 on), then run this again"
  exit 3
}
has_jdk || install_jdk
need mvn maven
need fc-match fontconfig fonts-dejavu-core

for extra in "$@"; do
  case $extra in
    --tests)
      need node nodejs npm
      need python3 python3
      need npm npm
      need_mujoco_in_c
      ;;
    --mujoco)
      need_mujoco
      ;;
    --peers)
      /usr/bin/python3 -c 'import torch' 2>/dev/null || { update_once && install python3-torch; }
      # Without it Debian's PyTorch computes with the reference BLAS, sixty times slower.
      ldconfig -p | grep -q 'libopenblas' || { update_once && install libopenblas0-pthread; }
      need_mujoco_in_c
      ;;
    --libtorch)
      need g++ g++
      [ -r /usr/include/torch/csrc/api/include/torch/torch.h ] || { update_once && install libtorch-dev; }
      ldconfig -p | grep -q 'libopenblas' || { update_once && install libopenblas0-pthread; }
      ;;
    *)
      say "unknown option $extra; see the head of this script"
      exit 2
      ;;
  esac
done
