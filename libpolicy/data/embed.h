/* Files taken into the library, as constants. */
#ifndef POLICY_DATA_EMBED_H
#define POLICY_DATA_EMBED_H

#ifndef POLICY_DATA
#error "compile with -DPOLICY_DATA='\"the folder that this file lies in\"'"
#endif

#ifdef __APPLE__
#define POLICY__SECTION ".const_data"
#define POLICY__SYMBOL(name) "_" name
#define POLICY__HIDDEN ".private_extern"
#else
#define POLICY__SECTION ".section .rodata"
#define POLICY__SYMBOL(name) name
#define POLICY__HIDDEN ".hidden"
#endif

#define POLICY__LABEL(name)                                                                                   \
  ".globl " POLICY__SYMBOL(name) "\n" POLICY__HIDDEN " " POLICY__SYMBOL(name) "\n" POLICY__SYMBOL(name) ":\n"

/* The bytes of a file of this folder, aligned to 64, from the symbol `name` to `name`_end; a NUL follows. */
#define POLICY__EMBED(name, file)                                                                             \
  __asm__(POLICY__SECTION "\n.balign 64\n" POLICY__LABEL(name) ".incbin \"" POLICY_DATA "/" file "\"\n"       \
                          POLICY__LABEL(name "_end") ".byte 0\n.text\n")

#endif
