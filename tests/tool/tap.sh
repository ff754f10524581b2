# Sourced by the tests of the tool: TAP, and a folder of their own that goes when they end.
set -u
: "${POLICY:?the command to test}" "${srcdir:?the source tree}"
POLICY_EXAMPLES=$srcdir/examples
tests=0
scratch=$(mktemp -d "${TMPDIR:-/tmp}/policy-test.XXXXXX") || exit 99
trap 'rm -rf "$scratch"' EXIT
unset NO_COLOR

# ok WORDS COMMAND...: the command succeeds.
ok() {
  tests=$((tests + 1))
  words=$1
  shift
  if "$@"; then echo "ok $tests - $words"; else echo "not ok $tests - $words"; fi
}

skip() {
  tests=$((tests + 1))
  echo "ok $tests - $1 # SKIP $2"
}

# policy ARGUMENT...: runs the command; its output, messages and status are in $scratch/out, err and $status.
policy() {
  status=0
  "$POLICY" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
}

# ended STATUS [OUT [ERR]]: how it ended, and what it said; a pattern of grep, or "" for nothing at all.
ended() {
  good=0
  [ "$status" = "$1" ] || good=1
  if [ $# -gt 1 ]; then said "$scratch/out" "$2" || good=1; fi
  if [ $# -gt 2 ]; then said "$scratch/err" "$3" || good=1; fi
  [ $good = 0 ] || {
    echo "# status $status"
    head -n 5 "$scratch/out" "$scratch/err" | sed 's/^/# /'
  }
  return $good
}

said() {
  if [ -z "$2" ]; then [ ! -s "$1" ]; else grep -q -e "$2" "$1"; fi
}

# lines FILE COUNT
lines() {
  [ "$(wc -l <"$1")" -eq "$2" ]
}

finish() {
  echo "1..$tests"
}
