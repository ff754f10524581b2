/* Turns of speakers. */
#include <check.h>
#include <string.h>

#include <policy.h>

#include "read/turn.h"
#include "reading.h"

static const struct {
  const char *line, *speaker;
} lines[] = {
    {"Mr Smith (France): We agree.", "Mr Smith (France)"},
    {"Mr. SMITH (France) (interpretation from French): We agree.", "Mr. SMITH (France)"},
    {"Ms. de la Cruz (spoke in Spanish): We agree.", "Ms. de la Cruz"},
    {"Mrs. J. P. O'Neill-Sørensen: We agree.", "Mrs. J. P. O'Neill-Sørensen"},
    {"The President: I thank you.", "The President"},
    {"The President (spoke in Arabic): I thank you.", "The President"},
    {"THE PRESIDENT:", "THE PRESIDENT"},
    {"The Acting President: I thank you.", "The Acting President"},
    {"Madam Chair: I thank you.", "Madam Chair"},
    {"Q12 Chair: When will it end?", "Chair"},
    {"Q 12 Jane Doe: When will it end?", "Jane Doe"},
    {"Lord Lake of the Wells: When?", "Lord Lake of the Wells"},
    {"Professor Ono:\tWhen?", "Professor Ono"},
    {"MR. SPEAKER.- When?", "MR. SPEAKER"},
    {"HON. PROF. J. K. LAKE.- When?", "HON. PROF. J. K. LAKE"},
    {"Mr. Lake.\u2014When?", "Mr. Lake"},
    {"Mr. Lake-Wells met.", ""},
    {"Dr Ono (Lake Party)\n: When?", ""},
    {"Jane Doe: When?", ""},
    {"Recommendation 4: The council should act.", ""},
    {"Source: the lake office", ""},
    {"Note: see below", ""},
    {"Mr: what?", ""},
    {"The council: it met.", ""},
    {"The President said: go.", ""},
    {"Mr Smith said this: go.", ""},
    {"Mr Smith met at 10:30.", ""},
    {"Mr Smith:30", ""},
    {"Q: When?", ""},
    {"Q12345 Chair: When?", ""},
    {"President of the Council and of all the other Wells there: go", ""},
    {"Mr Smith (: go", ""},
    {":", ""},
    {"", ""},
};

START_TEST(turns) {
  policy_string turn = policy__turn_of(reading_string(lines[_i].line));
  ck_assert_uint_eq(turn.size, strlen(lines[_i].speaker));
  ck_assert_mem_eq(turn.data, lines[_i].speaker, turn.size);
}
END_TEST

static policy_document *read(const char *text) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/plain";
  policy_document *document = policy_read(text, strlen(text), &options, NULL);
  ck_assert_ptr_nonnull(document);
  return document;
}

static const char *speaker(const policy_document *document, uint32_t n) {
  return policy_block_speaker(policy_document_block(document, n)).data;
}

/* A turn goes on to the next one, or to a heading. */
START_TEST(a_debate) {
  policy_document *d = read("The wells of the district were the subject of the meeting that the council held.\n\n"
                            "The President: I give the floor to the member for the lake, who asked for it.\n\n"
                            "Mr Smith (France): We agree with all that was said of the wells.\n\n"
                            "We would go further, and ask that the lake be looked at too by the council.\n\n"
                            "AGENDA ITEM TWO\n\n"
                            "The council went on to speak of the roads of the district and of their bridges.\n");
  ck_assert_uint_eq(policy_document_block_count(d), 6);
  const char *const speakers[] = {"", "The President", "Mr Smith (France)", "Mr Smith (France)", "", ""};
  for (uint32_t n = 0; n < 6; n++) ck_assert_str_eq(speaker(d, n), speakers[n]);
  policy_document_unref(d);
}
END_TEST

START_TEST(one_turn_is_no_debate) {
  policy_document *d = read("The President: I give the floor to the member for the lake, who asked for it.\n\n"
                            "The wells of the district were the subject of the meeting that the council held.\n");
  for (uint32_t n = 0; n < policy_document_block_count(d); n++) ck_assert_str_eq(speaker(d, n), "");
  policy_document_unref(d);
}
END_TEST

Suite *suite_turn(void) {
  Suite *suite = suite_create("turn");
  TCase *tests = tcase_create("turn");
  tcase_add_loop_test(tests, turns, 0, sizeof lines / sizeof *lines);
  tcase_add_test(tests, a_debate);
  tcase_add_test(tests, one_turn_is_no_debate);
  suite_add_tcase(suite, tests);
  return suite;
}
