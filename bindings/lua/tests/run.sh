#!/bin/sh
# Runs the Lua tests under every Lua whose module is built, and tells all as one list (TAP).
# usage: run.sh [TEST.lua ...], with srcdir and builddir set, as make check does.
source=$srcdir/bindings/lua
export LUA_PATH="$source/?.lua;$source/tests/?.lua"
unset LUA_PATH_5_4 LUA_CPATH_5_4
test $# -gt 0 || set -- "$source"/tests/test_*.lua

# Lua itself is not built with the sanitizer, so it has to be there first.
preload=
case $SANITIZE in
*address*) preload=$($CC -print-file-name=libasan.so) ;;
esac

for name in "${LUA:-lua5.4}" lua5.1 luajit; do
  case $name in lua5.1 | luajit) folder=$builddir/bindings/lua/$name ;; *) folder=$builddir/bindings/lua/.libs ;; esac
  if ! command -v "$name" >/dev/null || ! test -f "$folder/libpolicy_core.so"; then
    echo "ok 1 - the tests # SKIP no module for it"
    echo "status 0 $name"
    continue
  fi
  for test; do
    LD_PRELOAD=$preload LUA_CPATH="$folder/?.so" "$name" "$test" 2>&1
    echo "status $? $(basename "$name") $(basename "$test" .lua)"
  done
done | awk '
  /^1\.\.[0-9]+$/ { planned = substr($0, 4) + 0; next }
  /^(not )?ok /   { lines[++n] = $0; checks++; next }
  !/^status /     { lines[++n] = "# " $0; next }
  {
    who = $3 " " $4 ": "
    if ($4 != "" && ($2 != 0 || planned != checks)) lines[++n] = "not ok - status " $2 " after " checks + 0 " checks"
    for (i = 1; i <= n; i++) {
      text = lines[i]
      if (text ~ /^#/) { print text; continue }
      result = text ~ /^not/ ? "not ok" : "ok"
      sub(/^(not )?ok [0-9]* *- /, "", text)
      print result, ++total, "-", who text
    }
    n = checks = planned = 0
  }
  END { print "1.." total }'
