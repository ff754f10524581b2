/* Lines, their forms, and how a text is broken into them. */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "read/lines.h"
#include "reading.h"

static policy__array lines;

static void find(const char *text) {
  policy__array_free(&lines);
  policy__array_init(&lines, &policy__malloc_allocator, sizeof(policy__line), UINT32_MAX);
  ck_assert_int_eq(policy__lines_find(reading_string(text), &lines), POLICY_OK);
}

static void set_up(void) {
  policy__array_init(&lines, &policy__malloc_allocator, sizeof(policy__line), UINT32_MAX);
}

static void tear_down(void) {
  policy__array_free(&lines);
}

static const policy__line *at(size_t n) {
  ck_assert_uint_lt(n, lines.count);
  return POLICY__AT(&lines, policy__line, n);
}

/* The flags of a text of one line. */
static uint32_t flags(const char *text) {
  find(text);
  ck_assert_uint_eq(lines.count, 1);
  return at(0)->flags;
}

START_TEST(places) {
  find("\n  one two \n\n\n\tthree\fe\xCC\x81\xC2\xA0");
  ck_assert_uint_eq(lines.count, 3);
  ck_assert_uint_eq(at(0)->begin, 3);
  ck_assert_uint_eq(at(0)->end, 10);
  ck_assert_uint_eq(at(0)->indent, 2);
  ck_assert_uint_eq(at(0)->width, 7);
  ck_assert_uint_eq(at(0)->gap, 1);
  ck_assert_uint_eq(at(0)->head, 3);
  ck_assert_uint_eq(at(1)->gap, 2);
  ck_assert_uint_eq(at(1)->indent, 8);
  ck_assert_uint_eq(at(2)->width, 1);
  ck_assert_uint_eq(at(2)->end - at(2)->begin, 3);
  ck_assert((at(2)->flags & POLICY__LINE_PAGE) != 0);
  ck_assert((at(1)->flags & POLICY__LINE_PAGE) == 0);
}
END_TEST

START_TEST(no_lines) {
  find("");
  ck_assert_uint_eq(lines.count, 0);
  find(" \n\n\t\f\xE2\x80\xA8");
  ck_assert_uint_eq(lines.count, 0);
}
END_TEST

START_TEST(ends) {
  ck_assert((flags("It ends.") & POLICY__LINE_STOP) != 0);
  ck_assert((flags("\xE2\x80\x9CIt ends.\xE2\x80\x9D") & POLICY__LINE_STOP) != 0);
  ck_assert((flags("It ends.12") & POLICY__LINE_STOP) != 0);
  ck_assert((flags("It grew by 3.12") & POLICY__LINE_COMMA) == 0);
  ck_assert((flags("Does it?") & POLICY__LINE_QUESTION) != 0);
  ck_assert((flags("such as:") & POLICY__LINE_COLON) != 0);
  ck_assert((flags("of the lake;") & POLICY__LINE_SEMICOLON) != 0);
  ck_assert((flags("Recalling it,") & POLICY__LINE_COMMA) != 0);
  ck_assert((flags("minis-") & POLICY__LINE_HYPHEN) != 0);
  ck_assert((flags("in the") & POLICY__LINE_OPEN) != 0);
  ck_assert((flags("in Geneva") & POLICY__LINE_OPEN) == 0);
}
END_TEST

START_TEST(letters) {
  ck_assert((flags("THE OFFICE") & POLICY__LINE_CAPITALS) != 0);
  ck_assert((flags("A") & POLICY__LINE_CAPITALS) == 0);
  ck_assert((flags("The Office of the Sky") & POLICY__LINE_TITLE) != 0);
  ck_assert((flags("The office of the sky") & POLICY__LINE_TITLE) == 0);
  ck_assert((flags("and so on") & POLICY__LINE_LOWER) != 0);
  ck_assert((flags("(and so on)") & POLICY__LINE_LOWER) == 0);
  ck_assert((flags("2. Aims") & POLICY__LINE_UPPER) != 0);
  ck_assert((flags("* * *") & POLICY__LINE_RULE) != 0);
  ck_assert((flags("12, 14") & POLICY__LINE_DIGITS) != 0);
  ck_assert((flags("It is dry. But not here.") & POLICY__LINE_PROSE) != 0);
  ck_assert((flags("J. R. Smith") & POLICY__LINE_PROSE) == 0);
}
END_TEST

START_TEST(cells) {
  ck_assert((flags("one   two") & POLICY__LINE_CELLS) != 0);
  ck_assert((flags("one\ttwo") & POLICY__LINE_CELLS) != 0);
  ck_assert((flags("| one | two |") & POLICY__LINE_CELLS) != 0);
  ck_assert((flags("17.\tThe year has seen it.") & POLICY__LINE_CELLS) == 0);
  ck_assert((flags("It ends.   It begins.") & POLICY__LINE_CELLS) == 0);
  ck_assert((flags("Aims ........ 12") & POLICY__LINE_LEADERS) != 0);
  ck_assert((flags("> said he") & POLICY__LINE_QUOTED) != 0);
}
END_TEST

static const char wrapped[] =
    "The council met in the spring to speak of the lake and of the people\n"
    "who live from it, and it found that the water had fallen by two metres\n"
    "since the turn of the century. Fishermen told the council that the nets\n"
    "come up empty, and farmers that the wells along the shore are turning\n"
    "salt.\n";

START_TEST(layouts) {
  find(wrapped);
  policy__layout layout = policy__layout_of(&lines);
  ck_assert(layout.wrapped);
  ck_assert_uint_ge(layout.width, 66);
  ck_assert_uint_le(layout.width, 72);
  find("The council met in the spring to speak of the lake.\nIt found that the water had fallen.\n"
       "Fishermen told the council that the nets come up empty, and farmers that the wells turn salt.\nNo one "
       "spoke against.\n"
       "The chair closed the meeting at noon.\n");
  ck_assert(!policy__layout_of(&lines).wrapped);
  find("Back to top\nShare\n");
  ck_assert(!policy__layout_of(&lines).wrapped);
  find("    One line far in, and another, and more of them.\n\n    Another.\n\nx\n");
  ck_assert_uint_eq(policy__layout_of(&lines).indent, 4);
  find("");
  ck_assert(!policy__layout_of(&lines).wrapped);
}
END_TEST

Suite *suite_lines(void) {
  Suite *suite = suite_create("lines");
  TCase *tests = tcase_create("lines");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, places);
  tcase_add_test(tests, no_lines);
  tcase_add_test(tests, ends);
  tcase_add_test(tests, letters);
  tcase_add_test(tests, cells);
  tcase_add_test(tests, layouts);
  suite_add_tcase(suite, tests);
  return suite;
}
