/* The name tagger's numbers: takes names.weights into the library. names.json tells what they were made
   from, their licence, and how well they do. POLICY_DATA is this folder, as a string. */
#include "data/name_weights.h"

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
        ".globl " SYMBOL("policy__name_weights") "\n"
        HIDDEN " " SYMBOL("policy__name_weights") "\n"
        SYMBOL("policy__name_weights") ":\n"
        ".incbin \"" POLICY_DATA "/names.weights\"\n"
        ".globl " SYMBOL("policy__name_weights_end") "\n"
        HIDDEN " " SYMBOL("policy__name_weights_end") "\n"
        SYMBOL("policy__name_weights_end") ":\n"
        ".byte 0\n"
        ".text\n");
