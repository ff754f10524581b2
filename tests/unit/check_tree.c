/* The best tree: against all trees there are, and against what a tree must be. */
#include <check.h>
#include <stdlib.h>
#include <time.h>

#include "base/memory.h"
#include "dice.h"
#include "lang/tree.h"
#include "tally.h"

enum { FEW = 5, LONGEST = 256 };

static int64_t total(const int32_t *scores, uint32_t count, const uint16_t *heads) {
  int64_t sum = 0;
  for (uint32_t w = 0; w < count; w++) sum += scores[(count + 1) * w + heads[w]];
  return sum;
}

/* One root, heads in range, and every way upwards ends at the root. */
static bool is_good(const uint16_t *heads, uint32_t count) {
  uint32_t roots = 0;
  for (uint32_t w = 0; w < count; w++) {
    uint32_t at = w + 1, steps = 0;
    if (heads[w] > count) return false;
    roots += heads[w] == 0;
    while (at != 0 && steps++ <= count) at = heads[at - 1];
    if (at != 0) return false;
  }
  return roots == 1;
}

static int64_t best_of_all(const int32_t *scores, uint32_t count) {
  uint16_t heads[FEW] = {0};
  int64_t best = INT64_MIN;
  for (;;) {
    if (is_good(heads, count)) {
      int64_t sum = total(scores, count, heads);
      if (sum > best) best = sum;
    }
    uint32_t w = 0;
    while (w < count && heads[w] == count) heads[w++] = 0;
    if (w == count) return best;
    heads[w]++;
  }
}

/* ---- kinds of scores ------------------------------------------------------------------------------------------- */

typedef void (*painter)(dice *d, int32_t *scores, uint32_t count);

static void paint_any(dice *d, int32_t *scores, uint32_t count) {
  for (uint32_t i = 0; i < count * (count + 1); i++) scores[i] = dice_between(d, -1000000, 1000000);
}

static void paint_ties(dice *d, int32_t *scores, uint32_t count) {
  for (uint32_t i = 0; i < count * (count + 1); i++) scores[i] = dice_between(d, 0, 1);
}

static void paint_ends(dice *d, int32_t *scores, uint32_t count) {
  static const int32_t ends[] = {INT32_MIN / 4, INT32_MAX / 4, 0, INT32_MIN, INT32_MAX};
  uint32_t kinds = 2 + dice_below(d, 4);
  for (uint32_t i = 0; i < count * (count + 1); i++) scores[i] = ends[dice_below(d, kinds)];
}

/* Every word would rather be the root. */
static void paint_roots(dice *d, int32_t *scores, uint32_t count) {
  paint_any(d, scores, count);
  for (uint32_t w = 0; w < count; w++) scores[(count + 1) * w] = INT32_MAX / 4 - (int32_t)dice_below(d, 9);
}

/* Circles within circles: neighbours that like each other best, then pairs of pairs, and so on; self-loops and the
   root as bait. */
static void paint_circles(dice *d, int32_t *scores, uint32_t count) {
  for (uint32_t w = 0; w < count; w++)
    for (uint32_t h = 0; h <= count; h++) {
      uint32_t apart = h == 0 ? 0 : w ^ (h - 1), level = 0;
      while (apart >> level != 0) level++;
      scores[(count + 1) * w + h] = h == 0        ? -1000000 + (int32_t)dice_below(d, 1000)
                                    : apart == 0 ? 100000000
                                                 : (20 - (int32_t)level) * 100000 + (int32_t)dice_below(d, 100000);
    }
}

/* A ring, whose every break costs the same but for little. */
static void paint_ring(dice *d, int32_t *scores, uint32_t count) {
  for (uint32_t w = 0; w < count; w++)
    for (uint32_t h = 0; h <= count; h++)
      scores[(count + 1) * w + h] = (h == (w + 1) % count + 1 ? 1000000 : h == 0 ? -500 : 0) +
                                    (int32_t)dice_below(d, 100);
}

/* Each word on the one behind it, the last on the first but one: the circle that forms takes in one word after the
   other, and is contracted each time. */
static void paint_snail(dice *d, int32_t *scores, uint32_t count) {
  for (uint32_t w = 0; w < count; w++)
    for (uint32_t h = 0; h <= count; h++)
      scores[(count + 1) * w + h] = h == 0 ? -100000 : (h == w + 2 ? 100000 : 0) + (h == count ? (int32_t)w : 0) -
                                                           (h > w + 2 ? 1000 : 0) + (int32_t)dice_below(d, 2);
}

static const painter painters[] = {paint_any,     paint_ties, paint_ends, paint_roots,
                                   paint_circles, paint_ring, paint_snail};
enum { PAINTERS = sizeof painters / sizeof *painters };

/* ---- tests ------------------------------------------------------------------------------------------------------- */

static policy__tree room_for(uint32_t longest) {
  policy__tree tree;
  ck_assert(policy__tree_init(&tree, &policy__malloc_allocator, longest));
  return tree;
}

START_TEST(no_tree_is_better) {
  policy__tree tree = room_for(FEW);
  int32_t scores[FEW * (FEW + 1)];
  uint16_t heads[FEW];
  dice d = {1};
  for (int times = 0; times < 700; times++)
    for (int p = 0; p < PAINTERS; p++) {
      uint32_t count = 1 + dice_below(&d, times % 4 == 0 ? FEW : FEW - 1);
      painters[p](&d, scores, count);
      policy__tree_find(&tree, scores, count, heads);
      ck_assert_msg(is_good(heads, count), "kind %d", p);
      ck_assert_int_eq(total(scores, count, heads), best_of_all(scores, count));
    }
  policy__tree_free(&tree);
}
END_TEST

