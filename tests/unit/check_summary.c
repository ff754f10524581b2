/* The summary for people, and the lines that it is made of. */
#include <check.h>
#include <stdio.h>

#include "annotated.h"
#include "full_document.h"
#include "tally.h"
#include "text/utf8.h"
#include "write/flow.h"

static char *summary(const policy_document *document, unsigned flags, unsigned width, policy_buffer *buffer) {
  policy_error error = {0};
  policy_buffer_free(buffer);
  policy_status status = policy_summary_write(document, flags, width, buffer, &error);
  ck_assert_msg(status == POLICY_OK, "%s", error.message);
  return buffer->data;
}

static policy_document *made_of(const char *text) {
  return annotated_finish(annotated_begin(text));
}

static policy_document *full(void) {
  policy_error error = {0};
  policy_document *document = full_document(NULL, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  return document;
}

#define assert_holds(text, part) ck_assert_msg(strstr(text, part) != NULL, "no '%s' in:\n%s", part, text)
#define assert_lacks(text, part) ck_assert_msg(strstr(text, part) == NULL, "'%s' in:\n%s", part, text)

/* ---- words and columns ---------------------------------------------------------------------------------- */

static void expect_words(const policy_document *document, const char *words) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy__writer writer = {&buffer, POLICY_OK};
  policy_span all = {0, (uint32_t)policy_document_text(document).size};
  policy__write_words(&writer, document, all);
  ck_assert_int_eq(writer.status, POLICY_OK);
  ck_assert_str_eq(buffer.data != NULL ? buffer.data : "", words);
  policy_buffer_free(&buffer);
}

START_TEST(words_are_one_clean_line) {
  static const char *const texts[][2] = {
      {"  one \t two\n\n three\u00A0four\u2028five ", "one two three four five"},
      {"a\x1b[31mred\x07", "a[31mred"},
      {"left\u202Eright\u2066x\u200B", "leftrightx"},
      {"\u0645\u06CC\u200C\u062E", "\u0645\u06CC\u200C\u062E"}, /* a joiner that spelling needs */
      {"the dif-\n   ference", "the difference"},
      {"the Kao-\nhsiung", "the Kaohsiung"},
      {"A-\nB and 1-\n2 and c -\nd", "A-B and 1- 2 and c - d"},
      {"soft\u00AD\nhyphen and so\u00ADft", "softhyphen and soft"},
      {"end-\n", "end-"},
      {"", ""},
      {" \n", ""}};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    policy_document *document = made_of(texts[i][0]);
    expect_words(document, texts[i][1]);
    policy_document_unref(document);
  }
}
END_TEST

