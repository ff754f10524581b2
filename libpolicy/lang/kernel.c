/* Which kernel this processor runs. */
#include "lang/kernel.h"

#include <stdbool.h>

void policy__kernels(const policy__kernel *kernels[POLICY__KERNELS]) {
  uint32_t count = 0;
  kernels[count++] = &policy__kernel_portable;
#ifdef POLICY__HAVE_X86
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) kernels[count++] = &policy__kernel_avx2;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vnni"))
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
