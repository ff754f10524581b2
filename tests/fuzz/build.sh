#!/bin/sh
# Builds the fuzz targets with clang's libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer:
#   tests/fuzz/build.sh FOLDER [ENTRY...]
# and prints how to run each. With SECONDS_EACH=N each is run for N seconds on a copy of its seeds.
set -e
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:?usage: build.sh FOLDER [ENTRY...]}
shift
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
clang=${CLANG:-clang}
flags="-std=gnu11 -g -O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all"
flags="$flags -DPOLICY_BUILDING -DPOLICY_DEBUG -DPOLICY_DEBUG_ARENA -I$root/include -I$root/libpolicy"
flags="$flags -DPOLICY_DATA=\"$root/libpolicy/data\""
needed="libutf8proc jansson gumbo libxml-2.0 libzip md4c uchardet zlib"
# shellcheck disable=SC2086
flags="$flags $(pkg-config --cflags $needed)"
# shellcheck disable=SC2086
libraries="$(pkg-config --libs $needed) -lm"

objects=
for source in $(find "$root/libpolicy" -name '*.c' | sort); do
  object=$folder/$(echo "${source#"$root"/}" | tr / -).o
  objects="$objects $object"
  [ "$object" -nt "$source" ] && [ -z "$(find "$root/libpolicy" "$root/include" -name '*.h' -newer "$object")" ] && continue
  # shellcheck disable=SC2086
  $clang $flags -c "$source" -o "$object"
done

[ $# -gt 0 ] || set -- $(cd "$root/tests/fuzz" && ls fuzz_*.c | sed 's/^fuzz_//;s/\.c$//')
for entry in "$@"; do
  # shellcheck disable=SC2086
  $clang $flags -fsanitize=fuzzer "$root/tests/fuzz/fuzz_$entry.c" $objects $libraries -o "$folder/fuzz_$entry"
  dictionary=$root/tests/fuzz/$entry.dict
  [ -f "$dictionary" ] && dictionary="-dict=$dictionary" || dictionary=
  mkdir -p "$folder/corpus-$entry"
  echo "$folder/fuzz_$entry -timeout=5 -rss_limit_mb=1024 $dictionary $folder/corpus-$entry $root/tests/fuzz/seeds/$entry"
  [ -z "$SECONDS_EACH" ] || "$folder/fuzz_$entry" -timeout=5 -rss_limit_mb=1024 -max_total_time="$SECONDS_EACH" \
    -print_final_stats=1 $dictionary "$folder/corpus-$entry" "$root/tests/fuzz/seeds/$entry" 2>&1 | tail -12
done
