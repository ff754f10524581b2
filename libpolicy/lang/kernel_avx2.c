/* The kernel for x86-64 processors with AVX2: 32 products an instruction. */
#include "lang/kernel.h"

#ifdef POLICY__HAVE_X86

#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))
#include "lang/kernel_body.h"

#define ROWS 4 /* worked on at once: 8 sums in registers, and what feeds them */

BODY __m256i broadcast(const uint8_t *four) {
  int32_t word;
  memcpy(&word, four, sizeof word);
  return _mm256_set1_epi32(word);
}

BODY inline __attribute__((always_inline)) __m256i add_products(__m256i sum, __m256i row, __m256i weights) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_maddubs_epi16(row, weights), _mm256_set1_epi16(1)));
}

/* 16 outputs of `count` rows, at most ROWS. */
BODY inline __attribute__((always_inline)) void multiply_group(const int8_t *weights, uint32_t inputs,
                                                               const uint8_t *rows, size_t stride,
                                                               const uint32_t count, int32_t *sums,
                                                               size_t outputs) {
  __m256i low[ROWS], high[ROWS];
  for (uint32_t r = 0; r < count; r++) low[r] = high[r] = _mm256_setzero_si256();
  for (uint32_t k = 0; k < inputs; k += 4, weights += 4 * POLICY__LANES) {
    __m256i first = _mm256_loadu_si256((const void *)weights);
    __m256i second = _mm256_loadu_si256((const void *)(weights + 32));
    for (uint32_t r = 0; r < count; r++) {
      __m256i four = broadcast(rows + r * stride + k);
      low[r] = add_products(low[r], four, first);
      high[r] = add_products(high[r], four, second);
    }
  }
  for (uint32_t r = 0; r < count; r++) {
    _mm256_storeu_si256((void *)(sums + r * outputs), low[r]);
    _mm256_storeu_si256((void *)(sums + r * outputs + 8), high[r]);
  }
}

/* All outputs, and as many rows at once as may be. */
#define RUN(size)                                                                                             \
  for (; r + (size) <= count; r += (size))                                                                    \
  multiply_group(weights, inputs, rows + r * stride, stride, size, sums + r * outputs + o, outputs)

BODY void multiply(const policy__matrix *matrix, const uint8_t *rows, size_t stride, uint32_t count,
                   int32_t *sums) {
  size_t outputs = matrix->outputs;
  uint32_t inputs = matrix->inputs;
  for (uint32_t o = 0; o < outputs; o += POLICY__LANES) {
    const int8_t *weights = matrix->weights + (size_t)o * inputs;
    uint32_t r = 0;
    RUN(4);
    RUN(2);
    RUN(1);
  }
}

const policy__kernel policy__kernel_avx2 = {"avx2", multiply, to_fixed, to_tanh, step, add_tanh, products};

#else
typedef int policy__kernel_avx2_is_for_x86;
#endif
