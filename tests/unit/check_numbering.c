/* Numbers of paragraphs, parts of resolutions, tables of contents. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include <policy.h>

#include "read/numbering.h"
#include "reading.h"

static const struct {
  const char *text, *number;
  policy_block_kind kind;
} blocks[] = {
    {"12. The council met.", "12", POLICY_BLOCK_LIST_ITEM},
    {"1.2.3 The council met.", "1.2.3", POLICY_BLOCK_LIST_ITEM},
    {"(a) The council met.", "(a)", POLICY_BLOCK_LIST_ITEM},
    {"iv) The council met.", "iv", POLICY_BLOCK_LIST_ITEM},
    {"(12) The council met.", "(12)", POLICY_BLOCK_LIST_ITEM},
    {"Recommendation 4: The council should meet.", "Recommendation 4", POLICY_BLOCK_PARAGRAPH},
    {"Recommendation 4", "Recommendation 4", POLICY_BLOCK_HEADING},
    {"Chapter II. Wells", "Chapter II", POLICY_BLOCK_HEADING},
    {"3 Wells and lakes", "3", POLICY_BLOCK_HEADING},
    {"2016 Wells and lakes", "", POLICY_BLOCK_HEADING},
    {"- The council met.", "", POLICY_BLOCK_LIST_ITEM},
    {"12. The council met.", "", POLICY_BLOCK_QUOTE},
    {"The council met.", "", POLICY_BLOCK_PARAGRAPH},
    {"", "", POLICY_BLOCK_PARAGRAPH},
};

START_TEST(numbers) {
  policy_string number = policy__number_of(reading_string(blocks[_i].text), blocks[_i].kind);
  ck_assert_uint_eq(number.size, strlen(blocks[_i].number));
  ck_assert_mem_eq(number.data, blocks[_i].number, number.size);
}
END_TEST

static policy_document *read(const char *text) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/plain";
  policy_document *document = policy_read(text, strlen(text), &options, NULL);
  ck_assert_ptr_nonnull(document);
  return document;
}

/* "pppoooo-": the parts of all blocks, by their first letters. */
static void parts_are(const policy_document *document, const char *expected) {
  char parts[64] = "";
  uint32_t count = policy_document_block_count(document);
  ck_assert_uint_lt(count, sizeof parts);
  for (uint32_t n = 0; n < count; n++) {
    const char *name = policy_block_part_name(policy_block_part_of(policy_document_block(document, n)));
    parts[n] = *name != '\0' ? *name : '-';
  }
  ck_assert_str_eq(parts, expected);
}

START_TEST(a_resolution) {
  policy_document *d = read("70/1. Wells of the lake\n\n"
                            "The General Assembly,\n\n"
                            "Recalling its resolution 69/1 of 10 December 2014 on the wells of the lake,\n\n"
                            "Deeply concerned about the state of the wells in the district of the lake,\n\n"
                            "1. Urges all States to look after their wells, and in particular:\n\n"
                            "(a) To count them once in each year;\n\n"
                            "(b) To clean them where they are not clean;\n\n"
                            "2. Requests the Secretary-General to report on the wells at its next session.\n\n"
                            "The meeting rose after that, and the members of the delegations went home.\n");
  parts_are(d, "-pppoooo-");
  reading_is(policy_block_number(policy_document_block(d, 4)), "1");
  reading_is(policy_block_number(policy_document_block(d, 5)), "(a)");
  policy_document_unref(d);
}
END_TEST

START_TEST(no_resolution) {
  policy_document *d = read("The council met in the spring to speak of the wells of the lake.\n\n"
                            "Recalling what was said of them, the members agreed to meet again,\n\n"
                            "1. Urges are strong where the wells are concerned, said the council.\n");
  parts_are(d, "---");
  policy_document_unref(d);
}
END_TEST

/* Entries are kept as tables, and no recommendation is read from them. */
START_TEST(contents) {
  static const char *const texts[] = {
      "Contents\n\n1. Wells 3\n2. The council should clean the wells 7\n3. Lakes 12\n\nWells\n\n",
      "TABLE OF CONTENTS\n\nPage\n\nWells .......... iii\nThe council should clean the wells .......... 7\n"
      "Lakes .......... 12\n\nWells\n\n",
      "Contents\n\nWells\t3\n\nThe council should clean the wells\t7\n\nLakes\t12\n\nWells\n\n"};
  char text[512];
  (void)snprintf(text, sizeof text, "%sThe wells of the lake were counted by the council in the spring of the year.\n",
                 texts[_i]);
  policy_document *given = read(text), *d = policy_analyse(given, NULL, NULL);
  uint32_t count = policy_document_block_count(d), marked = 0;
  for (uint32_t n = 0; n < count; n++) {
    policy_block block = policy_document_block(d, n);
    if (policy_block_part_of(block) != POLICY_BLOCK_PART_CONTENTS) continue;
    ck_assert_int_eq(policy_block_kind_of(block), POLICY_BLOCK_TABLE);
    marked++;
  }
  ck_assert_uint_gt(marked, 0);
  ck_assert_int_eq(policy_block_kind_of(policy_document_block(d, count - 2)), POLICY_BLOCK_HEADING);
  ck_assert_int_eq(policy_block_part_of(policy_document_block(d, count - 1)), POLICY_BLOCK_PART_NONE);
  ck_assert_uint_eq(policy_document_recommendation_count(d), 0);
  policy_document_unref(given);
  policy_document_unref(d);
}
END_TEST

/* Pages never go back, and prose leads to none. */
START_TEST(no_contents) {
  policy_document *d = read("Contents\n\nThe council met in the spring of the year 2016\n\nIt met again in 1999\n\n"
                            "The wells of the lake were counted by the council in the spring of the year.\n");
  parts_are(d, "----");
  policy_document_unref(d);
}
END_TEST

Suite *suite_numbering(void) {
  Suite *suite = suite_create("numbering");
  TCase *tests = tcase_create("numbering");
  tcase_add_loop_test(tests, numbers, 0, sizeof blocks / sizeof *blocks);
  tcase_add_test(tests, a_resolution);
  tcase_add_test(tests, no_resolution);
  tcase_add_loop_test(tests, contents, 0, 3);
  tcase_add_test(tests, no_contents);
  suite_add_tcase(suite, tests);
  return suite;
}
