/* Character references. */
#include <string.h>

#include "data/entity_table.h"
#include "read/html_page.h"
#include "text/utf8.h"

static size_t write_point(uint32_t point, char utf8[POLICY__REFERENCE_SIZE]) {
  /* What numbers of control characters mean on the web (HTML 13.2.5.80): windows-1252. */
  static const uint16_t western[] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
                                     0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D,
                                     0x2022, 0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,  0x17E, 0x178};
  if (point >= 0x80 && point < 0xA0) point = western[point - 0x80];
  if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) point = 0xFFFD;
  return policy__utf8_write(point, utf8);
}

static int digit_of(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 10) return -1;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static size_t numeric(policy_string text, char utf8[POLICY__REFERENCE_SIZE], size_t *taken) {
  size_t at = 2;
  int base = at < text.size && (text.data[at] == 'x' || text.data[at] == 'X') ? 16 : 10;
  uint32_t point = 0;
  if (base == 16) at++;
  size_t begin = at;
  for (int digit; at < text.size && (digit = digit_of(text.data[at], base)) >= 0; at++)
    if (point <= 0x10FFFF) point = point * (uint32_t)base + (uint32_t)digit;
  if (at == begin) return 0;
  if (at < text.size && text.data[at] == ';') at++;
  *taken = at;
  return write_point(point, utf8);
}

/* The UTF-8 of the entity whose name is exactly the first `size` bytes, or NULL. */
static const char *look_up(const char *name, size_t size) {
  size_t low = 0, high = POLICY__ENTITIES;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const char *other = policy__entity_letters + policy__entities[middle];
    int order = strncmp(name, other, size);
    if (order == 0 && other[size] == '\0') return other + size + 1;
    if (order <= 0) high = middle;
    else low = middle + 1;
  }
  return NULL;
}

size_t policy__html_reference(policy_string text, char utf8[POLICY__REFERENCE_SIZE], size_t *taken) {
  if (text.size < 3) return 0;
  if (text.data[1] == '#') return numeric(text, utf8, taken);
  size_t size = 0;
  const char *name = text.data + 1;
  while (1 + size < text.size && size < POLICY__ENTITY_LONGEST) {
    char c = name[size];
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) break;
    size++;
  }
  if (1 + size < text.size && size < POLICY__ENTITY_LONGEST && name[size] == ';') size++;
  for (; size >= 2; size--) { /* the longest name, as "&notit;" is "&not" and "it;" */
    const char *entity = look_up(name, size);
    if (entity == NULL) continue;
    *taken = 1 + size;
    size_t length = strlen(entity);
    memcpy(utf8, entity, length);
    return length;
  }
  return 0;
}

policy_status policy__html_text(policy_string piece, policy_buffer *text) {
  policy_status status = POLICY_OK;
  size_t at = 0;
  while (at < piece.size && status == POLICY_OK) {
    const char *sign = memchr(piece.data + at, '&', piece.size - at);
    size_t end = sign != NULL ? (size_t)(sign - piece.data) : piece.size, taken = 1;
    status = policy_buffer_append(text, piece.data + at, end - at);
    if (sign == NULL || status != POLICY_OK) break;
    char utf8[POLICY__REFERENCE_SIZE];
    size_t size = policy__html_reference((policy_string){sign, piece.size - end}, utf8, &taken);
    status = size > 0 ? policy_buffer_append(text, utf8, size) : policy_buffer_append(text, "&", 1);
    at = end + taken;
  }
  return status;
}
