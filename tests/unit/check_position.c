/* Positions against a count that goes byte by byte. */
#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../pace.h"
#include "tally.h"
#include "text/position.h"
#include "text/utf8.h"

static uint32_t random_state = 4711;

static uint32_t random_below(uint32_t n) {
  random_state = random_state * 1664525u + 1013904223u;
  return (uint32_t)((uint64_t)(random_state >> 8) * n >> 24);
}

/* Every answer for every byte and every count, in one walk. */
static void compare(const char *text, size_t size) {
  policy__positions positions;
  ck_assert_int_eq(policy__positions_init(&positions, (policy_string){text, size}, &policy__malloc_allocator), POLICY_OK);
  policy_position here = {0, 0, 0, 1, 1};
  const char *at = text;
  while (at < text + size) {
    const char *next = at;
    uint32_t c = policy__utf8_next(&next), units = c > 0xFFFF ? 2 : 1;
    for (const char *byte = at; byte < next; byte++) {
      policy_position p = policy__positions_at(&positions, (uint32_t)(byte - text));
      ck_assert_uint_eq(p.byte, here.byte);
      ck_assert_uint_eq(p.code_point, here.code_point);
      ck_assert_uint_eq(p.utf16, here.utf16);
      ck_assert_uint_eq(p.line, here.line);
      ck_assert_uint_eq(p.column, here.column);
      ck_assert_uint_eq(policy__positions_code_point(&positions, (uint32_t)(byte - text)), here.code_point);
    }
    ck_assert_uint_eq(policy__positions_byte(&positions, here.code_point, false), here.byte);
    for (uint32_t unit = 0; unit < units; unit++)
      ck_assert_uint_eq(policy__positions_byte(&positions, here.utf16 + unit, true), here.byte);
    here.byte = (uint32_t)(next - text);
    here.code_point++;
    here.utf16 += units;
    here.column++;
    if (c == '\n') here.line++, here.column = 1;
    at = next;
  }
  static const uint32_t beyond[] = {0, 1, 2, 255, 256, 257, UINT32_MAX - 1, UINT32_MAX};
  for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
    uint32_t past = beyond[i] > UINT32_MAX - (uint32_t)size ? UINT32_MAX : (uint32_t)size + beyond[i];
    policy_position p = policy__positions_at(&positions, past);
    ck_assert_mem_eq(&p, &here, sizeof p);
    ck_assert_uint_eq(policy__positions_code_point(&positions, past), here.code_point);
    uint32_t after = beyond[i] > UINT32_MAX - here.utf16 ? UINT32_MAX : here.utf16 + beyond[i];
    ck_assert_uint_eq(policy__positions_byte(&positions, after, true), size);
    after = beyond[i] > UINT32_MAX - here.code_point ? UINT32_MAX : here.code_point + beyond[i];
    ck_assert_uint_eq(policy__positions_byte(&positions, after, false), size);
  }
  policy__positions_free(&positions);
}

START_TEST(small_texts) {
  compare("", 0);
  compare("a", 1);
  compare("\n", 1);
  compare("\n\n", 2);
  compare("a\nb", 3);
  compare("\xC3\xA9", 2);
  compare("\xF0\x9D\x92\x9C", 4);
  compare("\n\xF0\x9D\x92\x9C\n", 6);
}
END_TEST

START_TEST(characters_across_the_marks) {
  static const char *const characters[] = {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9D\x92\x9C"};
  for (size_t c = 0; c < 3; c++) {
    for (size_t before = 250; before <= 260; before++) {
      char text[600];
      memset(text, 'x', sizeof text);
      memcpy(text + before, characters[c], strlen(characters[c]));
      memcpy(text + before + 256, characters[c], strlen(characters[c]));
      compare(text, before + strlen(characters[c])); /* at the end */
      compare(text, before + 256 + strlen(characters[c]));
      compare(text, 512 + 40);
    }
  }
}
END_TEST

START_TEST(texts_of_one_character) {
  static const char *const characters[] = {"a", "\n", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9D\x92\x9C"};
  static char text[4 * 1100];
  for (size_t c = 0; c < 5; c++) {
    size_t step = strlen(characters[c]), size = 0;
    for (int i = 0; i < 1030; i++, size += step) memcpy(text + size, characters[c], step);
    compare(text, size);
    compare(text, 256 * step);
    compare(text, 64 * step);
  }
}
END_TEST

START_TEST(random_texts) {
  static const char *const characters[] = {"a", "b", "\n", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9D\x92\x9C", "\xF4\x8F\xBF\xBF"};
  static char text[4000];
  for (int round = 0; round < 300 / PACE; round++) {
    size_t size = 0, length = random_below(3900), kinds = 1 + random_below(7);
    while (size < length) {
      const char *character = characters[random_below((uint32_t)kinds)];
      memcpy(text + size, character, strlen(character));
      size += strlen(character);
    }
    compare(text, size);
  }
}
END_TEST

START_TEST(ascii_needs_no_marks) {
  tally t;
  tally_init(&t);
  policy__positions positions;
  char text[5000];
  memset(text, 'x', sizeof text);
  ck_assert_int_eq(policy__positions_init(&positions, (policy_string){text, sizeof text}, &t.allocator), POLICY_OK);
  ck_assert_uint_eq(positions.marks.count, 0);
  policy__positions_free(&positions);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(every_allocation_may_fail) {
  static char text[100000];
  for (size_t i = 0; i < sizeof text; i += 2) memcpy(text + i, i % 64 == 0 ? "x\n" : "\xC3\xA9", 2);
  for (size_t n = 1;; n++) {
    tally t;
    tally_init(&t);
    t.fail_at = n;
    policy__positions positions;
    policy_status status = policy__positions_init(&positions, (policy_string){text, sizeof text}, &t.allocator);
    bool failed = t.calls >= n;
    ck_assert_int_eq(status, failed ? POLICY_ERROR_NO_MEMORY : POLICY_OK);
    policy__positions_free(&positions);
    ck_assert(tally_is_clean(&t));
    if (!failed) break;
  }
  policy__positions never = {0};
  policy__positions_free(&never);
}
END_TEST

Suite *suite_position(void) {
  Suite *suite = suite_create("position");
  TCase *tests = tcase_create("position");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, small_texts);
  tcase_add_test(tests, characters_across_the_marks);
  tcase_add_test(tests, texts_of_one_character);
  tcase_add_test(tests, random_texts);
  tcase_add_test(tests, ascii_needs_no_marks);
  tcase_add_test(tests, every_allocation_may_fail);
  suite_add_tcase(suite, tests);
  return suite;
}
