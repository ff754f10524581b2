/* CoNLL-U in and out: gold words survive, every fault is told with its line, and what is read is a good
   document. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reading.h"

static policy_error error;

static policy_document *read_options(const char *bytes, size_t size, const policy_limits *limits) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/x-conllu";
  options.name = "sample.conllu";
  options.limits = limits;
  error = (policy_error){POLICY_OK, 0, ""};
  policy_document *document = policy_read(bytes, size, &options, &error);
  if (document != NULL) ck_assert_msg(policy_document_check(document, &error) == POLICY_OK, "%s", error.message);
  return document;
}

static policy_document *read_conllu(const char *bytes) {
  policy_document *document = read_options(bytes, strlen(bytes), NULL);
  ck_assert_msg(document != NULL, "%s", error.message);
  return document;
}

/* What is read from `bytes`, written again. To be freed. */
static char *written(const char *bytes) {
  policy_buffer out = POLICY_BUFFER_INIT;
  policy_document *document = read_conllu(bytes);
  ck_assert_int_eq(policy_conllu_write(document, &out, &error), POLICY_OK);
  policy_document_unref(document);
  char *copy = calloc(out.size + 1, 1);
  ck_assert_ptr_nonnull(copy);
  if (out.size > 0) memcpy(copy, out.data, out.size);
  policy_buffer_free(&out);
  return copy;
}

static void becomes(const char *bytes, const char *wanted) {
  char *got = written(bytes);
  ck_assert_str_eq(got, wanted);
  char *again = written(got);
  ck_assert_str_eq(again, wanted);
  free(again);
  free(got);
}

#define HEAD "# newdoc id = sample.conllu\n"
/* A word without an analysis. */
#define BARE(id, form) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\t_\n"
#define TIGHT(id, form) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"

static const char sample[] =
    HEAD
    "# newpar\n"
    "# sent_id = 1\n"
    "# text = The harbour can't wait.\n"
    "1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_\n"
    "2\tharbour\tharbour\tNOUN\tNN\tNumber=Sing\t5\tnsubj\t_\t_\n"
    "3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tca\tcan\tAUX\tMD\tVerbForm=Fin\t5\taux\t_\t_\n"
    "4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_\n"
    "5\twait\twait\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n"
    "\n"
    "# sent_id = 2\n"
    "# text = Pay now!\n"
    "1\tPay\tpay\tVERB\tVB\t_\t0\troot\t_\t_\n"
    "2\tnow\tnow\tADV\tRB\t_\t1\tadvmod:t\t_\tSpaceAfter=No\n"
    "3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "# sent_id = 3\n"
    "# text = _ vor dem Meer\n"
    "1\t_\t_\tSYM\t_\t_\t0\troot\t_\t_\n"
    "2-3\tvor dem\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tvor\t_\tADP\t_\t_\t4\tcase\t_\t_\n"
    "3\tder\t_\tDET\t_\t_\t4\tdet\t_\t_\n"
    "4\tMeer\t_\tNOUN\t_\t_\t1\tnmod\t_\t_\n"
    "\n";

START_TEST(a_treebank_comes_back_the_same) {
  becomes(sample, sample);
}
END_TEST

START_TEST(words_have_places_in_the_text) {
  policy_document *document = read_conllu(sample);
  reading_is(policy_document_text(document), "The harbour can't wait. Pay now!\n\n_ vor dem Meer");
  ck_assert_uint_eq(policy_document_block_count(document), 2);
  ck_assert_uint_eq(policy_document_sentence_count(document), 3);
  ck_assert_uint_eq(policy_document_token_count(document), 13);
  ck_assert_uint_eq(policy_document_source_size(document), sizeof sample - 1);
  reading_is(policy_document_media_type(document), "text/x-conllu");
  ck_assert_uint_eq(policy_document_id(document).size, 71);
  policy_token can = policy_document_token(document, 2), not = policy_document_token(document, 3);
  reading_is(policy_document_slice(document, policy_token_span(can)), "ca");
  reading_is(policy_document_slice(document, policy_token_span(not)), "n't");
  ck_assert(!policy_token_is_joined(can) && policy_token_is_joined(not));
  reading_is(policy_token_lemma(not), "not");
  reading_is(policy_token_xpos(can), "MD");
  reading_is(policy_token_features(can), "VerbForm=Fin");
  ck_assert_int_eq(policy_token_upos(can), POLICY_UPOS_AUX);
  ck_assert_uint_eq(policy_token_head(can).id, 4);
  policy_token der = policy_document_token(document, 11);
  reading_is(policy_token_form(der), "der");
  reading_is(policy_document_slice(document, policy_token_span(der)), "vor dem");
  ck_assert_uint_eq(policy_document_warning_count(document), 0);
  policy_document_unref(document);
}
END_TEST

