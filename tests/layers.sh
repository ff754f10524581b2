#!/bin/sh
# Who may include whom: the layers of libpolicy, the doors of third-party headers, and what stays inside model/.
# The names of files are unique in the library.
root=${srcdir:-.}
lib=$root/libpolicy
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

# Every include of the given files as "path<TAB>header", headers in quotes or angle brackets as written.
includes() {
  find "$@" \( -name '*.c' -o -name '*.h' -o -name '*.i' -o -name '*.cc' \) | sort | while read -r file; do
    sed -n 's/^[ \t]*#[ \t]*include[ \t]*\(["<][^">]*[">]\).*/\1/p' "$file" | while read -r header; do
      printf '%s\t%s\n' "${file#"$root"/}" "$header"
    done
  done
}

allowed() {
  case $1 in
    base) echo 'base' ;;
    text) echo 'base text data' ;;
    model) echo 'base text model' ;;
    data) echo 'base text data' ;;
    read) echo 'base text model data read' ;;
    lang) echo 'base text model data lang' ;;
    igscript) echo 'base text model igscript' ;;
    write) echo 'base text model data igscript write' ;;
    store) echo 'base text model data store' ;;
    gazetteer) echo 'base text model data gazetteer' ;;
    extract) echo 'base text model data lang extract' ;;
  esac
}

all=$(includes "$lib")

for folder in "$lib"/*/; do
  layer=$(basename "$folder")
  layers=$(allowed "$layer")
  [ -n "$layers" ] || { result "$layer/ is a layer" "no rule for it"; continue; }
  pattern=$(echo "$layers" | sed 's/ /|/g')
  found=$(echo "$all" | grep "^libpolicy/$layer/" | grep '"' | grep -Ev "	\"($pattern)/[^/]*\"$")
  result "$layer/ includes only $layers" "$found"
done

found=$(echo "$all" | grep -v '^libpolicy/model/' | grep -E '"model/(model|building)\.h"')
result 'model.h and building.h stay inside model/' "$found"
found=$(echo "$all" | grep '<utf8proc' | grep -v '^libpolicy/text/utf8\.c')
result 'utf8proc has one door' "$found"
door() { # door LIBRARY HEADERS FILES: who may include what
  found=$(echo "$all" | grep -E "<($2)" | grep -Ev "^libpolicy/($3)	")
  result "$1 has one door" "$found"
}
door jansson jansson 'write/json[a-z_]*\.[ch]'
door gumbo gumbo 'read/html[a-z_]*\.[ch]'
door libxml2 libxml 'read/xml[a-z_]*\.[ch]'
door libzip zip 'read/archive\.c'
door md4c md4c 'read/markdown[a-z_]*\.c'
door charsets 'uchardet|iconv' 'text/charset\.c'
door zlib zlib 'read/gzip\.c'
door 'the system of processes' 'fcntl|poll|signal|spawn|sys/|unistd' '(read/pdf[a-z_]*|base/child)\.c'
found=$(echo "$all" | grep '<immintrin' | grep -Ev '^libpolicy/(lang/kernel_(avx2|vnni)|base/sha256_x86)\.c')
result 'instructions of one processor stand in its kernel' "$found"
found=$(echo "$all" | grep '<' | grep -v '<policy[/.]' |
  grep -Ev '<(utf8proc|jansson|gumbo|libxml/[a-zA-Z]*|zip|md4c|uchardet/uchardet|uchardet|iconv|zlib|fcntl|poll|signal|spawn|sys/[a-z]*|time|unistd|cpuid|immintrin|assert|errno|float|limits|math|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|string)\.h>')
result 'the library includes the standard library and its doors, nothing else' "$found"
found=$(echo "$all" | grep -E '^libpolicy/(base|text|model|read|lang|gazetteer|igscript|write|store|extract|data)/' | grep '<policy\.h>')
result 'only policy.c includes the umbrella' "$found"

public=$(includes "$root/include")
found=$(echo "$public" | grep -Ev '<(policy/[a-z]+\.h|stdbool\.h|stddef\.h|stdint\.h)>$')
result 'public headers include public headers' "$found"

for folder in tools/policy examples bindings; do
  [ -d "$root/$folder" ] || continue
  found=$(includes "$root/$folder" | grep -E '"[^"]*(base|text|model|read|lang|gazetteer|igscript|write|store|extract|data|libpolicy)/|<(base|text|model|read|lang|gazetteer|igscript|write|store|extract|data|libpolicy|utf8proc|jansson)[/.]' |
    grep -v '"[a-z_]*/[^"]*\.i"')
  result "$folder/ sees public headers only" "$found"
done

found=$(find "$lib" "$root/include" -type f \( -name '*.c' -o -name '*.h' \) | sed 's,.*/,,' | sort | uniq -d |
  grep -vxE 'actor\.h|builder\.h|citation\.h|conllu\.h|document\.h|event\.h|gazetteer\.h|html\.h|igscript\.h|json\.h|memory\.h|metadata\.h|model\.h|recommendation\.h|statement\.h|status\.h|summary\.h|text\.h')
result 'names of files are unique' "$found"

echo "1..$n"
exit $failed
