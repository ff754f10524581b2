/* The arithmetic of the network, once for each kind of processor; every kind gives the same bits.

   Weights are signed bytes, activations bytes of 7 bits: 64 stands for 0, so that no sum of two products leaves 16
   bits. Products are added up as integers, which have no order. What follows is done in float, one element at a
   time, with multiplication, addition and division alone and never fused: IEEE 754 settles every bit of it. */
#ifndef POLICY_LANG_KERNEL_H
#define POLICY_LANG_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/* Marks functions outside of the kernels whose floats and doubles must not be fused either. GCC would jam loops
   over rows into one, which has no vectors any more. */
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#define POLICY__EXACT
#elif defined(__GNUC__)
#define POLICY__EXACT                                                                                         \
  __attribute__((optimize("O3", "fp-contract=off", "no-trapping-math", "no-loop-unroll-and-jam")))
#else
#define POLICY__EXACT
#endif

enum {
  POLICY__LANES = 16,       /* outputs come in such groups */
  POLICY__ZERO = 64,        /* the activation that stands for 0 */
  POLICY__UNIT = 63,        /* from ZERO to what stands for 1, in what comes out of tanh */
  POLICY__FIXED = 256,      /* one, in numbers of 16 bits */
  POLICY__INPUTS_MOST = 512, /* of a matrix */
  POLICY__UNITS_MOST = 256  /* cells of one LSTM */
};

/* A linear map. `weights` lie by groups of 16 outputs, in those by 4 inputs, in those by output. An output is
   scale * sum + bias; the bias makes up for ZERO. */
typedef struct policy__matrix {
  uint32_t inputs, outputs; /* multiples of 4 and of LANES */
  const int8_t *weights;
  const float *scale, *bias; /* finite, and at most 1e6: weights.c refuses others, and kernels rely on it */
} policy__matrix;

typedef struct policy__kernel {
  const char *name;

  /* sums[r * outputs + o] of `count` rows of activations, `stride` bytes apart. */
  void (*multiply)(const policy__matrix *matrix, const uint8_t *rows, size_t stride, uint32_t count, int32_t *sums);

  /* fixed[o] = scale * sum + bias (+ base[o], unless NULL), in FIXED and cut to 16 bits. */
  void (*to_fixed)(const policy__matrix *matrix, const int32_t *sums, const int16_t *base, int16_t *fixed);

  /* activations[o] = tanh of scale * sum + bias. */
  void (*to_tanh)(const policy__matrix *matrix, const int32_t *sums, uint8_t *activations);

  /* One step of LSTM cells, a quarter as many as the matrix has outputs: gates in the order input, forget, cell,
     output. `input` is what comes from below, in FIXED, `sums` what comes from the step before. Changes `cells`
     and gives the new `state`. */
  void (*step)(const policy__matrix *matrix, const int32_t *sums, const int16_t *input, float *cells,
               uint8_t *state);

  /* activations[i] = tanh(a[i] + b[i]), of numbers in FIXED. */
  void (*add_tanh)(const int16_t *a, const int16_t *b, uint32_t count, uint8_t *activations);

  /* scores[h] = the product of `child` with each of `count` head vectors of `size` numbers. */
  void (*products)(const int16_t *child, const int16_t *heads, uint32_t size, uint32_t count, int32_t *scores);
} policy__kernel;

/* The kinds, the plainest first; NULL-terminated. Those that this processor cannot run are left out,
   and any that does not multiply as the plain one does. */
enum { POLICY__KERNELS = 4 };
void policy__kernels(const policy__kernel *kernels[POLICY__KERNELS]);

/* The fastest kind for this processor. */
const policy__kernel *policy__kernel_best(void);

extern const policy__kernel policy__kernel_portable;
#if defined(__x86_64__) && defined(__GNUC__)
#define POLICY__HAVE_X86 1
extern const policy__kernel policy__kernel_avx2, policy__kernel_vnni;
#endif

#endif
