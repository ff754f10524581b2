/* Which lines belong together. */
#include <check.h>

#include "reading.h"

#define BLOCKS(text, blocks) ck_assert_str_eq(reading_blocks(text), blocks)

START_TEST(wrapped_paragraphs) {
  BLOCKS("The council met in the spring to speak of the lake and of the people\n"
         "who live from it, and it found that the water had fallen by two metres\n"
         "since the turn of the century.\n"
         "Fishermen told the council that the nets come up empty, and farmers\n"
         "that the wells along the shore are turning salt, year after year, so\n"
         "that nothing grows.\n",
         "paragraph|The council met in the spring to speak of the lake and of the people~"
         "who live from it, and it found that the water had fallen by two metres~"
         "since the turn of the century.\n"
         "paragraph|Fishermen told the council that the nets come up empty, and farmers~"
         "that the wells along the shore are turning salt, year after year, so~that nothing grows.\n");
}
END_TEST

START_TEST(one_paragraph_a_line) {
  BLOCKS("The council met in the spring.\nIt found that the water had fallen by two metres since the turn of "
         "the century.\n"
         "Nobody spoke against it.\n",
         "paragraph|The council met in the spring.\n"
         "paragraph|It found that the water had fallen by two metres since the turn of the century.\n"
         "paragraph|Nobody spoke against it.\n");
}
END_TEST

START_TEST(a_line_that_runs_on) {
  BLOCKS("The council met in the spring, when the snow had gone from\nthe hills around the lake.\n\nIt was "
         "cold.\n",
         "paragraph|The council met in the spring, when the snow had gone from~the hills around the lake.\n"
         "paragraph|It was cold.\n");
}
END_TEST

START_TEST(a_sentence_over_a_blank_line) {
  BLOCKS("The council met in the spring, when the snow had gone\n\nfrom the hills around the lake.\n\nIt was "
         "cold.\n\nIt stayed so.\n\nAll was said.\n",
         "paragraph|The council met in the spring, when the snow had gone~~from the hills around the lake.\n"
         "paragraph|It was cold.\nparagraph|It stayed so.\nparagraph|All was said.\n");
}
END_TEST

START_TEST(items) {
  BLOCKS("The board should\n\n- count the fish;\n- mend the nets, which were torn in the storms\n  of last "
         "winter; and\n- rest.\n",
         "paragraph|The board should\nlist_item 1|- count the fish;\n"
         "list_item 1|- mend the nets, which were torn in the storms~  of last winter; and\nlist_item 1|- "
         "rest.\n");
}
END_TEST

START_TEST(nested_items) {
  BLOCKS("1. The board shall:\n(a) count:\n(i) the fish;\n(ii) the nets;\n(b) rest.\n2. The board may sing.\n",
         "list_item 1|1. The board shall:\nlist_item 2|(a) count:\nlist_item 3|(i) the fish;\n"
         "list_item 3|(ii) the nets;\nlist_item 2|(b) rest.\nlist_item 1|2. The board may sing.\n");
}
END_TEST

START_TEST(letters_that_are_numerals) {
  BLOCKS("(h) eighth;\n(i) ninth;\n(j) tenth.\n",
         "list_item 1|(h) eighth;\nlist_item 1|(i) ninth;\nlist_item 1|(j) tenth.\n");
}
END_TEST

START_TEST(a_marker_alone) {
  BLOCKS("\xE2\x80\xA2\n\nCount the fish.\n\n\xE2\x80\xA2\n\nMend the nets.\n",
         "list_item 1|\xE2\x80\xA2~~Count the fish.\nlist_item 1|\xE2\x80\xA2~~Mend the nets.\n");
}
END_TEST

START_TEST(numbers_inside_wrapped_prose) {
  BLOCKS("The board counted the fish of the northern bay in the spring of\n"
         "2016. It found fewer than in the year before, and it resolved to\n"
         "mend (a) the nets of the village and of its neighbours, and then\n"
         "(b) the boats, of which there are but few that are fit for sea.\n",
         "paragraph|The board counted the fish of the northern bay in the spring of~"
         "2016. It found fewer than in the year before, and it resolved to~"
         "mend (a) the nets of the village and of its neighbours, and then~"
         "(b) the boats, of which there are but few that are fit for sea.\n");
}
END_TEST

START_TEST(tables) {
  BLOCKS("Fish     2015   2016\nTrout    12     9\nPerch    40     31\n\nIt is less.\n",
         "table|Fish     2015   2016~Trout    12     9~Perch    40     31\nparagraph|It is less.\n");
  BLOCKS("| Fish | Number |\n|------|--------|\n| Trout | 9 |\n",
         "table|| Fish | Number |~|------|--------|~| Trout | 9 |\n");
  BLOCKS("Aims ........ 2\nMeans ....... 5\n", "table|Aims ........ 2~Means ....... 5\n");
}
END_TEST

START_TEST(quoted_lines) {
  BLOCKS("She wrote:\n\n> The lake is dry.\n> The nets are torn.\n\nHe wept.\n",
         "paragraph|She wrote:\nquote|> The lake is dry.~> The nets are torn.\nparagraph|He wept.\n");
}
END_TEST

START_TEST(pages) {
  policy_document *document = reading_of("One.\fTwo.\n\n\fThree.\n");
  ck_assert_uint_eq(policy_document_block_count(document), 3);
  for (uint32_t i = 0; i < 3; i++)
    ck_assert_uint_eq(policy_block_page(policy_document_block(document, i)), i + 1);
  policy_document_unref(document);
  document = reading_of("One.\n\nTwo.\n");
  ck_assert_uint_eq(policy_block_page(policy_document_block(document, 1)), 0);
  policy_document_unref(document);
}
END_TEST

START_TEST(nothing) {
  BLOCKS("", "");
  BLOCKS(" \n\n\t\n", "");
}
END_TEST

Suite *suite_blocks(void) {
  Suite *suite = suite_create("blocks");
  TCase *tests = tcase_create("blocks");
  tcase_add_test(tests, wrapped_paragraphs);
  tcase_add_test(tests, one_paragraph_a_line);
  tcase_add_test(tests, a_line_that_runs_on);
  tcase_add_test(tests, a_sentence_over_a_blank_line);
  tcase_add_test(tests, items);
  tcase_add_test(tests, nested_items);
  tcase_add_test(tests, letters_that_are_numerals);
  tcase_add_test(tests, a_marker_alone);
  tcase_add_test(tests, numbers_inside_wrapped_prose);
  tcase_add_test(tests, tables);
  tcase_add_test(tests, quoted_lines);
  tcase_add_test(tests, pages);
  tcase_add_test(tests, nothing);
  suite_add_tcase(suite, tests);
  return suite;
}
