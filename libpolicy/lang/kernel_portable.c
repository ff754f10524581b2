/* The kernel in plain C: what the others must equal. */
#include "lang/kernel.h"

#define TARGET
#include "lang/kernel_body.h"

enum { ROWS = 16 }; /* worked on at once */

/* The weights of a group of outputs, one output behind the other: in this shape compilers find the instruction that
   multiplies pairs of 16 bits and adds them. */
BODY void unpack(const int8_t *restrict weights, uint32_t inputs, int16_t *restrict wide) {
  int16_t group[4 * POLICY__LANES];
  for (uint32_t k = 0; k < inputs; k += 4, weights += 4 * POLICY__LANES) {
    for (uint32_t i = 0; i < 4 * POLICY__LANES; i++) group[i] = weights[i];
    for (uint32_t o = 0; o < POLICY__LANES; o++) memcpy(wide + (size_t)o * inputs + k, group + 4 * o, 4 * sizeof *wide);
  }
}

/* Four outputs at once, so that each activation is loaded once for them. */
BODY void multiply_row(const int16_t *restrict weights, uint32_t inputs, const int16_t *restrict row,
                       int32_t *restrict sums) {
  for (uint32_t o = 0; o < POLICY__LANES; o += 4) {
    const int16_t *first = weights + (size_t)o * inputs, *second = first + inputs, *third = second + inputs,
                  *fourth = third + inputs;
    int32_t a = 0, b = 0, c = 0, d = 0;
    for (uint32_t k = 0; k < inputs; k++) {
      a += (int32_t)first[k] * row[k];
      b += (int32_t)second[k] * row[k];
      c += (int32_t)third[k] * row[k];
      d += (int32_t)fourth[k] * row[k];
    }
    sums[o] = a, sums[o + 1] = b, sums[o + 2] = c, sums[o + 3] = d;
  }
}

BODY void widen(const uint8_t *restrict row, uint32_t inputs, int16_t *restrict wide) {
  for (uint32_t k = 0; k < inputs; k++) wide[k] = row[k];
}

/* A few rows at a time, which stay in the nearest cache with the weights of a group. */
static void multiply_rows(const policy__matrix *matrix, const uint8_t *rows, size_t stride, uint32_t count,
                          int32_t *sums) {
  int16_t weights[POLICY__LANES * POLICY__INPUTS_MOST], wide[ROWS][POLICY__INPUTS_MOST];
  for (uint32_t r = 0; r < count; r++) widen(rows + r * stride, matrix->inputs, wide[r]);
  for (uint32_t o = 0; o < matrix->outputs; o += POLICY__LANES) {
    unpack(matrix->weights + (size_t)o * matrix->inputs, matrix->inputs, weights);
    for (uint32_t r = 0; r < count; r++)
      multiply_row(weights, matrix->inputs, wide[r], sums + (size_t)r * matrix->outputs + o);
  }
}

static void multiply(const policy__matrix *matrix, const uint8_t *rows, size_t stride, uint32_t count,
                     int32_t *sums) {
  for (uint32_t r = 0; r < count; r += ROWS)
    multiply_rows(matrix, rows + r * stride, stride, count - r < ROWS ? count - r : ROWS,
                  sums + (size_t)r * matrix->outputs);
}

const policy__kernel policy__kernel_portable = {"portable", multiply, to_fixed, to_tanh, step, add_tanh, products};
