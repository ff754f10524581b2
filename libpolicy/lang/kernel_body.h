/* What all kernels share but for the instructions that the compiler may use: included once for each, with TARGET
   and the names defined. No sum of floats stands here, so any width of vector gives the same bits. */
#include <string.h>

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#define BODY TARGET static
#else
#define BODY TARGET __attribute__((optimize("O3", "fp-contract=off", "no-trapping-math", "finite-math-only", \
                                            "no-signed-zeros"))) static
#endif

/* tanh x = x (945 + 105 x^2 + x^4) / (945 + 420 x^2 + 15 x^4): Lambert's continued fraction, cut after the fifth term;
   at most 1.4e-3 off with the argument cut where the fraction reaches 1. Gives the two parts, so that products of such
   fractions cost one division. */
#define TANH_PARTS(above, below, argument)                                                                    \
  do {                                                                                                        \
    float x_ = (argument);                                                                                    \
    x_ = x_ < 3.6454f ? x_ : 3.6454f;                                                                          \
    x_ = x_ > -3.6454f ? x_ : -3.6454f;                                                                        \
    float s_ = x_ * x_;                                                                                       \
    (above) = x_ * ((s_ + 105.0f) * s_ + 945.0f);                                                              \
    (below) = (15.0f * s_ + 420.0f) * s_ + 945.0f;                                                             \
  } while (0)

/* 1 / (1 + e^-x) = (1 + tanh (x / 2)) / 2, likewise. */
#define SIGMOID_PARTS(above, below, argument)                                                                 \
  do {                                                                                                        \
    float a_, b_;                                                                                             \
    TANH_PARTS(a_, b_, 0.5f * (argument));                                                                     \
    (above) = a_ + b_;                                                                                         \
    (below) = b_ + b_;                                                                                         \
  } while (0)

#define TANH(result, argument)                                                                                \
  do {                                                                                                        \
    float above_, below_;                                                                                      \
    TANH_PARTS(above_, below_, argument);                                                                      \
    (result) = above_ / below_;                                                                                \
  } while (0)

/* From -1..1 to 1..127, halves up. */
#define QUANTISE(value) ((uint8_t)(int32_t)((value) * (float)POLICY__UNIT + ((float)POLICY__ZERO + 0.5f)))

/* scale * sum + bias in FIXED, cut at 120. */
#define TO_FIXED(result, o)                                                                                   \
  do {                                                                                                        \
    float value_ = (float)sums[o] * scale[o] + bias[o];                                                        \
    value_ = value_ < 120.0f ? value_ : 120.0f;                                                                \
    value_ = value_ > -120.0f ? value_ : -120.0f;                                                              \
    (result) = (int32_t)(value_ * (float)POLICY__FIXED + 32768.5f) - 32768;                                    \
  } while (0)

BODY void to_fixed(const policy__matrix *matrix, const int32_t *restrict sums, const int16_t *restrict base,
                   int16_t *restrict fixed) {
  const float *restrict scale = matrix->scale, *restrict bias = matrix->bias;
  uint32_t outputs = matrix->outputs;
  int32_t number;
  if (base == NULL) {
    for (uint32_t o = 0; o < outputs; o++) {
      TO_FIXED(number, o);
      fixed[o] = (int16_t)number;
    }
    return;
  }
  for (uint32_t o = 0; o < outputs; o++) {
    TO_FIXED(number, o);
    number += base[o];
    number = number < INT16_MAX ? number : INT16_MAX;
    fixed[o] = (int16_t)(number > INT16_MIN ? number : INT16_MIN);
  }
}

BODY void to_tanh(const policy__matrix *matrix, const int32_t *restrict sums, uint8_t *restrict activations) {
  const float *restrict scale = matrix->scale, *restrict bias = matrix->bias;
  uint32_t outputs = matrix->outputs;
  for (uint32_t o = 0; o < outputs; o++) {
    float value;
    TANH(value, (float)sums[o] * scale[o] + bias[o]);
    activations[o] = QUANTISE(value);
  }
}

BODY void step(const policy__matrix *matrix, const int32_t *restrict sums, const int16_t *restrict input,
               float *restrict cells, uint8_t *restrict state) {
  const float *restrict scale = matrix->scale, *restrict bias = matrix->bias;
  uint32_t outputs = matrix->outputs, units = outputs / 4;
  const float unit = 1.0f / (float)POLICY__FIXED;
  float gates[4 * POLICY__UNITS_MOST], values[POLICY__UNITS_MOST];
  for (uint32_t o = 0; o < outputs; o++)
    gates[o] = (float)input[o] * unit + ((float)sums[o] * scale[o] + bias[o]);
  for (uint32_t u = 0; u < units; u++) {
    float a, b, c, d;
    SIGMOID_PARTS(a, b, gates[u + units]);
    float kept = cells[u] * (a / b);
    SIGMOID_PARTS(a, b, gates[u]);
    TANH_PARTS(c, d, gates[u + 2 * units]);
    float cell = kept + (a * c) / (b * d);
    SIGMOID_PARTS(a, b, gates[u + 3 * units]);
    TANH_PARTS(c, d, cell);
    cells[u] = cell;
    values[u] = (a * c) / (b * d);
  }
  for (uint32_t u = 0; u < units; u++) state[u] = QUANTISE(values[u]);
}

BODY void add_tanh(const int16_t *restrict a, const int16_t *restrict b, uint32_t count,
                   uint8_t *restrict activations) {
  const float unit = 1.0f / (float)POLICY__FIXED;
  for (uint32_t i = 0; i < count; i++) {
    float value;
    TANH(value, (float)((int32_t)a[i] + (int32_t)b[i]) * unit);
    activations[i] = QUANTISE(value);
  }
}

BODY void products(const int16_t *restrict child, const int16_t *restrict heads, uint32_t size, uint32_t count,
                   int32_t *restrict scores) {
  for (uint32_t h = 0; h < count; h++) {
    const int16_t *head = heads + (size_t)h * size;
    int32_t sum = 0;
    for (uint32_t i = 0; i < size; i++) sum += (int32_t)child[i] * head[i];
    scores[h] = sum;
  }
}
