/* The weights file: what is good is read, and nothing else. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dice.h"
#include "tiny_weights.h"

static unsigned char *bytes;
static size_t size;
static policy__weights weights;

static void set_up(void) {
  bytes = tiny_write(&tiny_least, 1, &size);
}

static void tear_down(void) {
  free(bytes);
}

static policy_status read_copy(const unsigned char *from, size_t count, bool check, policy_error *error) {
  /* A block of just the size, so that sanitizers see its end. */
  unsigned char *copy = malloc(count > 0 ? count : 1);
  memcpy(copy, from, count);
  policy_status status = policy__weights_read(copy, count, check, &weights, error);
  free(copy);
  return status;
}

static void refuse(size_t count, bool check) {
  policy_error error = {.code = POLICY_OK};
  policy_status status = read_copy(bytes, count, check, &error);
  ck_assert_int_eq(status, POLICY_ERROR_FORMAT);
  ck_assert_int_eq(error.code, POLICY_ERROR_FORMAT);
  ck_assert_uint_le(error.offset, count);
  ck_assert_int_eq(strncmp(error.message, "weights: ", 9), 0);
}

/* What was changed is refused for what it is, though the sum was put right. */
static void refuse_sealed(const char *why) {
  policy_error error = {.code = POLICY_OK};
  tiny_seal(bytes, size);
  ck_assert_int_eq(policy__weights_read(bytes, size, true, &weights, &error), POLICY_ERROR_FORMAT);
  ck_assert_ptr_nonnull(strstr(error.message, why));
  ck_assert_uint_le(error.offset, size);
}

static void restore(void) {
  free(bytes);
  set_up();
  ck_assert_int_eq(policy__weights_read(bytes, size, true, &weights, NULL), POLICY_OK);
}

static policy_string text(const char *word) {
  return (policy_string){word, strlen(word)};
}

static uint32_t row_of(const char *word) {
  return policy__weights_word(&weights, policy__word_features_of(text(word)).key);
}

START_TEST(what_was_written_is_read) {
  for (int check = 0; check < 2; check++) {
    ck_assert_int_eq(policy__weights_read(bytes, size, check, &weights, NULL), POLICY_OK);
    ck_assert_uint_eq(weights.slots, 8);
    ck_assert_uint_eq(weights.words.count, 6);
    ck_assert_uint_eq(weights.pieces.count, 36);
    ck_assert_uint_eq(weights.piece_first[7], 28);
    ck_assert_uint_eq(weights.input.inputs, 16);
    ck_assert_uint_eq(weights.input.outputs, 256);
    ck_assert_uint_eq(weights.relations.outputs, 16);
    ck_assert_uint_eq(weights.tag_count, 5);
    ck_assert_int_eq(weights.tag[3].upos, POLICY_UPOS_DET);
    ck_assert_uint_eq(weights.tag[1].core.size, 0);
    ck_assert_mem_eq(weights.tag[3].core.data, "Definite=Def|PronType=Art", weights.tag[3].core.size);
    ck_assert_uint_eq(weights.root_relation, 1);
    ck_assert_str_eq(weights.relation[3].data, "obl:unmarked");
    ck_assert_uint_eq((uintptr_t)weights.relations.bias % 16, 0);
  }
}
END_TEST

START_TEST(known_words_have_rows) {
  ck_assert_int_eq(policy__weights_read(bytes, size, true, &weights, NULL), POLICY_OK);
  for (uint32_t w = 0; tiny_words[w] != NULL; w++) ck_assert_uint_eq(row_of(tiny_words[w]), w + 1);
  ck_assert_uint_eq(row_of("COUNCIL"), 2);
  ck_assert_uint_eq(row_of("1987"), 4);
  ck_assert_uint_eq(row_of("\xC3\x9C" "BER"), 5);
  ck_assert_uint_eq(row_of("unheard-of"), 0);
  ck_assert_uint_eq(row_of(""), 0);
}
END_TEST

START_TEST(a_cut_file_is_refused) {
  for (size_t count = 0; count < size; count++) {
    refuse(count, false);
    if (count % 64 < 3) refuse(count, true);
  }
  bytes = realloc(bytes, size + 1);
  bytes[size] = 0;
  refuse(size + 1, false);
}
END_TEST

START_TEST(a_changed_byte_is_refused) {
  dice d = {2};
  for (size_t at = 0; at < size; at += at < TINY_HEADER ? 1 : 1 + dice_below(&d, 40))
    for (unsigned flip = at < TINY_HEADER ? 1 : 1u << dice_below(&d, 8); flip < 256; flip += at < TINY_HEADER ? 1 : 256) {
      bytes[at] ^= (unsigned char)flip;
      refuse(size, true);
      bytes[at] ^= (unsigned char)flip;
    }
}
END_TEST

