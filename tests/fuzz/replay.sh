#!/bin/sh
# Replays the seeds of every fuzz target that was built here, and some mutations of them.
root=${srcdir:-.}
build=${builddir:-.}
n=0
failed=0
out=$(mktemp) || exit 99
trap 'rm -f "$out"' EXIT

for source in "$root"/tests/fuzz/fuzz_*.c; do
  entry=$(basename "$source" .c | sed 's/^fuzz_//')
  program=$build/tests/fuzz/fuzz_$entry
  seeds=$root/tests/fuzz/seeds/$entry
  n=$((n + 1))
  if [ ! -x "$program" ]; then
    echo "not ok $n - fuzz_$entry # it is not among fuzz_programs in Makefile.am"
    failed=1
  elif [ ! -d "$seeds" ] || [ -z "$(ls -A "$seeds")" ]; then
    echo "not ok $n - fuzz_$entry # it has no seeds"
    failed=1
  elif "$program" -m "${POLICY_MUTATIONS:-100}" "$seeds" >"$out" 2>&1; then
    echo "ok $n - fuzz_$entry: $(cat "$out")"
  else
    echo "not ok $n - fuzz_$entry"
    tail -30 "$out" | sed 's/^/# /'
    failed=1
  fi
done
echo "1..$n"
exit $failed