/* What a file may hold, and what of it is kept. */
static const struct {
  const char *bytes, *text, *written;
} accepted[] = {
    {"", "", ""},
    {"\n\n# a comment\n\n", "", ""},
    {BARE("1", "A"), "A", HEAD "# newpar\n# sent_id = 1\n# text = A\n" BARE("1", "A") "\n"},
    /* line ends, byte order marks, no end at all */
    {"\xEF\xBB\xBF# text = A b\r\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\r\n2\tb\t_\t_\t_\t_\t_\t_\t_\t_", "A b",
     HEAD "# newpar\n# sent_id = 1\n# text = A b\n" BARE("1", "A") BARE("2", "b") "\n"},
    /* each sentence a block where no line says more; a text that is not that of the words; empty nodes */
    {"#text=A c\n" BARE("0.1", "X") BARE("1", "A") BARE("1.1", "X") BARE("1.2", "Y") BARE("2", "b") "\n\n"
     TIGHT("1", "C") BARE("2", "."),
     "A b\n\nC.",
     HEAD "# newpar\n# sent_id = 1\n# text = A b\n" BARE("1", "A") BARE("2", "b")
          "\n# newpar\n# sent_id = 2\n# text = C.\n"
          TIGHT("1", "C") BARE("2", ".") "\n"},
    /* no space between sentences; the columns DEPS and MISC go */
    {"# newpar id = p1\n1\tA\t_\t_\t_\t_\t_\t_\t0:root\tGloss=x|SpaceAfter=No\n\n# text_en = B\n" BARE("1", "B"), "AB",
     HEAD "# newpar\n# sent_id = 1\n# text = A\n" TIGHT("1", "A") "\n# sent_id = 2\n# text = B\n" BARE("1", "B") "\n"},
    /* spaces inside of words, and of another kind between them */
    {"# text = 10 000\xC2\xA0kg\n" BARE("1", "10 000") BARE("2", "kg"), "10 000\xC2\xA0kg",
     HEAD "# newpar\n# sent_id = 1\n# text = 10 000 kg\n" BARE("1", "10 000") BARE("2", "kg") "\n"},
    /* a range of one word */
    {BARE("1-1", "Zum") BARE("1", "zu"), "Zum", HEAD "# newpar\n# sent_id = 1\n# text = zu\n" BARE("1", "zu") "\n"},
    /* a circle of heads is the parser's affair */
    {"1\ta\t_\t_\t_\t_\t2\tdep\t_\t_\n2\tb\t_\t_\t_\t_\t1\tdep\t_\t_\n", "a b",
     HEAD "# newpar\n# sent_id = 1\n# text = a b\n1\ta\t_\t_\t_\t_\t2\tdep\t_\t_\n2\tb\t_\t_\t_\t_\t1\tdep\t_\t_\n\n"},
};

START_TEST(variants_are_accepted) {
  policy_document *document = read_conllu(accepted[_i].bytes);
  reading_is(policy_document_text(document), accepted[_i].text);
  policy_document_unref(document);
  becomes(accepted[_i].bytes, accepted[_i].written);
}
END_TEST

START_TEST(what_is_left_out_is_counted) {
  policy_document *document = read_conllu(accepted[4].bytes);
  ck_assert_uint_eq(policy_document_warning_count(document), 2);
  policy_warning nodes = policy_document_warning(document, 0), texts = policy_document_warning(document, 1);
  reading_is(policy_warning_code(nodes), "empty-node");
  reading_is(policy_warning_message(nodes), "3 empty nodes skipped");
  reading_is(policy_warning_code(texts), "text-differs");
  policy_document_unref(document);
}
END_TEST

