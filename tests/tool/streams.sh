#!/bin/sh
# Where the output goes: files, closed pipes, full disks, terminals.
. "${srcdir:-.}/tests/tool/tap.sh"
cd "$POLICY_EXAMPLES" || exit 99

"$POLICY" analyse -f jsonl act.txt strategy.txt >"$scratch/wanted"
policy analyse -f jsonl -o "$scratch/file" act.txt strategy.txt
ok "into a file" ended 0 '' ''
ok "the same as to standard output" cmp "$scratch/file" "$scratch/wanted"
cp act.txt "$scratch/act.txt"
policy analyse -o "$scratch/act.txt" "$scratch/act.txt"
ok "not over an input" ended 1 '' 'is an input; not written'
ok "which stays as it is" cmp act.txt "$scratch/act.txt"
policy analyse -o "$scratch/no/such/folder" act.txt
ok "into a folder that is not there" ended 1 '' '^policy: .*/no/such/folder: No such file'

if [ -c /dev/full ]; then
  status=0
  "$POLICY" analyse act.txt >/dev/full 2>"$scratch/err" || status=$?
  : >"$scratch/out"
  ok "a full disk" ended 1 '' '^policy: standard output: No space left'
  ok "is told once" lines "$scratch/err" 1
  status=0
  "$POLICY" --version >/dev/full 2>"$scratch/err" || status=$?
  ok "a full disk for the version" ended 1 '' '^policy: standard output: '
  policy analyse -f jsonl -o /dev/full act.txt strategy.txt opinion.txt
  ok "a full disk by name" ended 1 '' '^policy: /dev/full: No space left'
else
  skip "a full disk" "there is no /dev/full"
fi
status=0
"$POLICY" analyse act.txt >&- 2>"$scratch/err" || status=$?
: >"$scratch/out"
ok "standard output closed" ended 1 '' '^policy: standard output: '

# A reader that goes away: no message, whether the signal may come or not.
i=0
while [ $i -lt 200 ]; do
  set -- "$@" strategy.txt
  i=$((i + 1))
done
"$POLICY" analyse -f jsonl "$@" 2>"$scratch/err" | head -c 10 >"$scratch/out"
ok "a closed pipe" said "$scratch/err" ''
(
  trap '' PIPE
  "$POLICY" analyse -f jsonl "$@" 2>"$scratch/err"
  echo $? >"$scratch/status"
) | head -c 10 >"$scratch/out"
ok "a closed pipe without a signal" said "$scratch/err" ''
ok "which is a failure all the same" test "$(cat "$scratch/status")" = 1

# ---- colour, width --------------------------------------------------------------------------------------

escape=$(printf '\033')
plain() {
  ! grep -q "$escape" "$scratch/out"
}
policy analyse act.txt
ok "no colours into a file" plain
policy analyse --colour always act.txt
ok "colours on demand" ended 0 "$escape\\[1m" ''
NO_COLOR=1
export NO_COLOR
policy analyse --colour=always act.txt
ok "also against NO_COLOR" ended 0 "$escape\\[1m" ''
unset NO_COLOR
policy analyse --color never act.txt
ok "the other spelling" plain
sed "s/$escape\\[[0-9]*m//g" "$scratch/out" >"$scratch/bare"
policy analyse --colour always act.txt
sed "s/$escape\\[[0-9]*m//g" "$scratch/out" >"$scratch/stripped"
ok "colours change nothing else" cmp "$scratch/bare" "$scratch/stripped"
narrow() {
  ! LC_ALL=C grep -q '.\{'"$1"'\}' "$scratch/out"
}
policy analyse --width 60 act.txt
ok "sixty columns" narrow 70
policy read act.txt
ok "eighty by default" narrow 90

# On a terminal, which script(1) makes.
on_terminal() {
  script -q -e -c "$1" /dev/null </dev/null >"$scratch/out" 2>&1
}
if command -v script >/dev/null 2>&1 && on_terminal true; then
  TERM=xterm
  export TERM
  on_terminal "'$POLICY' analyse act.txt"
  ok "colours on a terminal" grep -q "$escape\\[1m" "$scratch/out"
  on_terminal "NO_COLOR=1 '$POLICY' analyse act.txt"
  ok "none with NO_COLOR" plain
  on_terminal "NO_COLOR= '$POLICY' analyse act.txt"
  ok "an empty NO_COLOR is none" grep -q "$escape\\[1m" "$scratch/out"
  on_terminal "TERM=dumb '$POLICY' analyse act.txt"
  ok "none on a dumb one" plain
  on_terminal "(sleep 1.5; cat act.txt) | '$POLICY' read -"
  ok "progress on a terminal" grep -q "0 of 1 files" "$scratch/out"
  ok "cleared before the output" grep -q "$escape\\[K$escape\\[2mtitle" "$scratch/out"
  on_terminal "(sleep 1.5; cat act.txt) | '$POLICY' read --progress=never -"
  ok "no progress against one's will" sh -c "! grep -q '0 of 1' '$scratch/out'"
else
  skip "on a terminal" "script(1) makes none"
fi
(sleep 1.5; cat act.txt) | "$POLICY" read --progress - >"$scratch/out" 2>"$scratch/err"
ok "progress into a file on demand" grep -q '^0 of 1 files, ' "$scratch/err"
(sleep 1.3; cat act.txt) | "$POLICY" read - >"$scratch/out" 2>"$scratch/err"
ok "none into a file without" said "$scratch/err" ''
finish
