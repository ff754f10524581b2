#!/bin/sh
# Many files, failing files, standard input, and the order of results.
. "${srcdir:-.}/tests/tool/tap.sh"
cd "$POLICY_EXAMPLES" || exit 99

policy read act.txt
ok "read shows a document" ended 0 '^# ' ''
policy analyse act.txt
ok "analyse shows a document" ended 0 '^RECOMMENDATIONS$' ''
policy analyse -f json act.txt
ok "json is in lines" ended 0 '^ *"format": "policy-document",$' ''
policy analyse -f igscript opinion.txt
ok "igscript is one statement a line" ended 0 'A(The Ministry of Fisheries) D(must) I(' ''
policy analyse -f jsonl --tokens act.txt
ok "tokens on demand" ended 0 '"tokens":' ''
policy analyse -f jsonl act.txt
ok "no tokens without" sh -c "! grep -q '\"tokens\":' '$scratch/out'"
ok "jsonl is one line" lines "$scratch/out" 1

policy analyse -f conllu --full act.txt
ok "sentences and words" ended 0 '^# newdoc id = act.txt$' ''
ok "in ten columns" sh -c "! grep -v '^#' '$scratch/out' | grep -qv '^\(\([^	]*	\)\{9\}[^	]*\)*$'"

# ---- parse ----------------------------------------------------------------------------------------------

printf '# text = We can'"'"'t pay.\n1\tWe\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tcan'"'"'t\t_\t_\t_\t_\t_\t_\t_\t_\n' >"$scratch/gold.conllu"
printf '2\tca\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn'"'"'t\t_\t_\t_\t_\t_\t_\t_\t_\n' >>"$scratch/gold.conllu"
printf '4\tpay\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n' >>"$scratch/gold.conllu"
policy parse "$scratch/gold.conllu"
ok "gold words are parsed" ended 0 '^2-3	can.t	_	_	_	_	_	_	_	_$' ''
grep -v '^#' "$scratch/out" | cut -f 1,2,10 >"$scratch/forms"
grep -v '^#' "$scratch/gold.conllu" | cut -f 1,2,10 >"$scratch/wanted"
ok "and kept" cmp "$scratch/forms" "$scratch/wanted"
policy parse --conllu-input - <"$scratch/gold.conllu"
ok "what is said to be CoNLL-U and is not" ended 0 '' ''
policy parse --conllu-input act.txt
ok "text is no CoNLL-U" ended 1 '' '^policy: act.txt: line 1: not ten columns$'
policy parse -f jsonl "$scratch/gold.conllu"
ok "parsed, as JSON with the tokens" ended 0 '"joined":true' ''
cp "$scratch/out" "$scratch/gold.json"
policy parse "$scratch/gold.json"
grep -v '^#' "$scratch/out" | cut -f 1,2,10 >"$scratch/forms"
ok "words that come from JSON are kept" cmp "$scratch/forms" "$scratch/wanted"
policy parse -o "$scratch/parsed" act.txt opinion.txt
ok "several files, one behind the other" test "$(grep -c '^# newdoc id = ' "$scratch/parsed")" = 2
ok "and nothing else between them" sh -c "! grep -q '^==>' '$scratch/parsed'"

# ---- order, threads -------------------------------------------------------------------------------------

# Sixty files of very different sizes, so that later ones are done before earlier ones.
mkdir "$scratch/many"
i=100
while [ $i -lt 160 ]; do
  : >"$scratch/many/$i.txt"
  repeat=$(((i * 7) % 12))
  while [ $repeat -ge 0 ]; do
    cat strategy.txt >>"$scratch/many/$i.txt"
    repeat=$((repeat - 1))
  done
  echo "Peru should stop at $i." >>"$scratch/many/$i.txt"
  i=$((i + 1))
