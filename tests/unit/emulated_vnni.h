/* Plain C for the instructions of libpolicy/lang/kernel_vnni.c, so that processors without them can test it. */
#ifndef EMULATED_VNNI_H
#define EMULATED_VNNI_H

#include <stdint.h>
#include <string.h>

#define POLICY__VNNI_STANDIN
#define TARGET
#define policy__kernel_vnni emulated_vnni /* the real one may be linked as well */
#define __m512i emulated_m512i
#define _mm512_setzero_si512 emulated_setzero
#define _mm512_set1_epi32 emulated_set1
#define _mm512_loadu_si512 emulated_load
#define _mm512_storeu_si512 emulated_store
#define _mm512_dpbusd_epi32 emulated_dpbusd

typedef struct emulated_m512i {
  int32_t lanes[16];
} emulated_m512i;

static inline emulated_m512i emulated_set1(int32_t value) {
  emulated_m512i all;
  for (int i = 0; i < 16; i++) all.lanes[i] = value;
  return all;
}

static inline emulated_m512i emulated_setzero(void) {
  return emulated_set1(0);
}

static inline emulated_m512i emulated_load(const void *from) {
  emulated_m512i all;
  memcpy(&all, from, sizeof all);
  return all;
}

static inline void emulated_store(void *to, emulated_m512i all) {
  memcpy(to, &all, sizeof all);
}

/* VPDPBUSD: to each lane, four products of an unsigned byte of `a` with a signed one of `b`; it wraps. */
static inline emulated_m512i emulated_dpbusd(emulated_m512i sum, emulated_m512i a, emulated_m512i b) {
  for (int lane = 0; lane < 16; lane++) {
    uint8_t left[4];
    int8_t right[4];
    uint32_t total = (uint32_t)sum.lanes[lane];
    memcpy(left, &a.lanes[lane], sizeof left);
    memcpy(right, &b.lanes[lane], sizeof right);
    for (int i = 0; i < 4; i++) total += (uint32_t)(left[i] * right[i]);
    sum.lanes[lane] = (int32_t)total;
  }
  return sum;
}

#endif
