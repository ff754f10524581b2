#!/usr/bin/env python3
"""Prints libpolicy/data/entity_table.c: the named character references of HTML."""
from html.entities import html5

print("""/* Named character references of HTML and what they stand for, in the order of their names. Source: the table of the
   HTML Standard, 13.5 (WHATWG, CC BY 4.0; in code BSD-3-Clause), as Python's html.entities has it. Made by
   python3 tools/entities.py >libpolicy/data/entity_table.c */
#include "data/entity_table.h"

#pragma GCC diagnostic ignored "-Woverlength-strings"

const char policy__entity_letters[] =""")
at, begins = 0, []
for name, value in sorted(html5.items(), key=lambda item: item[0].encode()):
    begins.append(at)
    at += len(name) + len(value.encode()) + 2
    print('    "%s\\0" "%s\\0"' % (name, "".join("\\x%02X" % byte for byte in value.encode())))
print("    ;\n\nconst uint16_t policy__entities[POLICY__ENTITIES] = {")
for i in range(0, len(begins), 16):
    print("    " + ", ".join(map(str, begins[i:i + 16])) + ",")
print("};")
