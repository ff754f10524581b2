/* The kernels: each gives the bits of the plain one, and that one what is written in kernel.h. */
#include <check.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "dice.h"
#include "lang/kernel.h"

extern const policy__kernel emulated_vnni;

enum {
  ROWS_MOST = 40,
  OUTPUTS_MOST = 4 * POLICY__UNITS_MOST,
  SLACK = 8, /* what lies behind results, and must not change */
  RUBBISH = 0x5A
};

static int8_t weights[POLICY__INPUTS_MOST * OUTPUTS_MOST];
static float scale[OUTPUTS_MOST], bias[OUTPUTS_MOST];

/* What this processor runs, but for the plain one, and the one that is emulated; how many. */
static uint32_t others(const policy__kernel *kernels[POLICY__KERNELS]) {
  uint32_t count = 0;
  policy__kernels(kernels);
  while (count + 1 < POLICY__KERNELS && kernels[count + 1] != NULL) {
    kernels[count] = kernels[count + 1];
    count++;
  }
  kernels[count++] = &emulated_vnni;
  return count;
}

static policy__matrix random_matrix(dice *d, uint32_t inputs, uint32_t outputs) {
  for (uint32_t i = 0; i < inputs * outputs; i++) weights[i] = (int8_t)dice_between(d, -127, 127);
  for (uint32_t o = 0; o < outputs; o++) {
    scale[o] = dice_float(d) / 4096.0f;
    bias[o] = dice_float(d) * 4.0f;
  }
  return (policy__matrix){inputs, outputs, weights, scale, bias};
}

/* The weight of an input of an output, as kernel.h lays them. */
static int32_t weight(const policy__matrix *m, uint32_t output, uint32_t input) {
  size_t group = output / POLICY__LANES, lane = output % POLICY__LANES;
  return m->weights[group * POLICY__LANES * m->inputs + input / 4 * 4 * POLICY__LANES + lane * 4 + input % 4];
}

static void multiply_naively(const policy__matrix *m, const uint8_t *rows, size_t stride, uint32_t count,
                             int32_t *sums) {
  for (uint32_t r = 0; r < count; r++)
    for (uint32_t o = 0; o < m->outputs; o++) {
      int64_t sum = 0;
      for (uint32_t i = 0; i < m->inputs; i++) sum += weight(m, o, i) * rows[r * stride + i];
      sums[(size_t)r * m->outputs + o] = (int32_t)sum;
    }
}

/* All kernels on rows that lie in a block of just their size, at an odd address. */
static void compare_multiply(const policy__matrix *m, const uint8_t *rows, size_t stride, uint32_t count) {
  const policy__kernel *kernels[POLICY__KERNELS];
  uint32_t kinds = others(kernels);
  size_t size = (size_t)count * m->outputs, room = (size + SLACK) * sizeof(int32_t);
  int32_t *expected = malloc(room), *sums = malloc(room);
  memset(expected, RUBBISH, room);
  multiply_naively(m, rows, stride, count, expected);
  kernels[kinds] = &policy__kernel_portable;
  for (uint32_t k = 0; k <= kinds; k++) {
    memset(sums, RUBBISH, room);
    kernels[k]->multiply(m, rows, stride, count, sums);
    ck_assert_msg(memcmp(sums, expected, room) == 0, "%s: %ux%u, %u rows", kernels[k]->name, m->inputs, m->outputs,
                  count);
  }
  free(expected);
  free(sums);
}

static void compare_sizes(dice *d, uint32_t inputs, uint32_t outputs, uint32_t count, size_t gap) {
  policy__matrix m = random_matrix(d, inputs, outputs);
  size_t stride = inputs + gap, size = (count - 1) * stride + inputs;
  uint8_t *room = malloc(size + 1), *rows = room + 1;
  for (size_t i = 0; i < size; i++) rows[i] = (uint8_t)dice_below(d, 128);
  compare_multiply(&m, rows, stride, count);
  free(room);
}

START_TEST(kernels_multiply_alike) {
  dice d = {1};
  for (uint32_t count = 1; count <= ROWS_MOST; count++) compare_sizes(&d, 20, 48, count, count % 5);
  for (uint32_t inputs = 4; inputs <= 64; inputs += 4) compare_sizes(&d, inputs, 16, 3, inputs % 7);
  for (uint32_t outputs = 16; outputs <= 160; outputs += 16) compare_sizes(&d, 28, outputs, 7, 1);
  compare_sizes(&d, POLICY__INPUTS_MOST, 32, 17, 3);
  compare_sizes(&d, 64, OUTPUTS_MOST, 2, 0);
}
END_TEST