/* Sizes of any kind, though the sum is right or not looked at: nothing outside is read. */
START_TEST(a_changed_header_is_harmless) {
  static const uint32_t odd[] = {0, 1, 15, 16, 17, 32, 256, 272, 512, 528, 1024, 1025, 65535, 65536, 1u << 20,
                                 (1u << 20) + 1, 1u << 28, 1u << 31, UINT32_MAX, UINT32_MAX - 15};
  dice d = {3};
  for (int times = 0; times < 4000; times++) {
    unsigned char kept[TINY_HEADER];
    memcpy(kept, bytes, sizeof kept);
    for (uint32_t changes = 1 + dice_below(&d, 3); changes > 0; changes--) {
      uint32_t number = odd[dice_below(&d, sizeof odd / sizeof *odd)];
      memcpy(bytes + TINY_SLOTS + 4 * dice_below(&d, 18), &number, sizeof number);
    }
    tiny_seal(bytes, size);
    policy_status loose = read_copy(bytes, size, false, NULL), strict = read_copy(bytes, size, true, NULL);
    ck_assert(loose == POLICY_OK || loose == POLICY_ERROR_FORMAT);
    ck_assert(strict == loose || strict == POLICY_ERROR_FORMAT);
    memcpy(bytes, kept, sizeof kept);
  }
}
END_TEST

START_TEST(a_table_without_room_is_refused) {
  restore();
  uint32_t *fingerprints = (uint32_t *)(void *)(bytes + TINY_OFFSET(weights.fingerprints, bytes));
  for (uint32_t i = 0; i < weights.slots; i++) fingerprints[i] = fingerprints[i] != 0 ? fingerprints[i] : 9;
  refuse_sealed("table of words");
  /* Unchecked, a search in it ends all the same. */
  ck_assert_int_eq(policy__weights_read(bytes, size, false, &weights, NULL), POLICY_OK);
  ck_assert_uint_eq(row_of("unheard-of"), 0);
  restore();
  uint16_t *numbers = (uint16_t *)(void *)(bytes + TINY_OFFSET(weights.numbers, bytes));
  for (uint32_t i = 0; i < weights.slots; i++) numbers[i] = 6;
  refuse_sealed("table of words");
  ck_assert_int_eq(policy__weights_read(bytes, size, false, &weights, NULL), POLICY_OK);
  ck_assert_uint_eq(row_of("the"), 0);
}
END_TEST

START_TEST(numbers_out_of_reason_are_refused) {
  static const float odd[] = {NAN, INFINITY, -INFINITY, 1.1e6f, -1.1e6f};
  enum { PLACES = 9 };
  for (size_t i = 0; i < sizeof odd / sizeof *odd * PLACES; i++) {
    restore();
    const float *const places[PLACES] = {
        weights.input.scale, weights.below.bias, weights.before[0][0].scale,
        weights.before[1][1].bias + 63, weights.tags.scale, weights.arcs.bias,
        weights.bilinear.scale, weights.labels.bias, weights.relations.bias + 15};
    memcpy(bytes + TINY_OFFSET(places[i % PLACES], bytes), &odd[i / PLACES], sizeof *odd);
    refuse_sealed("scales");
  }
}
END_TEST

START_TEST(arcs_that_overflow_are_refused) {
  const int16_t far_root = -65;
  const int32_t far = (1 << 30) + 1;
  restore();
  memcpy(bytes + TINY_OFFSET(weights.root_arc + 15, bytes), &far_root, sizeof far_root);
  refuse_sealed("arcs");
  refuse(size, false);
  restore();
  memcpy(bytes + TINY_OFFSET(weights.distance + 6, bytes), &far, sizeof far);
  refuse_sealed("arcs");
  refuse(size, false);
}
END_TEST

START_TEST(names_must_be_names) {
  static const char bad[] = {'\0', ' ', '\x7F', '\x80', '/'};
  restore();
  size_t relation = TINY_OFFSET(weights.relation[0].data, bytes), root = TINY_OFFSET(weights.relation[1].data, bytes);
  size_t first = size - 1;
  while (strcmp((const char *)bytes + first, "NOUN/NN/Number=Sing") != 0) first--;
  for (size_t i = 0; i < sizeof bad; i++) {
    restore();
    bytes[i == sizeof bad - 1 ? first : relation] = (unsigned char)bad[i];
    refuse_sealed("names");
  }
  restore();
  bytes[root] = 'b'; /* no root */
  refuse_sealed("names");
  restore();
  bytes[size - 1] = '!'; /* no end */
  refuse_sealed("names");
  restore();
  bytes[first + 4] = '!'; /* an unknown word class */
  refuse_sealed("names");
}
END_TEST

Suite *suite_weights(void) {
  Suite *suite = suite_create("weights");
  TCase *tests = tcase_create("weights");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, what_was_written_is_read);
  tcase_add_test(tests, known_words_have_rows);
  tcase_add_test(tests, a_cut_file_is_refused);
  tcase_add_test(tests, a_changed_byte_is_refused);
  tcase_add_test(tests, a_changed_header_is_harmless);
  tcase_add_test(tests, a_table_without_room_is_refused);
  tcase_add_test(tests, numbers_out_of_reason_are_refused);
  tcase_add_test(tests, arcs_that_overflow_are_refused);
  tcase_add_test(tests, names_must_be_names);
  suite_add_tcase(suite, tests);
  return suite;
}