START_TEST(a_word_is_the_root) {
  policy__tree tree = room_for(1);
  static const int32_t kinds[][2] = {{0, 0}, {-5, 5}, {INT32_MIN, INT32_MAX}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    uint16_t head = 7;
    policy__tree_find(&tree, kinds[i], 1, &head);
    ck_assert_uint_eq(head, 0);
  }
  policy__tree_free(&tree);
}
END_TEST

/* A tree of which no greedy step is left: words join, each by the best edge to what is joined already. */
static int64_t greedy(const int32_t *scores, uint32_t count, uint32_t root) {
  static uint32_t best[LONGEST];
  static bool joined[LONGEST];
  int64_t sum = scores[(count + 1) * root];
  for (uint32_t w = 0; w < count; w++) joined[w] = w == root, best[w] = root + 1;
  for (uint32_t step = 1; step < count; step++) {
    uint32_t next = count;
    for (uint32_t w = 0; w < count; w++)
      if (!joined[w] && (next == count || scores[(count + 1) * w + best[w]] > scores[(count + 1) * next + best[next]]))
        next = w;
    joined[next] = true;
    sum += scores[(count + 1) * next + best[next]];
    for (uint32_t w = 0; w < count; w++)
      if (!joined[w] && scores[(count + 1) * w + next + 1] > scores[(count + 1) * w + best[w]]) best[w] = next + 1;
  }
  return sum;
}

static int32_t many[LONGEST * (LONGEST + 1)];

START_TEST(long_sentences_have_trees) {
  policy__tree tree = room_for(LONGEST);
  uint16_t heads[LONGEST];
  dice d = {2};
  for (int times = 0; times < 280; times++) {
    uint32_t count = times < 2 * PAINTERS ? LONGEST : 2 + dice_below(&d, LONGEST - 1);
    painters[times % PAINTERS](&d, many, count);
    policy__tree_find(&tree, many, count, heads);
    ck_assert_msg(is_good(heads, count), "kind %d, %u words", times % PAINTERS, count);
    int64_t sum = total(many, count, heads);
    for (int tries = 0; tries < 8; tries++) ck_assert_int_ge(sum, greedy(many, count, dice_below(&d, count)));
  }
  policy__tree_free(&tree);
}
END_TEST

START_TEST(a_best_tree_stands_no_exchange) {
  policy__tree tree = room_for(LONGEST);
  uint16_t heads[LONGEST];
  dice d = {3};
  for (int p = 0; p < PAINTERS; p++) {
    uint32_t count = 24;
    painters[p](&d, many, count);
    policy__tree_find(&tree, many, count, heads);
    int64_t sum = total(many, count, heads);
    for (uint32_t w = 0; w < count; w++)
      for (uint32_t h = 0; h <= count; h++) {
        uint16_t before = heads[w];
        heads[w] = (uint16_t)h;
        if (is_good(heads, count)) ck_assert_int_le(total(many, count, heads), sum);
        heads[w] = before;
      }
  }
  policy__tree_free(&tree);
}
END_TEST

START_TEST(room_is_used_again) {
  policy__tree tree = room_for(LONGEST), other = room_for(LONGEST);
  uint16_t heads[LONGEST], again[LONGEST];
  dice d = {4};
  for (int p = 0; p < PAINTERS; p++) {
    uint32_t count = 1 + dice_below(&d, 60);
    painters[p](&d, many, count);
    policy__tree_find(&tree, many, count, heads);
    policy__tree_find(&other, many, count, again);
    ck_assert_mem_eq(heads, again, count * sizeof *heads);
    policy__tree_find(&tree, many, count, again);
    ck_assert_mem_eq(heads, again, count * sizeof *heads);
  }
  policy__tree_free(&tree);
  policy__tree_free(&other);
}
END_TEST

START_TEST(no_memory_is_told) {
  policy__tree tree;
  for (size_t call = 1; call <= 4; call++) {
    tally t;
    tally_init(&t);
    t.fail_at = call;
    ck_assert(!policy__tree_init(&tree, &t.allocator, 9));
    ck_assert(tally_is_clean(&t));
  }
}
END_TEST

/* Generous: the quadratic algorithm takes less than a millisecond a sentence, one of the fourth power minutes. */
START_TEST(no_scores_take_long) {
  policy__tree tree = room_for(LONGEST);
  uint16_t heads[LONGEST];
  dice d = {5};
  clock_t begin = clock();
  for (int times = 0; times < 10 * PAINTERS; times++) {
    painters[times % PAINTERS](&d, many, LONGEST);
    policy__tree_find(&tree, many, LONGEST, heads);
  }
  ck_assert_int_lt((clock() - begin) / CLOCKS_PER_SEC, 20);
  policy__tree_free(&tree);
}
END_TEST

Suite *suite_tree(void) {
  Suite *suite = suite_create("tree");
  TCase *tests = tcase_create("tree");
  tcase_add_test(tests, no_tree_is_better);
  tcase_add_test(tests, a_word_is_the_root);
  tcase_add_test(tests, long_sentences_have_trees);
  tcase_add_test(tests, a_best_tree_stands_no_exchange);
  tcase_add_test(tests, room_is_used_again);
  tcase_add_test(tests, no_memory_is_told);
  tcase_add_test(tests, no_scores_take_long);
  suite_add_tcase(suite, tests);
  return suite;
}
