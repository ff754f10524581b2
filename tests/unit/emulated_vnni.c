/* The kernel for AVX-512 VNNI with plain C for its instructions, as `emulated_vnni`. */
#include "emulated_vnni.h"

#include "lang/kernel_vnni.c"