START_TEST(no_sum_overflows) {
  static const int8_t ends[] = {-128, -127, 127};
  static uint8_t rows[2 * POLICY__INPUTS_MOST];
  policy__matrix m = {POLICY__INPUTS_MOST, POLICY__LANES, weights, scale, bias};
  for (size_t e = 0; e < sizeof ends; e++) {
    for (uint32_t i = 0; i < POLICY__INPUTS_MOST * POLICY__LANES; i++) weights[i] = ends[e];
    memset(rows, 127, sizeof rows);
    memset(rows, 0, POLICY__INPUTS_MOST / 2);
    compare_multiply(&m, rows, POLICY__INPUTS_MOST, 2);
  }
  dice d = {2};
  for (uint32_t i = 0; i < POLICY__INPUTS_MOST * POLICY__LANES; i++) weights[i] = ends[dice_below(&d, 3)];
  for (uint32_t i = 0; i < sizeof rows; i++) rows[i] = dice_below(&d, 2) ? 127 : 0;
  compare_multiply(&m, rows, POLICY__INPUTS_MOST, 2);
}
END_TEST

/* ---- what comes behind the sums ------------------------------------------------------------------------------- */

/* Sums, scales and biases; `wild` ones of any size, infinite and no number too. */
static policy__matrix random_numbers(dice *d, uint32_t outputs, bool wild, int32_t *sums) {
  static const float odd[] = {0.0f, 1e-38f, 1e6f, -1e6f, 999e3f, FLT_MIN};
  static const int32_t far[] = {INT32_MIN, INT32_MAX, 0, 1, -1, 1 << 24, -(1 << 24) - 1};
  policy__matrix m = random_matrix(d, 4, outputs);
  for (uint32_t o = 0; o < outputs; o++) {
    sums[o] = dice_between(d, -8000000, 8000000);
    if (wild && dice_below(d, 2)) sums[o] = far[dice_below(d, sizeof far / sizeof *far)];
    if (wild && dice_below(d, 2)) scale[o] = odd[dice_below(d, sizeof odd / sizeof *odd)];
    if (wild && dice_below(d, 2)) bias[o] = odd[dice_below(d, sizeof odd / sizeof *odd)];
  }
  return m;
}

static int16_t any_fixed(dice *d) {
  return dice_below(d, 8) > 0 ? (int16_t)dice_between(d, -2000, 2000)
                              : (int16_t)dice_between(d, INT16_MIN, INT16_MAX);
}

/* Calls `compare` for every kernel, on ordinary numbers and on wild ones, for all sizes up to a few groups. */
static void compare_all(void (*compare)(const policy__kernel *kernel, dice *d, const policy__matrix *m,
                                        const int32_t *sums)) {
  static int32_t sums[OUTPUTS_MOST];
  const policy__kernel *kernels[POLICY__KERNELS];
  uint32_t kinds = others(kernels);
  dice d = {3};
  for (uint32_t outputs = 16; outputs <= OUTPUTS_MOST; outputs += outputs < 256 ? 16 : 256)
    for (int wild = 0; wild < 4; wild++) {
      policy__matrix m = random_numbers(&d, outputs, wild > 0, sums);
      for (uint32_t k = 0; k < kinds; k++) compare(kernels[k], &d, &m, sums);
    }
}

static void compare_to_fixed(const policy__kernel *kernel, dice *d, const policy__matrix *m, const int32_t *sums) {
  int16_t base[OUTPUTS_MOST], expected[OUTPUTS_MOST + SLACK], fixed[OUTPUTS_MOST + SLACK];
  for (uint32_t o = 0; o < m->outputs; o++) base[o] = any_fixed(d);
  for (int based = 0; based < 2; based++) {
    memset(expected, RUBBISH, sizeof expected);
    memset(fixed, RUBBISH, sizeof fixed);
    policy__kernel_portable.to_fixed(m, sums, based ? base : NULL, expected);
    kernel->to_fixed(m, sums, based ? base : NULL, fixed);
    ck_assert_msg(memcmp(fixed, expected, sizeof fixed) == 0, "%s", kernel->name);
  }
}

static void compare_to_tanh(const policy__kernel *kernel, dice *d, const policy__matrix *m, const int32_t *sums) {
  uint8_t expected[OUTPUTS_MOST + SLACK], activations[OUTPUTS_MOST + SLACK];
  (void)d;
  memset(expected, RUBBISH, sizeof expected);
  memset(activations, RUBBISH, sizeof activations);
  policy__kernel_portable.to_tanh(m, sums, expected);
  kernel->to_tanh(m, sums, activations);
  ck_assert_msg(memcmp(activations, expected, sizeof activations) == 0, "%s", kernel->name);
  for (uint32_t o = 0; o < m->outputs; o++) ck_assert(activations[o] >= 1 && activations[o] <= 127);
}

