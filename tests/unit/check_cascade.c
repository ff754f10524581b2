/* Which sentences are worth a costly reading. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lang/cascade.h"

static uint32_t scan_as(const char *text, policy_block_kind kind, uint32_t before) {
  size_t size = strlen(text);
  char *copy = malloc(size + 1); /* so that a byte too far is seen by sanitizers */
  ck_assert_ptr_nonnull(copy);
  memcpy(copy, text, size);
  uint32_t found =
      policy__cascade_scan((policy_string){copy, size}, (policy_span){0, (uint32_t)size}, kind, before);
  free(copy);
  return found;
}

static uint32_t scan(const char *text) {
  return scan_as(text, POLICY_BLOCK_PARAGRAPH, 0);
}

typedef struct example {
  const char *text;
  uint32_t reason;
} example;

static const example wanted[] = {
    {"The ministry must publish its budget.", POLICY__CASCADE_DUTY},
    {"The port should never have to close at night.", POLICY__CASCADE_DUTY},
    {"Norland should not have sole use of the river.", POLICY__CASCADE_DUTY},
    {"Mustering support is hard, yet taxes MUST fall.", POLICY__CASCADE_DUTY},
    {"A holder shall return the licence.", POLICY__CASCADE_DUTY},
    {"The mayor ought to resign.", POLICY__CASCADE_DUTY},
    {"Fishers are not allowed to use nets here.", POLICY__CASCADE_DUTY},
    {"The harbour master is responsible for the pier.", POLICY__CASCADE_DUTY},
    {"Dumping is strictly prohibited.", POLICY__CASCADE_DUTY},
    {"The inspector may enter the mill.", POLICY__CASCADE_DUTY},
    {"Agencies will submit their plans by June.", POLICY__CASCADE_DUTY},
    {"The bakers\xE2\x80\x99 union urges a lower tariff.", POLICY__CASCADE_ASKING},
    {"She called once again on the council for help.", POLICY__CASCADE_ASKING},
    {"We strongly encourage the towns to share wells.", POLICY__CASCADE_ASKING},
    {"The envoy repeated the recommendation to free them.", POLICY__CASCADE_ASKING},
    {"The board may wish to look again.", POLICY__CASCADE_ASKING},
    {"It is, however, very important that the dam holds.", POLICY__CASCADE_NEED},
    {"There is an urgent need for clean water.", POLICY__CASCADE_NEED},
    {"A longer pause would be useful.", POLICY__CASCADE_NEED},
    {"More nurses are needed.", POLICY__CASCADE_NEED},
    {"Peace requires patience.", POLICY__CASCADE_NEED},
    {"Its old alliances can be leveraged.", POLICY__CASCADE_OPTION},
    {"We could treat the lake as a border.", POLICY__CASCADE_OPTION},
    {"(b) Ratify the treaty;", POLICY__CASCADE_IMPERATIVE},
    {"12.3 Abolish the toll (Norland);", POLICY__CASCADE_IMPERATIVE},
    {"\xE2\x80\xA2 strengthen the courts", POLICY__CASCADE_IMPERATIVE},
    {"Pyongyang warned its neighbours.", POLICY__CASCADE_ACTOR},
    {"For years the Kremlin stayed silent.", POLICY__CASCADE_ACTOR},
    {"In spring 2021 both signed a fishing agreement.", POLICY__CASCADE_EVENT},
    {"Sanctions were lifted on 4 March.", POLICY__CASCADE_EVENT},
};

START_TEST(test_wanted) {
  uint32_t found = scan(wanted[_i].text);
  ck_assert_msg((found & wanted[_i].reason) != 0, "%s: %x", wanted[_i].text, (unsigned)found);
  ck_assert(policy__cascade_wants(found));
}
END_TEST

static const char *const unwanted[] = {
    "",
    " ",
    "The river is long.",
    "The committee met twice last year and heard nine witnesses.",
    "I must say that the evening was pleasant.",
    "I should like to thank the president.",
    "They must have known it.",
    "He should have gone.",
    "We shall see.",
    "It may rain.",
    "The needs of the poor and the demands of the rich differ.",
    "From the tower the sea can be seen.",
    "The talks were held in Moscow.",
    "A male nurse wants tea.",
    "The agreement of 1999 is long.",
    "Both signed the agreement.",
    "Mustard, shoulders and marshals.",
    "Ought.",
    "Let me begin.",
    "Running water is a comfort.",
};

START_TEST(test_unwanted) {
  uint32_t found = scan(unwanted[_i]);
  ck_assert_msg(!policy__cascade_wants(found), "%s: %x", unwanted[_i], (unsigned)found);
}
END_TEST

