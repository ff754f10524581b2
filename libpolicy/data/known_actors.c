/* The gazetteer that the library carries: takes actors.gazetteer into the library. tools/gazetteer/README.md tells what
   it was made from, and how. POLICY_DATA is this folder, as a string. */
#include "data/known_actors.h"

#ifndef POLICY_DATA
#error "compile with -DPOLICY_DATA='\"the folder that this file lies in\"'"
#endif

#ifdef __APPLE__
#define SECTION ".const_data"
#define SYMBOL(name) "_" name
#define HIDDEN ".private_extern"
#else
#define SECTION ".section .rodata"
#define SYMBOL(name) name
#define HIDDEN ".hidden"
#endif

__asm__(SECTION "\n"
        ".balign 64\n"
        ".globl " SYMBOL("policy__known_actors") "\n"
        HIDDEN " " SYMBOL("policy__known_actors") "\n"
        SYMBOL("policy__known_actors") ":\n"
        ".incbin \"" POLICY_DATA "/actors.gazetteer\"\n"
        ".byte 0\n"
        ".text\n");
