/* Decision lists over the endings of words: letters, hashes and look-ups. */
#include "lang/ending.h"

#include "text/utf8.h"

enum { RING = 64, WHOLE = 0x110000 };
_Static_assert((int)POLICY__ENDING_WINDOW < (int)RING, "the window fits");
_Static_assert((int)POLICY_UPOS_X + 1 == (int)POLICY__UPOS_COUNT, "a row of groups for each UPOS");

uint32_t policy__letter_next(const char **at, const char *end) {
  unsigned char lead = (unsigned char)**at;
  size_t size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  bool good = size > 0 && size <= (size_t)(end - *at);
  for (size_t i = 1; good && i < size; i++) good = ((unsigned char)(*at)[i] & 0xC0) == 0x80;
  if (good) return policy__utf8_next(at);
  ++*at;
  return 0xDC00u + lead;
}

uint32_t policy__letter_lower(uint32_t letter) {
  return letter == 0x2018 || letter == 0x2019 ? '\'' : policy__lower(letter);
}

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool policy__letter_is_grouping(policy_string form, const char *at) {
  return *at == ',' && at > form.data && at + 1 < form.data + form.size && is_digit(at[-1]) && is_digit(at[1]);
}

void policy__letters_read(policy_string form, bool plain, policy__letters *letters) {
  size_t count = 0, upper = 0, small = 0;
  bool first = false;
  const char *at = form.data, *end = form.size > 0 ? at + form.size : at;
  while (at < end) {
    if (plain && policy__letter_is_grouping(form, at)) {
      at++;
      continue;
    }
    uint32_t letter = policy__letter_next(&at, end);
    unsigned class = policy__classify(letter);
    if (class & POLICY__UPPER) upper++, first |= count == 0;
    else if (class & POLICY__LOWER) small++;
    letters->ring[count++ % RING] = policy__letter_lower(letter);
  }
  letters->count = count;
  letters->shape = upper == 0              ? POLICY__SHAPE_LOWER
                   : count == 1            ? POLICY__SHAPE_INITIAL
                   : upper == 1 && first   ? POLICY__SHAPE_TITLE
                   : small == 0            ? POLICY__SHAPE_UPPER
                                           : POLICY__SHAPE_MIXED;
}

/* ---- hashes: FNV-1a over code points from the last to the first, as tools/train/endings.py has it -------- */

static uint64_t hash_on(uint64_t hash, uint32_t value) {
  return (hash ^ value) * 0x100000001b3u;
}

static uint64_t hash_of_group(uint32_t group) {
  return hash_on(0xcbf29ce484222325u, group);
}

static uint16_t look_up(const policy__endings *endings, uint64_t hash) {
  hash = (hash ^ hash >> 32) * 0x9e3779b97f4a7c15u;
  size_t bucket = (size_t)(hash >> 52);
  uint32_t key = (uint32_t)(hash >> 20);
  for (size_t i = endings->starts[bucket]; i < endings->starts[bucket + 1] && endings->keys[i] <= key; i++)
    if (endings->keys[i] == key) return endings->labels[i];
  return POLICY__ENDING_NONE;
}

static uint32_t letter_from_end(const policy__letters *letters, size_t i) {
  return letters->ring[(letters->count - 1 - i) % RING];
}

uint16_t policy__ending_find_whole(const policy__endings *endings, uint32_t group,
                                   const policy__letters *letters) {
  if (letters->count > POLICY__ENDING_WINDOW) return POLICY__ENDING_NONE;
  uint64_t hash = hash_of_group(group);
  for (size_t i = 0; i < letters->count; i++) hash = hash_on(hash, letter_from_end(letters, i));
  return look_up(endings, hash_on(hash, WHOLE));
}

uint16_t policy__ending_find(const policy__endings *endings, uint32_t group, const policy__letters *letters) {
  uint16_t found = policy__ending_find_whole(endings, group, letters);
  if (found != POLICY__ENDING_NONE) return found;
  uint64_t hash = hash_of_group(group);
  found = look_up(endings, hash);
  for (size_t i = 0; i < letters->count && i < endings->longest; i++) {
    hash = hash_on(hash, letter_from_end(letters, i));
    uint16_t longer = look_up(endings, hash);
    if (longer != POLICY__ENDING_NONE) found = longer;
  }
  return found;
}

uint32_t policy__ending_group(const policy__groups *groups, policy_upos upos, policy__xpos xpos) {
  bool known = (unsigned)upos < POLICY__UPOS_COUNT && (unsigned)xpos < POLICY__XPOS_COUNT;
  return (*groups)[known ? upos : 0][known ? xpos : 0];
}
