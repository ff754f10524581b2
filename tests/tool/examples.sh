#!/bin/sh
# The C programs of examples/ do what they say.
. "${srcdir:-.}/tests/tool/tap.sh"
: "${builddir:?where the programs are}"
POLICY=$builddir/examples/summarise
policy "$POLICY_EXAMPLES/opinion.txt"
ok "summarise" ended 0 '^must: .*The Ministry of Fisheries must stop' ''
policy "$scratch/missing"
ok "summarise without a file" ended 1 '' 'No such file'
POLICY=$builddir/examples/who_is_asked
policy "$POLICY_EXAMPLES/resolution.txt"
ok "who_is_asked" ended 0 'who$' ''
ok "who_is_asked names addressees" test "$(wc -l <"$scratch/out")" -gt 3
policy
ok "who_is_asked without a file" ended 2 '' '^usage: '
POLICY=$builddir/examples/build_by_hand
policy
ok "build_by_hand" ended 0 '"force": "should"' ''
ok "build_by_hand as IG Script" grep -q '^A(Ghana) D(should) I(publish) Bdir(the position of every trawler)\.$' "$scratch/out"
finish
