/* The kernel in plain C: what the others must equal. */
#include "lang/kernel.h"

#define TARGET
#include "lang/kernel_body.h"

/* The weights of a group of outputs, one output behind the other: in this shape compilers find the instruction that
   multiplies pairs of 16 bits and adds them. */
BODY void unpack(const int8_t *restrict weights, uint32_t inputs, int16_t *restrict wide) {
  int16_t group[4 * POLICY__LANES];
  for (uint32_t k = 0; k < inputs; k += 4, weights += 4 * POLICY__LANES) {
    for (uint32_t i = 0; i < 4 * POLICY__LANES; i++) group[i] = weights[i];
    for (uint32_t o = 0; o < POLICY__LANES; o++) memcpy(wide + (size_t)o * inputs + k, group + 4 * o, 4 * sizeof *wide);
  }
}

BODY void multiply_row(const int16_t *restrict weights, uint32_t inputs, const uint8_t *restrict row,
                       int32_t *restrict sums) {
  int16_t wide[POLICY__INPUTS_MOST];
  for (uint32_t k = 0; k < inputs; k++) wide[k] = row[k];
  for (uint32_t o = 0; o < POLICY__LANES; o++, weights += inputs) {
    int32_t sum = 0;
    for (uint32_t k = 0; k < inputs; k++) sum += (int32_t)weights[k] * wide[k];
    sums[o] = sum;
  }
}

static void multiply(const policy__matrix *matrix, const uint8_t *rows, size_t stride, uint32_t count,
                     int32_t *sums) {
  int16_t wide[POLICY__LANES * POLICY__INPUTS_MOST];
  for (uint32_t o = 0; o < matrix->outputs; o += POLICY__LANES) {
    unpack(matrix->weights + (size_t)o * matrix->inputs, matrix->inputs, wide);
    for (uint32_t r = 0; r < count; r++)
      multiply_row(wide, matrix->inputs, rows + r * stride, sums + (size_t)r * matrix->outputs + o);
  }
}

const policy__kernel policy__kernel_portable = {"portable", multiply, to_fixed, to_tanh, step, add_tanh, products};