/* Pieces of words that compose: the forms are what they were, in NFC, and share the character. */
START_TEST(words_that_compose_keep_their_forms) {
  const char *bytes = TIGHT("1", "caf") TIGHT("2", "e") BARE("3", "\xCC\x81") "\n" BARE("1", "e\xCC\x81t\xC3\xA9");
  policy_document *document = read_conllu(bytes);
  reading_is(policy_document_text(document), "caf\xC3\xA9\n\n\xC3\xA9t\xC3\xA9");
  policy_token e = policy_document_token(document, 1), mark = policy_document_token(document, 2);
  reading_is(policy_token_form(e), "e");
  reading_is(policy_token_form(mark), "\xCC\x81");
  reading_is(policy_document_slice(document, policy_token_span(mark)), "\xC3\xA9");
  reading_is(policy_token_form(policy_document_token(document, 3)), "\xC3\xA9t\xC3\xA9");
  policy_document_unref(document);
  document = read_conllu(TIGHT("1", "\xE2\x80") BARE("2", "\xA6")); /* one character, cut through */
  reading_is(policy_document_text(document), "\xE2\x80\xA6");
  reading_is(policy_token_form(policy_document_token(document, 1)), "\xEF\xBF\xBD");
  policy_document_unref(document);
}
END_TEST

/* ---- faults --------------------------------------------------------------------------------------------- */

#define GOOD "# text = A\n" BARE("1", "A") "\n" /* three lines, 32 bytes */
#define LINE(id, form, upos, head) id "\t" form "\t_\t" upos "\t_\t_\t" head "\t_\t_\t_\n"

static const struct {
  const char *bytes, *message;
  size_t offset;
} refused[] = {
    {"1\tA\n", "line 1: not ten columns", 0},
    {GOOD "1\tA\t_\t_\t_\t_\t_\t_\t_\n", "line 4: not ten columns", 32},
    {GOOD "1\tA\t_\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 4: not ten columns", 32},
    {GOOD "\xC2\xA0\n", "line 4: not ten columns", 32},
    {"1\tA\t\t_\t_\t_\t_\t_\t_\t_\n", "line 1: an empty column", 0},
    {BARE("1", "A") "\n" BARE("1", ""), "line 3: an empty column", 21},
    {BARE("2", "A"), "line 1: ids out of order", 0},
    {BARE("1", "A") BARE("3", "A"), "line 2: ids out of order", 20},
    {BARE("1", "A") BARE("1", "A"), "line 2: ids out of order", 20},
    {BARE("1", "A") BARE("0.1", "A"), "line 2: ids out of order", 20},
    {BARE("1", "A") BARE("1.2", "A"), "line 2: ids out of order", 20},
    {BARE("1", "A") BARE("2.1", "A"), "line 2: ids out of order", 20},
    {BARE("0", "A"), "line 1: ids out of order", 0},
    {BARE("x", "A"), "line 1: the id is no number, range or empty node", 0},
    {BARE("01", "A"), "line 1: the id is no number, range or empty node", 0},
    {BARE("1-", "A"), "line 1: the id is no number, range or empty node", 0},
    {BARE("1-2-3", "A"), "line 1: the id is no number, range or empty node", 0},
    {BARE("1,2", "A"), "line 1: the id is no number, range or empty node", 0},
    {BARE("+1", "A"), "line 1: the id is no number, range or empty node", 0},
    {BARE("1234567890", "A"), "line 1: the id is no number, range or empty node", 0},
    {BARE("2-3", "A"), "line 1: a range out of order", 0},
    {BARE("1-2", "A") BARE("1-2", "A"), "line 2: a range out of order", 22},
    {BARE("1-3", "A") BARE("1", "A") BARE("2-3", "A"), "line 3: a range out of order", 42},
    {BARE("1", "A") BARE("2-1", "A"), "line 2: a range that ends before it begins", 20},
    {BARE("1-2", "A") BARE("1", "A") "\n" BARE("1", "A"), "line 1: a range over words that there are not", 0},
    {GOOD BARE("0.1", "A") "\n" GOOD, "line 5: a sentence without words", 54},
    {GOOD LINE("1", "A", "NOUN", "2"), "line 4: the head is no word of the sentence", 32},
    {LINE("1", "A", "NOUN", "3") LINE("2", "A", "NOUN", "9") LINE("3", "A", "X", "9") "\n",
     "line 2: the head is no word of the sentence", 23},
    {LINE("1", "A", "NOUN", "1"), "line 1: a word is its own head", 0},
    {LINE("1", "A", "NOUN", "-1"), "line 1: the head is no number", 0},
    {LINE("1", "A", "NOUN", "1.1"), "line 1: the head is no number", 0},
    {LINE("1", "A", "NOUN", "4294967297"), "line 1: the head is no number", 0},
    {GOOD LINE("1", "A", "noun", "0"), "line 4: unknown part of speech", 32},
    {LINE("1", "A", "NOUNS", "0"), "line 1: unknown part of speech", 0},
    {BARE("1", "A") "# text = A\n", "line 2: a comment inside of a sentence", 20},
    {GOOD "1\tA\rB\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 4: a carriage return that ends no line", 32},
    {BARE("1", "\xEF\xBB\xBF" "A"), "line 1: a form that begins with a byte order mark", 0},
    {"{\"format\": \"policy-document\"}", "line 1: not ten columns", 0},
};

