/* The position index. */
#include "text/position.h"

#include <string.h>

#include "text/utf8.h"

enum { STRIDE = 256 };

struct policy__mark {
  uint32_t code_points, utf16; /* before the first character that begins at or after the stride */
};

typedef struct counts {
  uint32_t code_points, utf16;
} counts;

/* Adds the characters that begin in [begin, end), eight bytes at once. */
static counts count(counts so_far, const char *text, size_t begin, size_t end) {
  const uint64_t ones = 0x0101010101010101u;
  size_t i = begin;
  for (uint64_t word; end - i >= 8; i += 8) {
    memcpy(&word, text + i, 8);
    uint64_t inner = word >> 7 & ~(word >> 6) & ones;
    uint64_t four = word >> 7 & word >> 6 & word >> 5 & word >> 4 & ones;
    uint32_t first = 8 - (uint32_t)(inner * ones >> 56);
    so_far.code_points += first;
    so_far.utf16 += first + (uint32_t)(four * ones >> 56);
  }
  for (; i < end; i++) {
    unsigned char c = (unsigned char)text[i];
    so_far.code_points += (c & 0xC0) != 0x80;
    so_far.utf16 += (c & 0xC0) != 0x80;
    so_far.utf16 += c >= 0xF0;
  }
  return so_far;
}

static policy_status index_lines(policy__positions *positions) {
  policy_status status;
  const char *begin = positions->text.data, *end = begin + positions->text.size, *at = begin;
  do {
    uint32_t *line = policy__array_push(&positions->lines, &status);
    if (line == NULL) return status;
    *line = (uint32_t)(at - begin);
    at = memchr(at, '\n', (size_t)(end - at));
  } while (at != NULL && ++at <= end);
  return POLICY_OK;
}

static policy_status index_marks(policy__positions *positions) {
  policy_status status = POLICY_OK;
  counts so_far = {0, 0};
  for (size_t at = 0; at < positions->text.size; at += STRIDE) {
    struct policy__mark *mark = policy__array_push(&positions->marks, &status);
    if (mark == NULL) return status;
    *mark = (struct policy__mark){so_far.code_points, so_far.utf16};
    size_t end = positions->text.size - at < STRIDE ? positions->text.size : at + STRIDE;
    so_far = count(so_far, positions->text.data, at, end);
  }
  return POLICY_OK;
}

policy_status policy__positions_init(policy__positions *positions, policy_string text,
                                     const policy_allocator *allocator) {
  *positions = (policy__positions){.text = text,
                                    .ascii = policy__utf8_skip_ascii(text.data, 0, text.size) == text.size};
  policy__array_init(&positions->marks, allocator, sizeof(struct policy__mark), UINT32_MAX);
  policy__array_init(&positions->lines, allocator, sizeof(uint32_t), UINT32_MAX);
  policy_status status = index_lines(positions);
  if (status == POLICY_OK && !positions->ascii) status = index_marks(positions);
  if (status != POLICY_OK) policy__positions_free(positions);
  return status;
}

void policy__positions_free(policy__positions *positions) {
  if (positions->marks.allocator == NULL) return;
  policy__array_free(&positions->marks);
  policy__array_free(&positions->lines);
}

static counts counts_before(const policy__positions *positions, uint32_t byte) {
  if (positions->ascii || byte == 0) return (counts){byte, byte};
  uint32_t stride = byte / STRIDE;
  if (stride >= positions->marks.count) stride = (uint32_t)positions->marks.count - 1;
  const struct policy__mark *mark = POLICY__AT(&positions->marks, struct policy__mark, stride);
  return count((counts){mark->code_points, mark->utf16}, positions->text.data, (size_t)stride * STRIDE, byte);
}

/* The first byte of the character that `byte` lies in; the end when it lies behind. */
static uint32_t snap(const policy__positions *positions, uint32_t byte) {
  if (byte >= positions->text.size) return (uint32_t)positions->text.size;
  while (byte > 0 && !policy__utf8_is_boundary(positions->text.data[byte])) byte--;
  return byte;
}

static uint32_t line_of(const policy__positions *positions, uint32_t byte) {
  size_t low = 0, high = positions->lines.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (*POLICY__AT(&positions->lines, uint32_t, middle) <= byte) low = middle;
    else high = middle;
  }
  return (uint32_t)low;
}

uint32_t policy__positions_code_point(const policy__positions *positions, uint32_t byte) {
  return counts_before(positions, snap(positions, byte)).code_points;
}

policy_position policy__positions_at(const policy__positions *positions, uint32_t byte) {
  byte = snap(positions, byte);
  counts here = counts_before(positions, byte);
  uint32_t line = line_of(positions, byte);
  counts start = counts_before(positions, *POLICY__AT(&positions->lines, uint32_t, line));
  return (policy_position){byte, here.code_points, here.utf16, line + 1,
                           here.code_points - start.code_points + 1};
}

uint32_t policy__positions_byte(const policy__positions *positions, uint32_t n, bool utf16) {
  const uint32_t size = (uint32_t)positions->text.size;
  if (positions->ascii) return n < size ? n : size;
  size_t low = 0, high = positions->marks.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    const struct policy__mark *mark = POLICY__AT(&positions->marks, struct policy__mark, middle);
    if ((utf16 ? mark->utf16 : mark->code_points) <= n) low = middle;
    else high = middle;
  }
  const struct policy__mark *mark = POLICY__AT(&positions->marks, struct policy__mark, low);
  uint32_t counted = utf16 ? mark->utf16 : mark->code_points, byte = (uint32_t)(low * STRIDE);
  while (byte < size && !policy__utf8_is_boundary(positions->text.data[byte])) byte++;
  while (byte < size) {
    const char *next = positions->text.data + byte;
    uint32_t units = policy__utf8_next(&next) > 0xFFFF && utf16 ? 2 : 1;
    if (counted + units > n) break;
    counted += units;
    byte = (uint32_t)(next - positions->text.data);
  }
  return byte;
}
