/* SHA-256 by the SHA instructions of x86-64 processors (Intel, "Intel SHA Extensions", 2013). */
#include "base/sha256.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))

#include <cpuid.h>
#include <immintrin.h>

#define TARGET __attribute__((target("sha,sse4.1,ssse3")))

/* A virtual machine takes microseconds for cpuid; GCC's run-time library asks once for a process. */
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 11
bool policy__sha256_has_x86(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("sha");
}
#else
bool policy__sha256_has_x86(void) {
  enum { SSSE3 = 1 << 9, SSE41 = 1 << 19, SHA = 1 << 29 };
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & SSSE3) || !(c & SSE41)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & SHA);
}
#endif

/* Four words of the schedule from the sixteen before them, which `w` holds in turn. */
TARGET static inline __m128i expand(const __m128i w[4], int i) {
  __m128i last = w[(i + 3) & 3], before = _mm_alignr_epi8(last, w[(i + 2) & 3], 4);
  return _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]), before), last);
}

/* One block; the words of the state stand as the instructions want them: a b e f, c d g h. */
TARGET static void compress(__m128i *abef, __m128i *cdgh, const unsigned char *block) {
  const __m128i order = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
  __m128i first = *abef, second = *cdgh, w[4];
  for (int i = 0; i < 16; i++) {
    w[i & 3] = i < 4 ? _mm_shuffle_epi8(_mm_loadu_si128((const void *)(block + 16 * i)), order) : expand(w, i);
    __m128i words = _mm_add_epi32(w[i & 3], _mm_loadu_si128((const void *)(policy__sha256_constants + 4 * i)));
    second = _mm_sha256rnds2_epu32(second, first, words);
    first = _mm_sha256rnds2_epu32(first, second, _mm_shuffle_epi32(words, 0x0E));
  }
  *abef = _mm_add_epi32(*abef, first);
  *cdgh = _mm_add_epi32(*cdgh, second);
}

TARGET void policy__sha256_x86(uint32_t state[8], const unsigned char *blocks, size_t count) {
  __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const void *)state), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const void *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
  for (; count > 0; count--, blocks += 64) compress(&abef, &cdgh, blocks);
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((void *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((void *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool policy__sha256_has_x86(void) {
  return false;
}

void policy__sha256_x86(uint32_t state[8], const unsigned char *blocks, size_t count) {
  policy__sha256_plain(state, blocks, count);
}

#endif
