/* What blocks are. */
#include <check.h>

#include "reading.h"

#define BLOCKS(text, blocks) ck_assert_str_eq(reading_blocks(text), blocks)

START_TEST(numbered_headings) {
  BLOCKS("1. Aims\n\nThe board counts the fish in the lake.\n\n1.1 Fish\n\nThere are trout and there are "
         "perch.\n\n2. Means\n\nThe board has nets.\n",
         "heading 1|1. Aims\nparagraph|The board counts the fish in the lake.\nheading 2|1.1 Fish\n"
         "paragraph|There are trout and there are perch.\nheading 1|2. Means\nparagraph|The board has nets.\n");
}
END_TEST

START_TEST(divisions) {
  BLOCKS("PART I THE LAKE\n\nChapter 1\n\nThe lake belongs to all.\n\nChapter 2\n\nThe nets belong to "
         "some.\n\nPART II THE SHORE\n\nChapter 3\n\nThe shore is free.\n",
         "heading 1|PART I THE LAKE\nheading 2|Chapter 1\nparagraph|The lake belongs to all.\nheading "
         "2|Chapter 2\n"
         "paragraph|The nets belong to some.\nheading 1|PART II THE SHORE\nheading 2|Chapter 3\nparagraph|The "
         "shore is free.\n");
}
END_TEST

START_TEST(underlined_headings) {
  BLOCKS("The lake\n========\n\nIt is dry, and so are the wells.\n\nThe shore\n---------\n\nIt is wide.\n",
         "heading 1|The lake\nboilerplate|========\nparagraph|It is dry, and so are the wells.\n"
         "heading 1|The shore\nboilerplate|---------\nparagraph|It is wide.\n");
}
END_TEST

START_TEST(headings_by_look) {
  BLOCKS("THE LAKE\n\nWhat was lost\n\nThe board counted the fish of the northern bay in the spring.\n\nWhat "
         "remains\n\nThere are trout still.\n",
         "heading 1|THE LAKE\nheading 2|What was lost\nparagraph|The board counted the fish of the northern "
         "bay in the spring.\n"
         "heading 2|What remains\nparagraph|There are trout still.\n");
}
END_TEST

START_TEST(what_is_no_heading) {
  BLOCKS("The lake is dry.\n\nWho let it come to this?\n\nThe board, they say.\n",
         "paragraph|The lake is dry.\nparagraph|Who let it come to this?\nparagraph|The board, they say.\n");
  BLOCKS("The board met.\n\nThe Honourable Ann Lee, Chair\n\nThe Honourable Ben Okri, Vice Chair\n\nThe "
         "Honourable Li Na\n",
         "paragraph|The board met.\nparagraph|The Honourable Ann Lee, Chair\nparagraph|The Honourable Ben "
         "Okri, Vice Chair\n"
         "paragraph|The Honourable Li Na\n");
}
END_TEST

START_TEST(captions) {
  BLOCKS("The fish are fewer.\n\nFigure 2: Fish in the lake\n\nTable 1. Nets by village\n\nTable 1 shows the "
         "nets of each village on the shore.\n",
         "paragraph|The fish are fewer.\ncaption|Figure 2: Fish in the lake\ncaption|Table 1. Nets by village\n"
         "paragraph|Table 1 shows the nets of each village on the shore.\n");
}
END_TEST

START_TEST(footnotes) {
  BLOCKS(
      "The fish are fewer.[1]\n\n[1] Lake Board, annual report.\n\n[2] See there.\n",
      "paragraph|The fish are fewer.[1]\nfootnote|[1] Lake Board, annual report.\nfootnote|[2] See there.\n");
  BLOCKS("The fish are fewer.\n\n1 See the annual report of the board.\n\n2 The board did not answer.\n",
         "paragraph|The fish are fewer.\nfootnote|1 See the annual report of the board.\nfootnote|2 The board "
         "did not answer.\n");
  BLOCKS("The fish are fewer.\n\nNotes\n\n1. See the report.\n\n2. The board did not answer.\n",
         "paragraph|The fish are fewer.\nheading 1|Notes\nfootnote|1. See the report.\nfootnote|2. The board "
         "did not answer.\n");
}
END_TEST

START_TEST(references) {
  BLOCKS("The fish are fewer.\n\nReferences\n\nLee, A. (2019). Rain in the hills. Shore Press.\n\nLake Board, "
         "annual report, Geneva 2016.\n",
         "paragraph|The fish are fewer.\nheading 1|References\ncitation|Lee, A. (2019). Rain in the hills. "
         "Shore Press.\n"
         "citation|Lake Board, annual report, Geneva 2016.\n");
}
END_TEST

START_TEST(indented_quotes) {
  BLOCKS(
      "The chair spoke of the lake for a while and then she said to us all that\n"
      "nothing could be done about it any more, and she wept:\n\n"
      "        We have counted the fish for thirty years, and for thirty\n"
      "        years they have grown fewer.\n\n"
      "Nobody answered, for there was nothing that anybody could have said to\n"
      "that, and the meeting was closed.\n",
      "paragraph|The chair spoke of the lake for a while and then she said to us all that~"
      "nothing could be done about it any more, and she wept:\n"
      "quote|We have counted the fish for thirty years, and for thirty~        years they have grown fewer.\n"
      "paragraph|Nobody answered, for there was nothing that anybody could have said to~that, and the meeting "
      "was closed.\n");
}
END_TEST

START_TEST(questions_and_answers) {
  BLOCKS(
      "Q: Is the lake dry?\nA: It is not, but it has fallen.\nQ: By how much?\nA: By two metres.\n",
      "paragraph|Q: Is the lake dry?\nparagraph|A: It is not, but it has fallen.\nparagraph|Q: By how much?\n"
      "paragraph|A: By two metres.\n");
}
END_TEST

Suite *suite_classify(void) {
  Suite *suite = suite_create("classify");
  TCase *tests = tcase_create("classify");
  tcase_add_test(tests, numbered_headings);
  tcase_add_test(tests, divisions);
  tcase_add_test(tests, underlined_headings);
  tcase_add_test(tests, headings_by_look);
  tcase_add_test(tests, what_is_no_heading);
  tcase_add_test(tests, captions);
  tcase_add_test(tests, footnotes);
  tcase_add_test(tests, references);
  tcase_add_test(tests, indented_quotes);
  tcase_add_test(tests, questions_and_answers);
  suite_add_tcase(suite, tests);
  return suite;
}
