/* The kernel for x86-64 processors with AVX-512 VNNI: 64 products an instruction. */
#include "lang/kernel.h"

#if defined(POLICY__HAVE_X86) || defined(POLICY__VNNI_STANDIN)

#ifndef POLICY__VNNI_STANDIN /* tests bring plain C for the instructions, and TARGET */
#include <immintrin.h>
#define TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#endif
#include "lang/kernel_body.h"

/* `groups` times 16 outputs of `count` rows. An instruction's sum comes five cycles later, so at least ten of them
   must be under way; eight sums at once, that of one group and eight rows, would wait. */
BODY inline __attribute__((always_inline)) void multiply_tile(const policy__matrix *matrix, uint32_t output,
                                                              const uint8_t *rows, size_t stride,
                                                              const uint32_t count, const uint32_t groups,
                                                              int32_t *sums) {
  uint32_t inputs = matrix->inputs;
  const int8_t *weights = matrix->weights + (size_t)output * inputs;
  __m512i sum[8][8], all[8];
  for (uint32_t r = 0; r < count; r++)
    for (uint32_t g = 0; g < groups; g++) sum[r][g] = _mm512_setzero_si512();
  for (uint32_t k = 0; k < inputs; k += 4, weights += 4 * POLICY__LANES) {
    for (uint32_t g = 0; g < groups; g++)
      all[g] = _mm512_loadu_si512((const void *)(weights + (size_t)g * POLICY__LANES * inputs));
    for (uint32_t r = 0; r < count; r++) {
      int32_t four;
      memcpy(&four, rows + r * stride + k, sizeof four);
      __m512i row = _mm512_set1_epi32(four);
      for (uint32_t g = 0; g < groups; g++) sum[r][g] = _mm512_dpbusd_epi32(sum[r][g], row, all[g]);
    }
  }
  for (uint32_t r = 0; r < count; r++)
    for (uint32_t g = 0; g < groups; g++)
      _mm512_storeu_si512((void *)(sums + r * (size_t)matrix->outputs + output + g * POLICY__LANES), sum[r][g]);
}

/* All outputs of `count` rows, `groups` groups at a time and the rest singly. */
#define RUN(size, groups)                                                                                      \
  for (; count >= (size); count -= (size), rows += (size)*stride, sums += (size) * (size_t)matrix->outputs) {  \
    uint32_t o = 0;                                                                                           \
    for (; o + (groups)*POLICY__LANES <= matrix->outputs; o += (groups)*POLICY__LANES)                         \
      multiply_tile(matrix, o, rows, stride, size, groups, sums);                                              \
    for (; o < matrix->outputs; o += POLICY__LANES) multiply_tile(matrix, o, rows, stride, size, 1, sums);     \
  }

BODY void multiply(const policy__matrix *matrix, const uint8_t *rows, size_t stride, uint32_t count,
                   int32_t *sums) {
  RUN(8, 3)
  RUN(4, 4)
  RUN(2, 8)
  RUN(1, 8)
}

const policy__kernel policy__kernel_vnni = {"avx512-vnni", multiply, to_fixed, to_tanh, step, add_tanh, products};

#else
typedef int policy__kernel_vnni_is_for_x86;
#endif
