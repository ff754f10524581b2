#!/bin/sh
# Every public header compiles alone, as C and as C++, without a warning; a C++ program links with the library.
root=${srcdir:-.}
build=${builddir:-.}
n=0
failed=0
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

try() { # try WHAT COMMAND...
  what=$1
  shift
  n=$((n + 1))
  if "$@" >"$work/out" 2>&1; then
    echo "ok $n - $what"
  else
    echo "not ok $n - $what"
    sed 's/^/# /' "$work/out"
    failed=1
  fi
}

strict='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wundef -Werror -fsyntax-only'
for header in "$root"/include/policy.h "$root"/include/policy/*.h; do
  name=${header#"$root"/include/}
  for standard in c11 c17 gnu11; do
    printf '#include <%s>\n#include <%s>\nint policy_dummy;\n' "$name" "$name" >"$work/alone.c"
    # shellcheck disable=SC2086
    try "$name alone as $standard" ${CC:-cc} -std=$standard $strict -Wstrict-prototypes -I"$root/include" "$work/alone.c"
  done
  [ -n "$CXX" ] && command -v "${CXX%% *}" >/dev/null || continue
  cp "$work/alone.c" "$work/alone.cc"
  for standard in c++11 c++17; do
    # shellcheck disable=SC2086
    try "$name alone as $standard" $CXX -std=$standard $strict -Wold-style-cast -I"$root/include" "$work/alone.cc"
  done
done

if [ -n "$CXX" ] && command -v "${CXX%% *}" >/dev/null && [ -f "$build/.libs/libpolicy.so" ]; then
  cat >"$work/program.cc" <<'END'
#include <policy.h>
#include <cstring>
int main() {
  policy_error error;
  policy_options options = POLICY_OPTIONS_INIT;
  policy_limits limits = POLICY_LIMITS_INIT;
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_component_record component = POLICY_COMPONENT_RECORD_INIT;
  options.limits = &limits;
  options.media_type = "text/plain";
  policy_document *document = policy_read("Text.", 5, &options, &error);
  bool good = document != nullptr && policy_document_text(document).size == 5 && component.actor == POLICY_NONE &&
              policy_json_write(document, POLICY_JSON_INDENT, &buffer, &error) == POLICY_OK &&
              std::strcmp(policy_version(), POLICY_VERSION) == 0;
  policy_buffer_free(&buffer);
  policy_document_unref(document);
  return good ? 0 : 1;
}
END
  # shellcheck disable=SC2086
  try 'a C++ program links' $CXX -std=c++11 -Wall -Wextra -Werror $SANITIZE -I"$root/include" "$work/program.cc" \
    -o "$work/program" "$build/.libs/libpolicy.so"
  try 'and runs' env LD_LIBRARY_PATH="$build/.libs" "$work/program"
else
  n=$((n + 1))
  echo "ok $n - a C++ program links # SKIP no C++ compiler or no shared library"
fi

echo "1..$n"
exit $failed