/* A document of one sentence with one token over all of "long-\nterm", of the given form. */
static policy_document *hyphenated(const char *form) {
  policy_builder *builder = annotated_begin("long-\nterm");
  policy_span all = {0, 10};
  policy_block_record block = {.kind = POLICY_BLOCK_PARAGRAPH, .span = all};
  policy_token_record token = {.span = all, .form = annotated_string(form), .head = POLICY_NONE};
  token.lemma = token.features = token.relation = (policy_string){"", 0};
  ck_assert_int_eq(policy_builder_add_block(builder, &block, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_sentence(builder, all, &token, 1, NULL, NULL), POLICY_OK);
  return annotated_finish(builder);
}

START_TEST(tokens_tell_about_hyphens) {
  static const char *const forms[] = {"long-term", "longterm"};
  for (size_t i = 0; i < 2; i++) {
    policy_document *document = hyphenated(forms[i]);
    expect_words(document, forms[i]);
    policy_document_unref(document);
  }
}
END_TEST

START_TEST(columns_are_those_of_a_terminal) {
  static const struct {
    const char *words;
    size_t columns;
  } cases[] = {{"", 0},
               {"abc", 3},
               {"\u00E9", 1},
               {"e\u0301", 1},
               {"\u674E\u9759", 4},
               {"\uD55C\uAD6D", 4},
               {"\uFF21\u3002", 4},
               {"\u0928\u093F", 1},
               {"a\u200Db", 2},
               {"\U0001F30A", 2}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_uint_eq(policy__columns(annotated_string(cases[i].words)), cases[i].columns);
}
END_TEST

/* ---- wrapping ------------------------------------------------------------------------------------------- */

START_TEST(lines_are_wrapped) {
  static const struct {
    const char *words, *lines;
  } cases[] = {{"one two three", "one two\nthree\n"},
               {"one twoxx three", "one twoxx\nthree\n"},
               {"one twoxxx three", "one\ntwoxxx\nthree\n"},
               {"abcdefghijklmnopqrstuv w", "abcdefghi\njklmnopqr\nstuv w\n"},
               {"\u674E\u9759\u674E\u9759\u674E\u9759", "\u674E\u9759\u674E\u9759\n\u674E\u9759\n"},
               {"\u674E\u9759\u674E\u9759\u3002", "\u674E\u9759\u674E\n\u9759\u3002\n"},
               {"one\u00A0two three", "one two\nthree\n"},
               {"", "\n"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    policy_buffer buffer = POLICY_BUFFER_INIT;
    policy__writer writer = {&buffer, POLICY_OK};
    policy__flow flow = {.writer = &writer, .width = 9};
    policy__flow_text(&flow, cases[i].words);
    policy__flow_end(&flow);
    ck_assert_str_eq(buffer.data, cases[i].lines);
    policy_buffer_free(&buffer);
    policy_buffer_free(&flow.word);
  }
}
END_TEST

START_TEST(a_word_of_two_styles_stays_whole) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy__writer writer = {&buffer, POLICY_OK};
  policy__flow flow = {.writer = &writer, .width = 10, .colour = true};
  policy__flow_to(&flow, 2);
  flow.style = POLICY__BOLD;
  policy__flow_text(&flow, "one twox");
  flow.style = POLICY__PLAIN;
  policy__flow_text(&flow, ", three");
  policy__flow_end(&flow);
  ck_assert_str_eq(buffer.data, "  \033[1mone\033[0m\n  \033[1mtwox\033[0m,\n  three\n");
  policy_buffer_free(&buffer);
  policy_buffer_free(&flow.word);
}
END_TEST

START_TEST(cutting_keeps_whole_words) {
  static const struct {
    const char *words;
    size_t columns;
    const char *kept;
    bool cut;
  } cases[] = {{"one two", 7, "one two", false}, {"one two three", 10, "one two", true},
               {"abcdefghij", 6, "abcd", true},  {"", 5, "", false},
               {"a bcdefghijklmn", 9, "a bcdef", true}, {"\u674E\u9759\u674E", 5, "\u674E", true}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bool cut;
    policy_string kept = policy__flow_cut(annotated_string(cases[i].words), cases[i].columns, &cut);
    ck_assert_int_eq(cut, cases[i].cut);
    ck_assert_uint_eq(kept.size, strlen(cases[i].kept));
    ck_assert_int_eq(memcmp(kept.data, cases[i].kept, kept.size), 0);
  }
}
END_TEST

/* ---- summaries ------------------------------------------------------------------------------------------ */

START_TEST(all_is_told) {
  static const char *const parts[] = {
      "Safer \"rivers\"\n", "Ana Lund, Bo \u674E \u00B7 The Gauge Office \u00B7 25 February 2016\n",
      "water, disasters \u00B7 Asia\n", "5 actors", "3 recommendations",
      "    5  Japan", "state JPN  Tokyo",
      "  1  should      Recommendation 1: gradually fund new r\u00EDver gauges", "(addressee implied)",
      "with        Mekong Water Bank, Delta Union\n", "towards     the villages\n",
      "for         the villages\n", "condition   if the council agrees\n", "how         with the Mekong Water Bank\n                             by June 2017\n",
      "purpose     so that floods kill nobody\n", "reason      because rain brings floods\n",
      "deadline    2017-06\n", "instrument  grant\n", "status      accepted\n", "(93%)",
      "Nobody named\n  2  must not    wait\n", "said by     Ana Lund\n", "EVENTS", "RELATIONS",
      "Japan \u2192 Delta Union leads (+)\n", "CAUSES", "TIMES", "WARNINGS", "line-cut:"};
  policy_document *document = full();
  policy_buffer buffer = POLICY_BUFFER_INIT;
  char *text = summary(document, 0, 0, &buffer);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) assert_holds(text, parts[i]);
  assert_lacks(text, "\033");
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(clean_is_the_document_alone) {
  policy_document *document = full();
  policy_buffer buffer = POLICY_BUFFER_INIT;
  char *text = summary(document, POLICY_SUMMARY_CLEAN, 0, &buffer);
  assert_holds(text, "title       Safer \"rivers\"\n");
  assert_holds(text, "date        25 February 2016\n");
  assert_holds(text, "548 bytes\n");
  assert_holds(text, "\n# Safer rivers");
  assert_holds(text, "\n\u2022 Japan, which leads");
  assert_holds(text, "because rain brings floods.\n");
  assert_lacks(text, "page 1 of 2");
  assert_lacks(text, "RECOMMENDATIONS");
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

/* The widest line, colours not counted. None ends with a space. */
static size_t widest(char *text) {
  size_t most = 0;
  assert_lacks(text, " \n");
  for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    size_t columns = 0;
    for (const char *at = line; *at != '\0';) {
      if (*at == '\033') at = strchr(at, 'm') + 1;
      else columns += policy__column_width(policy__utf8_next(&at));
    }
    if (columns > most) most = columns;
  }
  return most;
}

START_TEST(no_line_is_too_wide) {
  policy_document *document = full();
  policy_buffer buffer = POLICY_BUFFER_INIT;
  for (unsigned width = 40; width < 130; width++)
    for (unsigned flags = 0; flags < 4; flags++)
      ck_assert_uint_le(widest(summary(document, flags, width, &buffer)), width);
  ck_assert_uint_le(widest(summary(document, 0, 1, &buffer)), 40);
  ck_assert_uint_le(widest(summary(document, 0, 0, &buffer)), 80);
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(colours_are_put_out_at_each_line_end) {
  policy_document *document = full();
  policy_buffer buffer = POLICY_BUFFER_INIT;
  char *text = summary(document, POLICY_SUMMARY_COLOUR, 50, &buffer);
  bool on = false;
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '\033') on = strncmp(at, "\033[0m", 4) != 0;
    ck_assert(*at != '\n' || !on);
  }
  assert_holds(text, "\033[1mACTORS\033[0m\n");
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_text_cannot_drive_the_terminal) {
  policy_builder *builder = annotated_begin("Wipe \x1b[2J it\n\nnow \u202Eback\xC2\x9B" "31m.");
  policy_block_record heading = {.kind = POLICY_BLOCK_HEADING, .level = 1, .span = {0, 12}};
  uint32_t size = (uint32_t)policy_document_text(policy_builder_document(builder)).size;
  policy_block_record paragraph = {.kind = POLICY_BLOCK_PARAGRAPH, .span = {14, size}};
  policy_mention_record mention = {.span = {0, 9}, .form = POLICY_MENTION_NAME};
  policy_actor_record actor = {.mentions = &mention, .mention_count = 1};
  actor.name = annotated_string("E\x1b]0;x\x07vil");
  policy_string title = annotated_string("T\x1b[5mx"), date = annotated_string("\x1b[7m");
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_TITLE, title, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_DATE, date, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_block(builder, &heading, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_block(builder, &paragraph, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_actor(builder, &actor, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_warning(builder, "w", "\x1b[1A", (policy_span){0, 4}, NULL), POLICY_OK);
  policy_document *document = annotated_finish(builder);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  for (unsigned flags = 0; flags <= POLICY_SUMMARY_CLEAN; flags += POLICY_SUMMARY_CLEAN) {
    char *text = summary(document, flags, 0, &buffer);
    for (const char *at = text, *end = at + buffer.size; at < end;) {
      uint32_t c = policy__utf8_next(&at);
      bool shown = c == '\n' || (policy__classify(c) & POLICY__CONTROL) == 0;
      ck_assert_msg(shown, "U+%04X in:\n%s", (unsigned)c, text);
    }
    assert_holds(text, flags == 0 ? "E]0;xvil" : "now back31m.");
  }
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(an_empty_document_is_no_trouble) {
  policy_document *document = made_of("");
  policy_buffer buffer = POLICY_BUFFER_INIT;
  for (unsigned flags = 0; flags < 4; flags++)
    ck_assert_uint_gt(strlen(summary(document, flags, 0, &buffer)), 0);
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(bad_arguments) {
  policy_document *document = made_of("x");
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_summary_write(NULL, 0, 0, &buffer, NULL), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_summary_write(document, 0, 0, NULL, NULL), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_summary_write(document, 4, 0, &buffer, NULL), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_summary_write(document, 0, UINT32_MAX, &buffer, NULL), POLICY_OK);
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(without_memory_the_buffer_stays) {
  policy_document *document = full();
  tally t;
  tally_init(&t);
  size_t failures = 0;
  policy_status status = POLICY_ERROR_NO_MEMORY;
  while (status != POLICY_OK) {
    policy_buffer buffer = {.allocator = t.allocator};
    policy_error error = {0};
    t.fail_at = 0;
    ck_assert_int_eq(policy_buffer_append(&buffer, "before", 6), POLICY_OK);
    t.fail_at = t.calls + ++failures;
    status = policy_summary_write(document, POLICY_SUMMARY_COLOUR, 0, &buffer, &error);
    if (status != POLICY_OK) {
      ck_assert_int_eq(status, POLICY_ERROR_NO_MEMORY);
      ck_assert_int_eq(error.code, status);
      ck_assert_str_eq(buffer.data, "before");
    }
    policy_buffer_free(&buffer);
    ck_assert(tally_is_clean(&t));
  }
  ck_assert_uint_gt(failures, 8);
  policy_document_unref(document);
}
END_TEST

Suite *suite_summary(void);

Suite *suite_summary(void) {
  Suite *suite = suite_create("summary");
  TCase *tests = tcase_create("summary");
  tcase_add_test(tests, words_are_one_clean_line);
  tcase_add_test(tests, tokens_tell_about_hyphens);
  tcase_add_test(tests, columns_are_those_of_a_terminal);
  tcase_add_test(tests, lines_are_wrapped);
  tcase_add_test(tests, a_word_of_two_styles_stays_whole);
  tcase_add_test(tests, cutting_keeps_whole_words);
  tcase_add_test(tests, all_is_told);
  tcase_add_test(tests, clean_is_the_document_alone);
  tcase_add_test(tests, no_line_is_too_wide);
  tcase_add_test(tests, colours_are_put_out_at_each_line_end);
  tcase_add_test(tests, a_text_cannot_drive_the_terminal);
  tcase_add_test(tests, an_empty_document_is_no_trouble);
  tcase_add_test(tests, bad_arguments);
  tcase_add_test(tests, without_memory_the_buffer_stays);
  suite_add_tcase(suite, tests);
  return suite;
}
