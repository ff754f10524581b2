/* The network on small random weights: readings are well-formed, and the same whoever reads, in whatever batches. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "dice.h"
#include "lang/network.h"
#include "tally.h"
#include "tiny_weights.h"

extern const policy__kernel emulated_vnni;

enum { TEXT_WORDS = 3000, FORM_MOST = 24 };

static char letters[TEXT_WORDS][FORM_MOST];
static policy_string forms[TEXT_WORDS];
static uint32_t sizes[TEXT_WORDS], sentences;
static unsigned char *bytes;
static policy__weights weights;

static void load(const tiny_sizes *of, uint64_t seed) {
  size_t size;
  free(bytes);
  bytes = tiny_write(of, seed, &size);
  ck_assert_int_eq(policy__weights_read(bytes, size, true, &weights, NULL), POLICY_OK);
}

/* A form: a known word, letters of any kind, or none. */
static policy_string random_form(dice *d, char *room) {
  static const char *const characters[] = {"a", "e", "t", "A", "0", "7", "-", "'", ".", "\xE2\x80\x99", "\xC3\xA9",
                                           "\xCC\x81", "\xD9\xA3", "\xF0\x9D\x92\x9C", "\xEF\xBF\xBD", "\x01"};
  uint32_t length = dice_below(d, 7), known = dice_below(d, 12);
  *room = '\0';
  if (known < 5) strcpy(room, tiny_words[known]);
  else
    for (uint32_t i = 0; i < length && strlen(room) + 4 < FORM_MOST; i++) strcat(room, characters[dice_below(d, 16)]);
  return (policy_string){room, strlen(room)};
}

/* Fills forms and sizes with `words` words in sentences of up to `longest`. */
static void write_text(dice *d, uint32_t words, uint32_t longest) {
  sentences = 0;
  for (uint32_t w = 0; w < words; w++) forms[w] = random_form(d, letters[w]);
  for (uint32_t left = words; left > 0; left -= sizes[sentences++]) {
    sizes[sentences] = 1 + dice_below(d, longest);
    if (sizes[sentences] > left) sizes[sentences] = left;
  }
}

static void demand_readings(const policy__reading *readings, uint32_t count) {
  uint32_t roots = 0;
  for (uint32_t w = 0; w < count; w++) {
    uint32_t at = w + 1, steps = 0;
    ck_assert_uint_le(readings[w].head, count);
    ck_assert_uint_lt(readings[w].tag, weights.tag_count);
    ck_assert_uint_lt(readings[w].relation, weights.relation_count);
    ck_assert_int_eq(readings[w].relation == weights.root_relation, readings[w].head == 0);
    roots += readings[w].head == 0;
    while (at != 0 && steps++ <= count) at = readings[at - 1].head;
    ck_assert_uint_eq(at, 0);
  }
  ck_assert_uint_eq(roots, 1);
}

/* Reads the text in batches of up to `most` sentences. */
static void read_text(const policy__kernel *kernel, uint32_t most, policy__reading *readings) {
  uint32_t words = 0;
  for (uint32_t s = 0; s < sentences; s++) words += sizes[s];
  policy__network *network = policy__network_new(&weights, kernel, &policy__malloc_allocator, words);
  ck_assert_ptr_nonnull(network);
  for (uint32_t s = 0, at = 0; s < sentences;) {
    uint32_t count = 0, held = 0;
    while (s + count < sentences && count < most && held + sizes[s + count] <= POLICY__BATCH_WORDS)
      held += sizes[s + count++];
    policy__network_read(network, forms + at, sizes + s, count, readings + at);
    s += count;
    at += held;
  }
  policy__network_free(network);
}

static policy__reading expected[TEXT_WORDS], readings[TEXT_WORDS];

static void demand_same(uint32_t words, const char *who) {
  for (uint32_t w = 0; w < words; w++)
    ck_assert_msg(expected[w].head == readings[w].head && expected[w].tag == readings[w].tag &&
                      expected[w].relation == readings[w].relation, "%s: word %u", who, w);
}

/* One sentence at a time by the plain kernel, then by all kernels in batches of several sizes. */
static void read_alike(uint32_t words) {
  const policy__kernel *kernels[POLICY__KERNELS + 1] = {NULL};
  uint32_t kinds = 0, at = 0;
  policy__kernels(kernels);
  while (kernels[kinds] != NULL) kinds++;
  kernels[kinds++] = &emulated_vnni;
  read_text(kernels[0], 1, expected);
  for (uint32_t s = 0; s < sentences; at += sizes[s++]) demand_readings(expected + at, sizes[s]);
  for (uint32_t k = 0; k < kinds; k++)
    for (uint32_t most = k == 0 ? 2 : POLICY__BATCH_SENTENCES; most <= POLICY__BATCH_SENTENCES; most += 15) {
      memset(readings, 0xFF, sizeof readings);
      read_text(kernels[k], most, readings);
      demand_same(words, kernels[k]->name);
    }
}

static void set_up(void) {
  load(&tiny_least, 1);
}

static void tear_down(void) {
  free(bytes);
  bytes = NULL;
}

START_TEST(batches_and_kernels_read_alike) {
  dice d = {1};
  for (uint64_t seed = 0; seed < 4; seed++) {
    load(&tiny_least, seed);
    write_text(&d, 600, 40);
    read_alike(600);
    write_text(&d, 70, 1);
    read_alike(70);
  }
}
END_TEST

START_TEST(small_documents_need_little) {
  dice d = {2};
  for (uint32_t words = 1; words <= 20; words++) {
    write_text(&d, words, words);
    read_alike(words);
  }
}
END_TEST

