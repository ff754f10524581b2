#!/bin/sh
# What the command says of itself, and of calls that it does not understand.
. "${srcdir:-.}/tests/tool/tap.sh"
act=$POLICY_EXAMPLES/act.txt

policy --version
ok "the version" ended 0 '^policy [0-9]*\.[0-9]*\.[0-9]*$' ''
ok "what this build can do" ended 0 'read:text'
policy --help
ok "help" ended 0 '^usage: policy COMMAND' ''
policy help
ok "help as a command" ended 0 '^  analyse ' ''
for command in read analyse actors parse; do
  policy help $command
  ok "help on $command" ended 0 "^usage: policy $command " ''
  cp "$scratch/out" "$scratch/help"
  policy $command --help
  ok "$command --help is the same" cmp "$scratch/out" "$scratch/help"
  for option in --format --output --threads --colour --width --progress --limit --media-type --conllu-input --model --help; do
    ok "help on $command tells of $option" grep -q -e "$option" "$scratch/help"
  done
done
policy analyze --help
ok "analyze is analyse" ended 0 '^usage: policy analyse ' ''

# Each of these is a call that is not understood: status 2, no output, a message and a hint.
refused() {
  words=$1
  message=$2
  shift 2
  policy "$@"
  ok "$words" ended 2 '' "$message"
  ok "$words: a hint" grep -q "^policy: try 'policy help" "$scratch/err"
  ok "$words: two lines" lines "$scratch/err" 2
}
refused "no command" "^policy: no command given$"
refused "an unknown command" "^policy: no command 'frobnicate'$" frobnicate
refused "an unknown command that is hostile" "^policy: no command '?\[2Jx'$" "$(printf '\033[2Jx')"
refused "help on an unknown command" "^policy: no command 'x'$" help x
refused "no file" "^policy: no file given" analyse
refused "an unknown option" "^policy: unrecognized option '--bogus'$" analyse --bogus "$act"
refused "an option without its value" "^policy: option requires an argument" analyse "$act" -f
refused "an unknown format" "^policy: --format: 'xml' is none of text, json, jsonl, igscript, csv, conllu, html, svg$" analyse -f xml "$act"
refused "a format of the other command" "'igscript' is none of text, json, jsonl, bibtex, svg$" read -f igscript "$act"
refused "and of another one" "'text' is none of conllu, json, jsonl$" parse -f text "$act"
refused "several files as one JSON" "^policy: several files make no single JSON value" analyse -f json "$act" "$act"
refused "several files as one picture" "^policy: several files make no single picture$" analyse -f svg "$act" "$act"
refused "a page of another format" "^policy: --page goes with -f svg$" analyse --page 1 "$act"
refused "no page" "^policy: --page: '0' is no number from 1" analyse -f svg --page 0 "$act"
refused "standard input twice" "standard input can be read only once" read - -
for number in 0 -1 1025 x '' 3x 99999999999999999999; do
  refused "'$number' threads" "^policy: --threads: '$number' is no number from 1 to 1024" read -j "$number" "$act"
done
refused "too narrow" "is no number from 40 to 4096" read --width 39 "$act"
refused "a colour of no kind" "'red' is none of auto, always, never" read --colour red "$act"
refused "a limit without a value" "'text' is not NAME=VALUE" read --limit text "$act"
refused "an unknown limit" "'texts=1' is not NAME=VALUE with a known NAME" read --limit texts=1 "$act"
refused "half the name of a limit" "'tex=1' is not NAME=VALUE" read --limit tex=1 "$act"
for number in 0 -1 1T 17179869184G 1KK ''; do
  refused "a limit of '$number'" "^policy: --limit: '$number' is no number" read --limit "text=$number" "$act"
done
refused "a limit too great for its member" "is no number from 1 to 4294967295" read --limit depth=4G "$act"

for name in input text memory blocks tokens entries mentions warnings depth sentence token; do
  policy read --limit $name=4095M "$act"
  case $name in
    text | memory) ;;
    *) ok "the limit $name is known" ended 0 . '' ;;
  esac
done
policy read --limit text=2K --limit text=1M "$act"
ok "the last limit counts" ended 0 . ''
policy read --limit text=1K "$act"
ok "a limit that is reached" ended 1 '' "^policy: .*act.txt: .*1024"
finish
