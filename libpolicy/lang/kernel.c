/* Which kernel this processor runs. */
#include "lang/kernel.h"

#include <stdbool.h>
#include <string.h>

#ifdef POLICY__HAVE_X86
/* Whether a kind multiplies a small matrix as the plain one does: no processor, emulator or compiler that is not
   what it says shall change what documents say. */
static bool is_sound(const policy__kernel *kernel) {
  enum { INPUTS = 8, ROWS = 15 };
  int8_t weights[INPUTS * POLICY__LANES];
  uint8_t rows[ROWS * INPUTS];
  int32_t sums[ROWS * POLICY__LANES], expected[ROWS * POLICY__LANES];
  const policy__matrix matrix = {.inputs = INPUTS, .outputs = POLICY__LANES, .weights = weights};
  for (int i = 0; i < INPUTS * POLICY__LANES; i++) weights[i] = (int8_t)(i * 73 % 255 - 127);
  for (int i = 0; i < ROWS * INPUTS; i++) rows[i] = (uint8_t)(127 - i * 29 % 128);
  policy__kernel_portable.multiply(&matrix, rows, INPUTS, ROWS, expected);
  kernel->multiply(&matrix, rows, INPUTS, ROWS, sums);
  return memcmp(sums, expected, sizeof sums) == 0;
}
#endif

void policy__kernels(const policy__kernel *kernels[POLICY__KERNELS]) {
  uint32_t count = 0;
  kernels[count++] = &policy__kernel_portable;
#ifdef POLICY__HAVE_X86
  __builtin_cpu_init();
  bool avx2 = __builtin_cpu_supports("avx2");
  if (avx2 && is_sound(&policy__kernel_avx2)) kernels[count++] = &policy__kernel_avx2;
  if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vnni") && is_sound(&policy__kernel_vnni))
    kernels[count++] = &policy__kernel_vnni;
#endif
  while (count < POLICY__KERNELS) kernels[count++] = NULL;
}

const policy__kernel *policy__kernel_best(void) {
  const policy__kernel *kernels[POLICY__KERNELS];
  uint32_t best = 0;
  policy__kernels(kernels);
  while (best + 1 < POLICY__KERNELS && kernels[best + 1] != NULL) best++;
  return kernels[best];
}