done
policy analyse -f jsonl -j 1 "$scratch"/many/*.txt
ok "many files" ended 0 . ''
cp "$scratch/out" "$scratch/one"
ok "one line for each" lines "$scratch/one" 60
sed 's/.*"source":{"name":"\([^"]*\)".*/\1/' "$scratch/one" >"$scratch/names"
ls "$scratch"/many/*.txt >"$scratch/wanted"
ok "in the order of the files, with their names as given" cmp "$scratch/names" "$scratch/wanted"
for threads in 2 5 64; do
  policy analyse -f jsonl -j $threads "$scratch"/many/*.txt
  ok "the same from $threads threads" cmp "$scratch/out" "$scratch/one"
done
policy analyse -j 3 opinion.txt act.txt
ok "a name above each summary" ended 0 '^==> act.txt <==$' ''
"$POLICY" analyse opinion.txt >"$scratch/alone"
sed '1,2d' "$scratch/out" | head -n "$(wc -l <"$scratch/alone")" >"$scratch/first"
ok "and the summary as it is alone" cmp "$scratch/alone" "$scratch/first"

# ---- failures among the good ----------------------------------------------------------------------------

printf '%%PDF-nonsense' >"$scratch/broken.pdf"
policy analyse -f jsonl act.txt missing.txt "$scratch/broken.pdf" opinion.txt
ok "failing files among good ones" ended 1 '"name":"opinion.txt"'
ok "the good ones are done" lines "$scratch/out" 2
ok "one message for each failing one" lines "$scratch/err" 2
ok "a file that is not there" grep -q '^policy: missing.txt: No such file' "$scratch/err"
mkdir -p "$scratch/folder/inner/.hidden"
cp act.txt "$scratch/folder/b.txt"
cp opinion.txt "$scratch/folder/inner/a.txt"
cp opinion.txt "$scratch/folder/.c.txt"
ln -s .. "$scratch/folder/inner/up"
policy read -f jsonl "$scratch/folder"
ok "a folder stands for its files" lines "$scratch/out" 2
ok "in the order of their names" grep -q 'folder/inner/a.txt' "$scratch/out"
mkdir "$scratch/empty"
policy read "$scratch/empty"
ok "an empty folder" ended 2 '' 'no file given, or none in a folder'
policy read -f bibtex opinion.txt
ok "an entry of BibTeX" ended 0 '^@misc{'
policy analyse -f html opinion.txt
ok "a page of the web" ended 0 '^<!DOCTYPE html>$'
policy read -f svg "$srcdir/tests/golden/full-document.json"
ok "all pages as a picture" ended 0 '^<svg y="'
policy read -f svg --page 2 "$srcdir/tests/golden/full-document.json"
ok "one page as a picture" ended 0 'aria-label="Page 2"'
policy read -f svg --page 3 "$srcdir/tests/golden/full-document.json"
ok "a page that there is not" ended 1 '' 'full-document.json: page 3 of 2'
policy analyse -f svg opinion.txt
ok "no pages, no picture" ended 1 '' 'opinion.txt: the document knows of no pages'
printf '{"format": "policy-document", "version": 1, "text": }' >"$scratch/bad.json"
policy read "$scratch/bad.json"
ok "the place of a fault is told" ended 1 '' '^policy: .*/bad.json: .* (byte [0-9]*)$'
if [ "$(id -u)" -ne 0 ]; then
  echo x >"$scratch/closed.txt"
  chmod 0 "$scratch/closed.txt"
  policy read "$scratch/closed.txt"
  ok "a file that may not be read" ended 1 '' 'closed.txt: Permission denied'
else
  skip "a file that may not be read" "root may read everything"
fi
odd=$(printf '%s/a\nb\033[31m.txt' "$scratch")
echo x >"$odd"
policy read -f jsonl "$odd" "$odd.not"
ok "names with control characters" ended 1 '"name":".*a\(\\n\|\\u000[aA]\).*b' '/a?b?\[31m.txt.not: No such file'
ok "one line for one message" lines "$scratch/err" 1

# ---- standard input, empty input, a document again ------------------------------------------------------

"$POLICY" read -f jsonl act.txt | sed 's/"name":"act.txt"/"name":"-"/' >"$scratch/named"
"$POLICY" read -f jsonl - <act.txt >"$scratch/out"
ok "standard input" cmp "$scratch/out" "$scratch/named"
status=0
cat act.txt opinion.txt | "$POLICY" read -f jsonl --limit input=1K - >"$scratch/out" 2>"$scratch/err" || status=$?
ok "too much on standard input" ended 1 '' '^policy: standard input: '
: >"$scratch/empty.txt"
for format in text json jsonl igscript conllu; do
  policy analyse -f $format "$scratch/empty.txt"
  ok "an empty file as $format" ended 0
done
"$POLICY" analyse -f jsonl act.txt >"$scratch/act.json"
"$POLICY" read -f jsonl "$scratch/act.json" >"$scratch/again"
ok "a document that was written is read as it was" cmp "$scratch/act.json" "$scratch/again"
policy read --media-type application/x-nonsense act.txt
ok "a media type that is not read" ended 1 '' '^policy: act.txt: '
finish
