#!/bin/sh
# What the shared library exports and what it calls: the list of exported names against the headers and the
# library, functions that a library has no business with, the hardening of the file, and its size.
root=${srcdir:-.}
build=${builddir:-.}
list=$root/libpolicy/libpolicy.sym
library=$build/.libs/libpolicy.so
NM=${NM:-nm}
n=0
failed=0

result() { # result WHAT FOUND: good when nothing was found
  n=$((n + 1))
  if [ -z "$2" ]; then
    echo "ok $n - $1"
  else
    echo "not ok $n - $1"
    echo "$2" | sed 's/^/# /'
    failed=1
  fi
}

only_in() { # lines of the first text that are not in the second
  printf '%s\n' "$1" >"$work/one"
  printf '%s\n' "$2" >"$work/two"
  sort -u "$work/one" >"$work/a"
  sort -u "$work/two" >"$work/b"
  comm -23 "$work/a" "$work/b" | sed '/^$/d'
}

if [ ! -f "$library" ] || ! command -v "$NM" >/dev/null; then
  echo '1..0 # SKIP no shared library, or no nm'
  exit 0
fi
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

listed=$(sed '/^$/d' "$list")
declared=$(cat "$root"/include/policy/*.h | tr '\n' ' ' | sed 's,/\*[^*]*\*\+\([^/*][^*]*\*\+\)*/,,g' |
  tr ';' '\n' | sed -n 's/.*POLICY_API[^(]*[ *]\(policy_[a-z0-9_]*\)(.*/\1/p')
exported=$($NM -D --defined-only "$library" | awk '$2 ~ /[A-Z]/ && $2 != "A" { sub(/@.*/, "", $3); print $3 }')

result 'the list is in order, each name once' "$(LC_ALL=C sort -u "$list" | diff - "$list")"
result 'every name of the list is declared' "$(only_in "$listed" "$declared")"
result 'every declaration is in the list' "$(only_in "$declared" "$listed")"
result 'every name of the list is exported' "$(only_in "$listed" "$exported")"
result 'nothing else is exported' "$(only_in "$exported" "$listed")"

# Fortified calls go by names of their own, __printf_chk; sanitizers bring calls that are not ours.
forbidden='abort|_?exit|_Exit|quick_exit|atexit|on_exit|v?f?w?printf|v?dprintf|puts|fputs|putc|fputc|putchar|perror'
forbidden="$forbidden|fwrite|strcpy|stpcpy|strcat|v?sprintf|strtok|ato(i|l|ll|f)|gets|scanf|sscanf|fscanf|alloca"
forbidden="$forbidden|_?setjmp|__sigsetjmp|_?longjmp|signal|sigaction|raise|kill|waitpid|setlocale|newlocale|uselocale|localeconv"
forbidden="$forbidden|(secure_)?getenv|setenv|putenv|unsetenv|system|popen|fork|exec[lv]p?e?|posix_spawnp?|socket|connect"
forbidden="$forbidden|bind|dlopen|s?rand|random|drand48|tmpnam|tmpfile|mktemp|asctime|ctime|gmtime|localtime|time|strsignal"
forbidden="$forbidden|sleep|usleep|nanosleep|pthread_create|__assert_fail"
undefined=$($NM -D --undefined-only "$library" | awk '{ sub(/@.*/, "", $NF); print $NF }')
# pdftotext runs as a child: one file, and no other, may start a program, stop the one that it started, and wait for it.
of_children='posix_spawn|kill|waitpid'
if [ -n "$SANITIZE" ]; then
  echo "ok $((n = n + 1)) - functions that the library does not call # SKIP built with sanitizers"
else
  found=$(printf '%s\n' "$undefined" | grep -vxE "$of_children" | grep -xE "$forbidden|__($forbidden)_chk|__isoc[0-9]+_($forbidden)")
  result 'functions that the library does not call' "$found"
fi

found=$(find "$build/libpolicy" -name '*.o' | sort | while read -r object; do
  $NM --undefined-only "$object" | awk '{ sub(/@.*/, "", $NF); print $NF }' | grep -qxE "$of_children" && echo "$object"
done | grep -v '/base/\(\.libs/\)\?libcore_la-child\.o$')
result 'only base/child.c starts, stops and awaits processes' "$found"

# Writable data of our own would be shared by all threads. What the compiler's own library notes of the processor is
# written once, when the library is loaded.
data=$($NM --format=sysv "$library" | awk -F'|' '{ gsub(/ /, "") } $4 == "OBJECT" && $7 ~ /^\.(data|bss|tdata|tbss)$/ { print $1 }' |
  grep -vE '^(completed|__dso_handle|__TMC_END__|__do_global|__frame_dummy|.*_array_entry|__cpu_model$|__cpu_features2$)')
[ -n "$SANITIZE$COVERAGE" ] && data=
result 'no variable that is not constant' "$data"

if command -v readelf >/dev/null && [ -z "$SANITIZE" ]; then
  segments=$(readelf -lW "$library")
  dynamic=$(readelf -dW "$library")
  result 'relocations are read only' "$(echo "$segments" | grep -q GNU_RELRO || echo 'no GNU_RELRO')"
  result 'symbols are bound at once' "$(echo "$dynamic" | grep -qE 'BIND_NOW|NOW' || echo 'no BIND_NOW')"
  result 'the stack is not executable' "$(echo "$segments" | grep GNU_STACK | grep -E 'RWE|E  *0x')"
  result 'no segment is writable and executable' "$(echo "$segments" | grep LOAD | grep 'RWE')"
  result 'no relocations in the code' "$(echo "$dynamic" | grep TEXTREL)"
  result 'no path of its own to search' "$(echo "$dynamic" | grep -E 'RPATH|RUNPATH')"
  result 'a soname with a version' "$(echo "$dynamic" | grep -q 'SONAME.*libpolicy\.so\.[0-9]' || echo 'none')"
else
  echo "ok $((n = n + 1)) - hardening # SKIP no readelf, or built with sanitizers"
fi

# With the network and all tables, as it is installed.
most=14000000
if command -v strip >/dev/null && [ -z "$SANITIZE$COVERAGE" ] && strip -o "$work/stripped" "$library"; then
  size=$(wc -c <"$work/stripped")
  result 'the library is small' "$([ "$size" -le $most ] || echo "$size bytes, of at most $most")"
else
  echo "ok $((n = n + 1)) - the library is small # SKIP no strip, or built with sanitizers or for coverage"
fi

echo "1..$n"
exit $failed