START_TEST(faults_are_told_with_their_line) {
  const char *bytes = refused[_i].bytes;
  policy_document *document = read_options(bytes, strlen(bytes), NULL);
  ck_assert_msg(document == NULL, "%s", bytes);
  ck_assert_int_eq(error.code, POLICY_ERROR_FORMAT);
  ck_assert_str_eq(error.message, refused[_i].message);
  ck_assert_uint_eq(error.offset, refused[_i].offset);
}
END_TEST

START_TEST(ceilings) {
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.tokens = 12;
  ck_assert_ptr_null(read_options(sample, sizeof sample - 1, &limits));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits = (policy_limits){.size = sizeof limits, .text = 20};
  ck_assert_ptr_null(read_options(sample, sizeof sample - 1, &limits));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "20 bytes"));
  limits = (policy_limits){.size = sizeof limits, .input = 20};
  ck_assert_ptr_null(read_options(sample, sizeof sample - 1, &limits));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits = (policy_limits){.size = sizeof limits, .memory = 1000};
  ck_assert_ptr_null(read_options(sample, sizeof sample - 1, &limits));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
}
END_TEST

/* ---- writing documents of other kinds ------------------------------------------------------------------- */

static void writes(policy_document *document, const char *wanted) {
  policy_buffer out = POLICY_BUFFER_INIT;
  ck_assert_ptr_nonnull(document);
  ck_assert_int_eq(policy_conllu_write(document, &out, &error), POLICY_OK);
  ck_assert_str_eq(out.size > 0 ? out.data : "", wanted);
  policy_buffer_free(&out);
  policy_document_unref(document);
}

static policy_document *read_json(const char *json) {
  return policy_json_read(json, strlen(json), NULL, &error);
}

START_TEST(hyphens_at_line_ends_are_undone) {
  writes(read_json("{\"format\":\"policy-document\",\"version\":1,\"id\":\"x\",\"text\":\"flo-\\nods\\ncan't\","
                   "\"sentences\":[[0,14]],\"tokens\":[[{\"span\":[0,8],\"form\":\"floods\"},{\"span\":[9,11]},"
                   "{\"span\":[11,14],\"joined\":true}]]}"),
         "# newdoc id = x\n# sent_id = 1\n# text = floods can't\n" BARE("1", "floods") BARE("2-3", "can't")
             BARE("2", "ca") BARE("3", "n't") "\n");
}
END_TEST

START_TEST(control_characters_become_spaces) {
  writes(read_json("{\"format\":\"policy-document\",\"version\":1,\"id\":\"x\\ty\",\"text\":\"a b\","
                   "\"sentences\":[[0,1],[2,3]],\"tokens\":[[{\"span\":[0,1],\"form\":\"a\\tb\\u001b\\u009b\","
                   "\"lemma\":\"a\\nb\"}],[]]}"),
         "# newdoc id = x y\n# sent_id = 1\n# text = a b  \n1\ta b  \ta b\t_\t_\t_\t_\t_\t_\t_\n\n");
}
END_TEST

START_TEST(a_document_without_words_is_nothing) {
  writes(reading_of("Nothing was cut into words."), "");
}
END_TEST

