/* The kernel for x86-64 processors with AVX-512 VNNI: 64 products an instruction. */
#include "lang/kernel.h"

#if defined(POLICY__HAVE_X86) || defined(POLICY__VNNI_STANDIN)

#ifndef POLICY__VNNI_STANDIN /* tests bring plain C for the instructions, and TARGET */
#include <immintrin.h>
#define TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#endif
#include "lang/kernel_body.h"

#define ROWS 8 /* worked on at once */

/* 16 outputs of `count` rows, at most ROWS. */
BODY inline __attribute__((always_inline)) void multiply_group(const int8_t *weights, uint32_t inputs,
                                                               const uint8_t *rows, size_t stride,
                                                               const uint32_t count, int32_t *sums,
                                                               size_t outputs) {
  __m512i sum[ROWS];
  for (uint32_t r = 0; r < count; r++) sum[r] = _mm512_setzero_si512();
  for (uint32_t k = 0; k < inputs; k += 4, weights += 4 * POLICY__LANES) {
    __m512i all = _mm512_loadu_si512((const void *)weights);
    for (uint32_t r = 0; r < count; r++) {
      int32_t four;
      memcpy(&four, rows + r * stride + k, sizeof four);
      sum[r] = _mm512_dpbusd_epi32(sum[r], _mm512_set1_epi32(four), all);
    }
  }
  for (uint32_t r = 0; r < count; r++) _mm512_storeu_si512((void *)(sums + r * outputs), sum[r]);
}

#include "lang/kernel_rows.h"

const policy__kernel policy__kernel_vnni = {"avx512-vnni", multiply, to_fixed, to_tanh, step, add_tanh, products};

#else
typedef int policy__kernel_vnni_is_for_x86;
#endif
