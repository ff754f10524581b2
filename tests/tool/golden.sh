#!/bin/sh
# The sample documents, read and analysed, are as they were when somebody last looked at them. After a change
# that is meant, look at the differences and run tests/golden/regenerate.
. "${srcdir:-.}/tests/tool/tap.sh"
cd "$POLICY_EXAMPLES" || exit 99
for file in *.html *.txt; do
  for command in read analyse; do
    golden=$srcdir/tests/golden/${file%.*}.$command.txt
    if [ ! -e "$golden" ]; then
      skip "$command $file" "tests/golden/regenerate has not written it"
      continue
    fi
    policy $command "$file"
    same=0
    diff "$golden" "$scratch/out" >"$scratch/diff" 2>&1 || same=1
    head -n 20 "$scratch/diff" | sed 's/^/# /'
    ok "$command $file" test $same = 0
  done
done
finish