START_TEST(a_failed_write_leaves_the_buffer) {
  policy_document *document = read_conllu(sample);
  for (size_t ceiling = 1; ceiling < sizeof sample - 1; ceiling += 7) {
    policy_buffer out = {.ceiling = ceiling};
    ck_assert_int_eq(policy_buffer_append(&out, "x", 1), POLICY_OK);
    ck_assert_int_eq(policy_conllu_write(document, &out, &error), POLICY_ERROR_LIMIT);
    ck_assert_uint_eq(out.size, 1);
    ck_assert_str_eq(out.data, "x");
    policy_buffer_free(&out);
  }
  policy_document_unref(document);
}
END_TEST

/* ---- parsing -------------------------------------------------------------------------------------------- */

/* The forms of all words, each followed by a space. To be freed. */
static char *forms_of(const policy_document *document) {
  policy_buffer out = POLICY_BUFFER_INIT;
  for (uint32_t i = 0; i < policy_document_token_count(document); i++) {
    policy_token token = policy_document_token(document, i);
    policy_string form = policy_token_form(token);
    if (policy_token_is_joined(token)) ck_assert_int_eq(policy_buffer_append(&out, "+", 1), POLICY_OK);
    ck_assert_int_eq(policy_buffer_append(&out, form.data, form.size), POLICY_OK);
    ck_assert_int_eq(policy_buffer_append(&out, " ", 1), POLICY_OK);
  }
  return out.data;
}

START_TEST(parsing_keeps_gold_words) {
  policy_document *document = read_conllu(sample), *parsed = policy_parse(document, NULL, &error);
  ck_assert_msg(parsed != NULL, "%s", error.message);
  ck_assert_int_eq(policy_document_check(parsed, &error), POLICY_OK);
  char *forms = forms_of(parsed);
  ck_assert_str_eq(forms, "The harbour ca +n't wait . Pay now ! _ vor +der Meer ");
  free(forms);
  for (uint32_t i = 0; i < policy_document_token_count(document); i++) {
    policy_span a = policy_token_span(policy_document_token(document, i)),
                b = policy_token_span(policy_document_token(parsed, i));
    ck_assert(a.begin == b.begin && a.end == b.end);
  }
  reading_is(policy_document_source_name(parsed), "sample.conllu");
  ck_assert_uint_eq(policy_document_block_count(parsed), 2);
  policy_document_unref(document);
  policy_document_unref(parsed);
}
END_TEST

START_TEST(parsing_cuts_what_is_not_cut) {
  policy_document *text = reading_of("We can't wait. They pay."), *parsed = policy_parse(text, NULL, &error);
  char *forms = forms_of(parsed);
  ck_assert_str_eq(forms, "We ca +n't wait . They pay . ");
  ck_assert_uint_eq(policy_document_sentence_count(parsed), 2);
  free(forms);
  policy_document_unref(text);
  policy_document_unref(parsed);
  policy_document *spans = read_json("{\"format\":\"policy-document\",\"version\":1,\"text\":\"We pay. They wait.\","
                                     "\"sentences\":[[0,18]]}");
  parsed = policy_parse(spans, NULL, &error);
  forms = forms_of(parsed);
  ck_assert_uint_eq(policy_document_sentence_count(parsed), 1);
  ck_assert_str_eq(forms, "We pay . They wait . ");
  free(forms);
  policy_document_unref(spans);
  policy_document_unref(parsed);
}
END_TEST

Suite *suite_conllu(void) {
  Suite *suite = suite_create("conllu");
  TCase *tests = tcase_create("conllu");
  tcase_add_test(tests, a_treebank_comes_back_the_same);
  tcase_add_test(tests, words_have_places_in_the_text);
  tcase_add_loop_test(tests, variants_are_accepted, 0, sizeof accepted / sizeof *accepted);
  tcase_add_test(tests, what_is_left_out_is_counted);
  tcase_add_test(tests, words_that_compose_keep_their_forms);
  tcase_add_loop_test(tests, faults_are_told_with_their_line, 0, sizeof refused / sizeof *refused);
  tcase_add_test(tests, ceilings);
  tcase_add_test(tests, hyphens_at_line_ends_are_undone);
  tcase_add_test(tests, control_characters_become_spaces);
  tcase_add_test(tests, a_document_without_words_is_nothing);
  tcase_add_test(tests, a_failed_write_leaves_the_buffer);
  tcase_add_test(tests, parsing_keeps_gold_words);
  tcase_add_test(tests, parsing_cuts_what_is_not_cut);
  suite_add_tcase(suite, tests);
  return suite;
}
