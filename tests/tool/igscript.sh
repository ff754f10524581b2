#!/bin/sh
# IG Script: trees, tables, the normal form, what is refused where, and the examples of the manual.
. "${srcdir:-.}/tests/tool/tap.sh"
manual=$(cd "$srcdir" && pwd)/doc/igscript.md
cd "$POLICY_EXAMPLES" || exit 99

printf 'A(x) I(dig [OR]\nfill) Cac{E(rain) F(falls)}\n' >"$scratch/one"
policy igscript "$scratch/one"
ok "a tree" ended 0 '^{"name":"","level":0,"children":\[{"name":"x","comp":"A","level":0},{"name":"OR",' ''
ok "on one line" lines "$scratch/out" 1
policy igscript -f table --id 7 "$scratch/one"
ok "a table" ended 0 "^'7.2|x||||fill|" ''
ok "with a header" lines "$scratch/out" 4
policy igscript -f table --no-header --separator tab "$scratch/one"
ok "of other cells" ended 0 "^'1.1	x				dig	" ''
policy igscript -f igscript "$scratch/one"
ok "the normal form" ended 0 '^A(x) I((dig \[OR\] fill)) Cac{E(rain) F(falls)}$' ''
policy igscript --variability --flat --annotations --conditions-first --shared --binary "$scratch/one"
ok "every flag of the tree" ended 0 '"DoV: 3"' ''

printf 'A(x)\n  I(y [OR] )\n' >"$scratch/bad"
policy igscript "$scratch/bad" "$scratch/one"
ok "what is refused has its place, and the rest is done" \
  ended 1 '^{"name"' '/bad:2:11: EMPTY_LEAF_VALUE: an operator has nothing on one side$'
printf 'A(x) I(y)\n\nA(x\nA(z) I(y)\n' >"$scratch/lines"
policy igscript --lines -f igscript "$scratch/lines"
ok "lines are statements" ended 1 '^A(z) I(y)$' '/lines:3:2: IMBALANCED_PARENTHESES: '
policy igscript --lines -f table "$scratch/lines"
ok "numbered in one table, each line for itself" ended 1 "^'3|z|" ':3:2: '
"$POLICY" igscript --check - <"$scratch/bad" >"$scratch/out" 2>"$scratch/err"; status=$?
ok "standard input" ended 1 '' '^standard input:2:11: EMPTY_LEAF_VALUE: '
printf 'A(x)\n (stray)' >"$scratch/doubt"
policy igscript --check "$scratch/doubt"
ok "doubts are told" ended 0 '' '/doubt:2:2: warning: POSSIBLY_MISSING_NON_PARSED_CONTENT: '
ok "each in a line" lines "$scratch/err" 2

policy igscript
ok "no file" ended 2 '' '^policy: no file given; - is standard input$'
policy igscript -f xml "$scratch/one"
ok "an unknown format" ended 2 '' "'xml' is none of tree, table, igscript$"
policy igscript --separator ab "$scratch/one"
ok "a bad separator" ended 2 '' "^policy: --separator: 'ab' "
policy igscript "$scratch/none"
ok "a file that is not there" ended 1 '' 'none: No such file or directory$'

# ---- what the library writes, it reads ------------------------------------------------------------------------

for text in *.txt; do
  policy analyse -f igscript "$text"
  cp "$scratch/out" "$scratch/written"
  policy igscript --lines -f igscript "$scratch/written"
  ok "the statements of $text are in their normal form" cmp "$scratch/written" "$scratch/out"
done

# ---- the manual -----------------------------------------------------------------------------------------------

sed -n '/^```igscript$/,/^```$/p' "$manual" | grep -v '^```' >"$scratch/good"
ok "the manual has examples" test "$(wc -l <"$scratch/good")" -ge 10
policy igscript --lines --check "$scratch/good"
ok "which are good, and free of doubt" ended 0 '' ''
sed -n '/^```refused$/,/^```$/p' "$manual" | grep -v '^```' >"$scratch/refused"
ok "and examples of what is refused" test "$(wc -l <"$scratch/refused")" -ge 10
sed 's/^[^:]*: //' "$scratch/refused" >"$scratch/statements"
policy igscript --lines "$scratch/statements"
sed 's/:.*//' "$scratch/refused" >"$scratch/names"
sed 's/^[^:]*:[0-9]*:[0-9]*: //; s/:.*//' "$scratch/err" >"$scratch/given"
ok "each by its name" cmp "$scratch/names" "$scratch/given"
finish
