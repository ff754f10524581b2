#!/usr/bin/env python3
"""Prints libpolicy/data/entity_table.c: the named character references of HTML."""
from html.entities import html5

print("""/* Named character references of HTML and what they stand for, in the order of their names. Source: the table of the
   HTML Standard, 13.5 (WHATWG, CC BY 4.0; in code BSD-3-Clause), as Python's html.entities has it. Made by
   python3 tools/entities.py >libpolicy/data/entity_table.c */
#include "data/entity_table.h"

const policy__entity policy__entities[POLICY__ENTITIES] = {""")
for name, value in sorted(html5.items(), key=lambda item: item[0].encode()):
    print('    {"%s", "%s"},' % (name, "".join("\\x%02X" % byte for byte in value.encode())))
print("};")