START_TEST(test_items) {
  const char *order = "Repair the old bridge.", *plain = "the old bridge;";
  ck_assert(scan_as(order, POLICY_BLOCK_LIST_ITEM, 0) & POLICY__CASCADE_IMPERATIVE);
  ck_assert(scan_as("Improve the harbour", POLICY_BLOCK_HEADING, 0) & POLICY__CASCADE_IMPERATIVE);
  ck_assert(!policy__cascade_wants(scan_as(plain, POLICY_BLOCK_LIST_ITEM, 0)));
  uint32_t lead = scan("The council should look after:");
  ck_assert(lead & POLICY__CASCADE_LEAD);
  uint32_t first = scan_as(plain, POLICY_BLOCK_LIST_ITEM, lead);
  ck_assert(policy__cascade_wants(first) && first & POLICY__CASCADE_LISTED && first & POLICY__CASCADE_LEAD);
  uint32_t second = scan_as("(b) the pier.", POLICY_BLOCK_PARAGRAPH, first);
  ck_assert(second & POLICY__CASCADE_LISTED);
  ck_assert(!(second & POLICY__CASCADE_LEAD));
  ck_assert(!policy__cascade_wants(scan_as("the old bridge;", POLICY_BLOCK_PARAGRAPH, lead)));
  ck_assert(scan_as("Recommendations", POLICY_BLOCK_HEADING, 0) & POLICY__CASCADE_LEAD);
  ck_assert(scan("We made the following recommendations:") & POLICY__CASCADE_LEAD);
}
END_TEST

/* Only the bytes of the sentence count, wherever it stands in the text. */
START_TEST(test_span) {
  static const policy_span spans[] = {{9, 27}, {28, 36}, {28, 34}};
  const char text[] = "It must. The river is long. It must.";
  policy_string whole = {text, sizeof text - 1};
  for (int i = 0; i < 3; i++) {
    uint32_t found = policy__cascade_scan(whole, spans[i], POLICY_BLOCK_PARAGRAPH, 0);
    ck_assert_int_eq(policy__cascade_wants(found), i == 1);
  }
}
END_TEST

/* Words behind other spaces, and beside letters beyond ASCII. */
START_TEST(test_bytes) {
  ck_assert(scan("They\xC2\xA0must\xC2\xA0go.") & POLICY__CASCADE_DUTY);
  ck_assert(scan("The caf\xC3\xA9\tmust\nclose.") & POLICY__CASCADE_DUTY);
  ck_assert_uint_eq(scan("They must\xC3\xA9 go."), 0);
  ck_assert_uint_eq(scan("They \xC3\xA9must go."), 0);
  for (int first = 1; first < 256; first++)
    for (int second = 1; second < 256; second++) {
      const char text[] = {(char)first, (char)second, 'a', (char)second, (char)first, '\0'};
      uint32_t found = scan(text);
      if (found > (POLICY__CASCADE_WANTED | POLICY__CASCADE_LEAD)) ck_abort_msg("%d %d", first, second);
    }
}
END_TEST

/* Words of every length up to three times what the table holds, with the end of memory right behind them. */
START_TEST(test_lengths) {
  char text[64] = "must be ";
  for (size_t size = 0; size < 50; size++) {
    memset(text + 8, 'a', size);
    text[8 + size] = '\0';
    ck_assert(scan(text) & POLICY__CASCADE_DUTY);
    ck_assert_uint_eq(scan(text + 8), 0);
  }
}
END_TEST

/* Long sentences of what keeps patterns open; a scan that were not linear would not end within the time of a
   test. */
START_TEST(test_long) {
  static const char *const pieces[] = {
      "it ", "very ", "a", "; ", "1.", "\xE2", "should also ", "is not very ", "(a) "};
  const size_t size = 1u << 18;
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    char *text = malloc(size);
    ck_assert_ptr_nonnull(text);
    size_t length = strlen(pieces[p]);
    for (size_t i = 0; i < size; i++) text[i] = pieces[p][i % length];
    memcpy(text + size - 14, " It must stop.", 14);
    uint32_t found = policy__cascade_scan((policy_string){text, size}, (policy_span){0, (uint32_t)size},
                                          POLICY_BLOCK_PARAGRAPH, 0);
    ck_assert(found & POLICY__CASCADE_DUTY);
    free(text);
  }
}
END_TEST

Suite *suite_cascade(void);
Suite *suite_cascade(void) {
  Suite *suite = suite_create("cascade");
  TCase *tests = tcase_create("cascade");
  tcase_add_loop_test(tests, test_wanted, 0, sizeof wanted / sizeof *wanted);
  tcase_add_loop_test(tests, test_unwanted, 0, sizeof unwanted / sizeof *unwanted);
  tcase_add_test(tests, test_items);
  tcase_add_test(tests, test_span);
  tcase_add_test(tests, test_bytes);
  tcase_add_test(tests, test_lengths);
  tcase_add_test(tests, test_long);
  suite_add_tcase(suite, tests);
  return suite;
}