/* So many different words that their memory is emptied. */
START_TEST(forgotten_words_are_read_again) {
  dice d = {3};
  write_text(&d, TEXT_WORDS, 60);
  read_alike(TEXT_WORDS);
}
END_TEST

START_TEST(the_longest_sentence_is_read) {
  dice d = {4};
  write_text(&d, 4 * POLICY__SENTENCE_LONGEST, 1);
  sentences = 4;
  for (int s = 0; s < 4; s++) sizes[s] = POLICY__SENTENCE_LONGEST;
  read_alike(4 * POLICY__SENTENCE_LONGEST);
}
END_TEST

START_TEST(an_order_changes_nothing) {
  static policy_string turned[TEXT_WORDS];
  uint32_t turned_sizes[POLICY__BATCH_SENTENCES], words = 0, at = 0;
  dice d = {5};
  write_text(&d, 400, 30);
  if (sentences > POLICY__BATCH_SENTENCES) sentences = POLICY__BATCH_SENTENCES;
  for (uint32_t s = 0; s < sentences; s++) words += sizes[s];
  read_text(&policy__kernel_portable, 1, expected);
  for (uint32_t s = 0, end = words; s < sentences; s++) {
    turned_sizes[sentences - 1 - s] = sizes[s];
    end -= sizes[s];
    memcpy(turned + end, forms + at, sizes[s] * sizeof *forms);
    at += sizes[s];
  }
  policy__network *network = policy__network_new(&weights, policy__kernel_best(), &policy__malloc_allocator, words);
  policy__network_read(network, turned, turned_sizes, sentences, readings);
  policy__network_free(network);
  for (uint32_t s = 0, end = words, begin = 0; s < sentences; begin += sizes[s++]) {
    end -= sizes[s];
    ck_assert_mem_eq(readings + end, expected + begin, sizes[s] * sizeof *readings);
  }
}
END_TEST

/* Each part in turn wider than all others: room is made for the widest. */
START_TEST(any_part_may_be_the_widest) {
  dice d = {6};
  for (int kind = 0; kind < 6; kind++) {
    tiny_sizes of = tiny_least;
    if (kind == 0) of.arc = POLICY__INPUTS_MOST / 2;
    if (kind == 1) of.label = POLICY__INPUTS_MOST / 2;
    if (kind == 2) of.tags = POLICY__TAGS_MOST;
    if (kind == 3) of.relations = POLICY__RELATIONS_MOST;
    if (kind == 4) of.hidden = POLICY__UNITS_MOST, of.size = POLICY__INPUTS_MOST;
    if (kind == 5) of.far = 1024, of.slots = 1 << 14, of.words = 9000, of.pieces[3] = 5000;
    load(&of, 7);
    write_text(&d, 60, 40);
    read_alike(60);
  }
}
END_TEST

/* Unchecked weights may hold what is no number: the readings are rubbish, but such as they must be. */
START_TEST(no_number_leads_outside) {
  dice d = {8};
  write_text(&d, 60, 20);
  for (int times = 0; times < 20; times++) {
    set_up();
    policy__matrix *const matrices[] = {&weights.input, &weights.below, &weights.before[0][0], &weights.before[1][1],
                                        &weights.tags,  &weights.arcs,  &weights.bilinear,     &weights.labels,
                                        &weights.relations};
    static const float odd[] = {1e6f, -1e6f, 999e3f, 1e-30f, -1e-30f, 0.0f};
    for (size_t m = 0; m < sizeof matrices / sizeof *matrices; m++)
      for (uint32_t o = 0; o < matrices[m]->outputs; o++) {
        size_t at = TINY_OFFSET((dice_below(&d, 2) ? matrices[m]->scale : matrices[m]->bias) + o, bytes);
        if (times < 10 || dice_below(&d, 4) == 0) memcpy(bytes + at, &odd[dice_below(&d, 6)], sizeof *odd);
      }
    read_alike(60);
  }
}
END_TEST

START_TEST(memory_is_counted_and_may_fail) {
  tally t;
  size_t calls;
  uint32_t one = 1;
  tally_init(&t);
  policy__network *network = policy__network_new(&weights, &policy__kernel_portable, &t.allocator, 10);
  ck_assert_ptr_nonnull(network);
  calls = t.calls;
  forms[0] = (policy_string){"", 0};
  policy__network_read(network, forms, &one, 1, readings);
  policy__network_read(network, forms, &one, 0, readings);
  ck_assert_uint_eq(t.calls, calls);
  policy__network_free(network);
  policy__network_free(NULL);
  ck_assert(tally_is_clean(&t));
  for (size_t call = 1; call <= calls; call++) {
    tally_init(&t);
    t.fail_at = call;
    ck_assert_ptr_null(policy__network_new(&weights, &policy__kernel_portable, &t.allocator, 10));
    ck_assert(tally_is_clean(&t));
  }
}
END_TEST

Suite *suite_network(void) {
  Suite *suite = suite_create("network");
  TCase *tests = tcase_create("network");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, batches_and_kernels_read_alike);
  tcase_add_test(tests, small_documents_need_little);
  tcase_add_test(tests, forgotten_words_are_read_again);
  tcase_add_test(tests, the_longest_sentence_is_read);
  tcase_add_test(tests, an_order_changes_nothing);
  tcase_add_test(tests, any_part_may_be_the_widest);
  tcase_add_test(tests, no_number_leads_outside);
  tcase_add_test(tests, memory_is_counted_and_may_fail);
  suite_add_tcase(suite, tests);
  return suite;
}