static void compare_step(const policy__kernel *kernel, dice *d, const policy__matrix *m, const int32_t *sums) {
  uint32_t units = m->outputs / 4;
  int16_t input[OUTPUTS_MOST];
  float expected[OUTPUTS_MOST / 4 + SLACK] = {0}, cells[OUTPUTS_MOST / 4 + SLACK] = {0};
  uint8_t expected_state[OUTPUTS_MOST / 4 + SLACK] = {0}, state[OUTPUTS_MOST / 4 + SLACK] = {0};
  for (uint32_t u = 0; u < units; u++) expected[u] = cells[u] = dice_float(d) * 300.0f;
  for (int times = 0; times < 3; times++) {
    for (uint32_t o = 0; o < m->outputs; o++) input[o] = any_fixed(d);
    policy__kernel_portable.step(m, sums, input, expected, expected_state);
    kernel->step(m, sums, input, cells, state);
    ck_assert_msg(memcmp(cells, expected, sizeof cells) == 0, "%s", kernel->name);
    ck_assert_msg(memcmp(state, expected_state, sizeof state) == 0, "%s", kernel->name);
  }
  for (uint32_t u = 0; u < units; u++) ck_assert(isfinite(cells[u]) && state[u] >= 1 && state[u] <= 127);
}

static void compare_add_tanh(const policy__kernel *kernel, dice *d, const policy__matrix *m, const int32_t *sums) {
  int16_t a[OUTPUTS_MOST], b[OUTPUTS_MOST];
  uint8_t expected[OUTPUTS_MOST + SLACK] = {0}, activations[OUTPUTS_MOST + SLACK] = {0};
  (void)sums;
  for (uint32_t i = 0; i < m->outputs; i++) a[i] = any_fixed(d), b[i] = any_fixed(d);
  policy__kernel_portable.add_tanh(a, b, m->outputs, expected);
  kernel->add_tanh(a, b, m->outputs, activations);
  ck_assert_msg(memcmp(activations, expected, sizeof activations) == 0, "%s", kernel->name);
}

static void compare_products(const policy__kernel *kernel, dice *d, const policy__matrix *m, const int32_t *sums) {
  static int16_t heads[256 * 8];
  int16_t child[256];
  int32_t expected[8 + SLACK] = {0}, scores[8 + SLACK] = {0};
  uint32_t size = m->outputs < 256 ? m->outputs : 256, count = 1 + dice_below(d, 8);
  (void)sums;
  for (uint32_t i = 0; i < size; i++) child[i] = (int16_t)(dice_below(d, 2) ? 30720 : dice_between(d, -30720, 30720));
  for (uint32_t i = 0; i < size * count; i++) heads[i] = (int16_t)(dice_below(d, 2) ? 64 : dice_between(d, -64, 64));
  policy__kernel_portable.products(child, heads, size, count, expected);
  kernel->products(child, heads, size, count, scores);
  ck_assert_msg(memcmp(scores, expected, sizeof scores) == 0, "%s", kernel->name);
  for (uint32_t h = 0; h < count; h++) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < size; i++) sum += (int64_t)child[i] * heads[h * size + i];
    ck_assert_int_eq(sum, scores[h]);
  }
}

START_TEST(kernels_go_on_alike) {
  compare_all(compare_to_fixed);
  compare_all(compare_to_tanh);
  compare_all(compare_step);
  compare_all(compare_add_tanh);
  compare_all(compare_products);
}
END_TEST

/* ---- the plain kernel ------------------------------------------------------------------------------------------ */

/* What stands for a number from -1 to 1. */
static double quantised(double value) {
  return floor(value * POLICY__UNIT + 0.5) + POLICY__ZERO;
}

START_TEST(fixed_numbers_are_rounded_and_cut) {
  int32_t sums[16];
  int16_t fixed[16], base[16];
  policy__matrix m = {4, 16, weights, scale, bias};
  dice d = {4};
  for (int times = 0; times < 2000; times++) {
    for (int o = 0; o < 16; o++) {
      sums[o] = dice_between(&d, -1000000, 1000000);
      scale[o] = ldexpf(1.0f, -(int)dice_below(&d, 20)); /* exact, so that nothing but the last step rounds */
      bias[o] = ldexpf((float)dice_between(&d, -256, 256), -4);
      base[o] = any_fixed(&d);
    }
    for (int based = 0; based < 2; based++) {
      policy__kernel_portable.to_fixed(&m, sums, based ? base : NULL, fixed);
      for (int o = 0; o < 16; o++) {
        double value = (double)((float)sums[o] * scale[o] + bias[o]);
        value = floor(fmin(fmax(value, -120), 120) * POLICY__FIXED + 0.5) + (based ? base[o] : 0);
        /* A float below 65536 has 8 bits behind the point: halves may round to either side. */
        ck_assert_double_le(fabs(fmin(fmax(value, INT16_MIN), INT16_MAX) - fixed[o]), 1.0);
      }
    }
  }
}
END_TEST

