#!/bin/sh
# Tables: actors for people, and both kinds of CSV.
. "${srcdir:-.}/tests/tool/tap.sh"
cd "$POLICY_EXAMPLES" || exit 99

policy actors opinion.txt
ok "actors for people" ended 0 '^mentions  name ' ''
ok "a state with its code and place" ended 0 '^ *6  Ghana  *state  *GHA  *[0-9]*:[0-9]*$' ''
ok "a body with its sector" ended 0 'Ministry of Fisheries  *government  *GOV ' ''
policy actors -f csv opinion.txt act.txt
ok "actors as CSV" ended 0 '^"opinion.txt","Ghana","state","GHA","","","6","' ''
ok "one line of names" test "$(grep -c '^"file","name","kind"' "$scratch/out")" = 1
policy analyse -f csv no-such-file opinion.txt
ok "the names stand there though the first file is not" ended 1 '^"file","line","label","addressees","force"' 'no-such-file'
ok "recommendations as CSV" grep -q '"China","should","end",' "$scratch/out"
printf 'Norway should "close" the mine.\n\n=Norway, and Sweden\nshould pay.\n' >"$scratch/odd.txt"
policy analyse -f csv "$scratch/odd.txt"
ok "quotes are doubled" grep -q '""close""' "$scratch/out"
lines_end=$(tr -cd '\r' <"$scratch/out" | wc -c)
ok "each line ends as RFC 4180 says" test "$lines_end" = "$(grep -c '' "$scratch/out")"
policy actors -f json act.txt
ok "no JSON of actors alone" ended 2 '' "'json' is none of text, csv$"
finish