START_TEST(tanh_is_near) {
  enum { GRID = 1 << 16 };
  int32_t sums[16];
  uint8_t activations[16];
  policy__matrix m = {4, 16, weights, scale, bias};
  for (int o = 0; o < 16; o++) scale[o] = 8.0f / GRID, bias[o] = 0.0f;
  for (int32_t at = -GRID; at < GRID; at += 16) {
    for (int o = 0; o < 16; o++) sums[o] = at + o;
    policy__kernel_portable.to_tanh(&m, sums, activations);
    for (int o = 0; o < 16; o++) {
      double exact = tanh(sums[o] * 8.0 / GRID);
      ck_assert(activations[o] >= quantised(exact - 1.4e-3) && activations[o] <= quantised(exact + 1.4e-3));
    }
  }
}
END_TEST

static double sigmoid(double x) {
  return 1.0 / (1.0 + exp(-x));
}

START_TEST(a_step_is_that_of_an_lstm) {
  enum { UNITS = 16 };
  static const int32_t sums[4 * UNITS];
  int16_t input[4 * UNITS];
  float cells[UNITS];
  uint8_t state[UNITS];
  dice d = {5};
  policy__matrix m = {4, 4 * UNITS, weights, scale, bias};
  memset(scale, 0, sizeof scale);
  memset(bias, 0, sizeof bias);
  for (int times = 0; times < 2000; times++) {
    double next[UNITS], shown[UNITS];
    for (int i = 0; i < 4 * UNITS; i++) input[i] = (int16_t)dice_between(&d, -2000, 2000);
    for (int u = 0; u < UNITS; u++) {
      double gate[4];
      cells[u] = dice_float(&d) * 5.0f;
      for (int g = 0; g < 4; g++) gate[g] = input[g * UNITS + u] / (double)POLICY__FIXED;
      next[u] = sigmoid(gate[1]) * (double)cells[u] + sigmoid(gate[0]) * tanh(gate[2]);
      shown[u] = sigmoid(gate[3]) * tanh(next[u]);
    }
    policy__kernel_portable.step(&m, sums, input, cells, state);
    for (int u = 0; u < UNITS; u++) {
      ck_assert_double_le(fabs(next[u] - (double)cells[u]), 6e-3);
      ck_assert(state[u] >= quantised(shown[u] - 5e-3) && state[u] <= quantised(shown[u] + 5e-3));
    }
  }
}
END_TEST

START_TEST(sums_go_through_tanh) {
  int16_t a[256], b[256];
  uint8_t activations[256];
  dice d = {6};
  for (int times = 0; times < 100; times++) {
    for (int i = 0; i < 256; i++) a[i] = any_fixed(&d), b[i] = any_fixed(&d);
    policy__kernel_portable.add_tanh(a, b, 256, activations);
    for (int i = 0; i < 256; i++) {
      double exact = tanh((a[i] + b[i]) / (double)POLICY__FIXED);
      ck_assert(activations[i] >= quantised(exact - 1.4e-3) && activations[i] <= quantised(exact + 1.4e-3));
    }
  }
}
END_TEST

START_TEST(the_best_comes_last) {
  const policy__kernel *kernels[POLICY__KERNELS];
  policy__kernels(kernels);
  ck_assert_ptr_eq(kernels[0], &policy__kernel_portable);
  uint32_t count = 0;
  while (count < POLICY__KERNELS && kernels[count] != NULL) count++;
  ck_assert_uint_lt(count, POLICY__KERNELS);
  ck_assert_ptr_eq(policy__kernel_best(), kernels[count - 1]);
  for (uint32_t k = count; k < POLICY__KERNELS; k++) ck_assert_ptr_null(kernels[k]);
}
END_TEST

Suite *suite_kernel(void) {
  Suite *suite = suite_create("kernel");
  TCase *tests = tcase_create("kernel");
  tcase_add_test(tests, kernels_multiply_alike);
  tcase_add_test(tests, no_sum_overflows);
  tcase_add_test(tests, kernels_go_on_alike);
  tcase_add_test(tests, fixed_numbers_are_rounded_and_cut);
  tcase_add_test(tests, tanh_is_near);
  tcase_add_test(tests, a_step_is_that_of_an_lstm);
  tcase_add_test(tests, sums_go_through_tanh);
  tcase_add_test(tests, the_best_comes_last);
  suite_add_tcase(suite, tests);
  return suite;
}
