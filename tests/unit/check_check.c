/* The rules of a document: each, broken from inside, is found. */
#include <check.h>

#include "model/model.h"
#include "sample.h"

static policy_document *document;
static policy_error error;

static void set_up(void) {
  document = sample_document(NULL, NULL, NULL);
  ck_assert_ptr_nonnull(document);
}

static void tear_down(void) {
  policy_document_unref(document);
}

/* Breaks one member, expects the check to say so, and mends it. */
#define BREAK(member, value, place)                                              \
  do {                                                                           \
    __typeof__(member) kept = (member);                                          \
    (member) = (value);                                                          \
    ck_assert_int_eq(policy_document_check(document, &error), POLICY_ERROR_CORRUPT); \
    ck_assert_int_eq(error.code, POLICY_ERROR_CORRUPT);                          \
    ck_assert_msg(strncmp(error.message, place, strlen(place)) == 0, "%s", error.message); \
    (member) = kept;                                                             \
    ck_assert_int_eq(policy_document_check(document, NULL), POLICY_OK);          \
  } while (0)

START_TEST(a_good_document) {
  ck_assert_int_eq(policy_document_check(document, &error), POLICY_OK);
  ck_assert_int_eq(policy_document_check(NULL, &error), POLICY_ERROR_ARGUMENT);
}
END_TEST

START_TEST(text) {
  char *text = document->buffer.data;
  uint32_t accent = sample_find(document, "\xC3\xA9", 0).begin;
  BREAK(text[0], '\r', "text");
  BREAK(text[0], '\xFF', "text");
  BREAK(text[0], '\0', "text");
  BREAK(text[accent], 'e', "text");
}
END_TEST

START_TEST(blocks) {
  policy__block_item *block = POLICY__AT(&document->blocks, policy__block_item, 1);
  BREAK(block->kind, (policy_block_kind)9, "blocks[1]");
  BREAK(block->span.begin, 3, "blocks[1]");
  BREAK(block->span.end, block->span.begin, "blocks[1]");
  BREAK(block->span.end, UINT32_MAX, "blocks[1]");
  BREAK(block->box.width, -1, "blocks[1]");
}
END_TEST

START_TEST(sentences) {
  policy__sentence_item *sentence = POLICY__AT(&document->sentences, policy__sentence_item, 1);
  BREAK(sentence->block, POLICY_NONE, "sentences[1]");
  BREAK(sentence->block, 1, "sentences[1]");
  BREAK(sentence->block, 2, "sentences[1]");
  BREAK(sentence->block, 4, "sentences[1]");
  BREAK(sentence->block, UINT32_MAX - 1, "sentences[1]");
  BREAK(sentence->span.begin, sentence->span.end, "sentences[1]");
  BREAK(sentence->span.begin, sentence[-1].span.end - 1, "sentences[1]");
  BREAK(sentence->span.end, sentence[1].span.begin + 1, "sentences[2]");
}
END_TEST

START_TEST(tokens) {
  policy__token_item *token = POLICY__AT(&document->tokens, policy__token_item, 1);
  BREAK(token->span.begin, 0, "sentences[0]");
  BREAK(token->span.end, token->span.begin, "sentences[0]");
  BREAK(token->span.end, UINT32_MAX, "sentences[0]");
  BREAK(token->head, 1, "sentences[0]");
  BREAK(token->head, 5, "sentences[0]");
  BREAK(token->upos, 18, "sentences[0]");
  BREAK(token->lemma, 4000, "sentences[0]");
  BREAK(token->form, 4000, "sentences[0]");
  BREAK(token->xpos, 4000, "sentences[0]");
  BREAK(token->features, UINT32_MAX, "sentences[0]");
  BREAK(token->relation, (uint32_t)document->strings.count, "sentences[0]");
  policy__sentence_item *sentence = POLICY__AT(&document->sentences, policy__sentence_item, 0);
  BREAK(sentence->token_count, 6, "sentences[0]");
  BREAK(sentence->token_count, UINT32_MAX, "sentences[0]");
  BREAK(sentence->first_token, 1, "sentences[0]");
}
END_TEST

START_TEST(actors) {
  policy_actor_record *actor = POLICY__AT(&document->actors, policy_actor_record, 0);
  policy_mention_record *mention = (policy_mention_record *)(uintptr_t)POLICY__AT(&document->actors, policy_actor_record, 1)->mentions;
  policy_code_record *code = (policy_code_record *)(uintptr_t)actor->codes;
  BREAK(actor->name.size, 0, "actors[0]");
  BREAK(actor->kind, (policy_actor_kind)12, "actors[0]");
  BREAK(code->scheme.data, "zzz", "actors[0]");
  BREAK(code->value.size, 0, "actors[0]");
  BREAK(mention[1].span, mention[0].span, "actors[1]");
  BREAK(mention[1].span.begin, 0, "actors[1]");
  BREAK(mention[0].span.end, UINT32_MAX, "actors[1]");
  BREAK(mention[0].form, (policy_mention_form)6, "actors[1]");
}
END_TEST

START_TEST(statements) {
  policy__statement_item *statement = POLICY__AT(&document->statements, policy__statement_item, 1);
  policy_component_record *component = POLICY__AT(&document->components, policy_component_record, statement->first);
  BREAK(statement->record.type, (policy_statement_type)2, "statements[1]");
  BREAK(statement->record.sentence, 3, "statements[1]");
  BREAK(statement->record.span.end, 0, "statements[1]");
  BREAK(component[1].parent, statement->first + 1, "statements[1]");
  BREAK(component[2].role, POLICY_ROLE_REASON, "statements[1]");
  BREAK(component[0].actor, 3, "statements[1]");
  BREAK(component[5].statement, 3, "statements[1]");
  BREAK(component[5].statement, 1, "statements[1]");
  BREAK(component[5].statement, 0, "statements[1]");
  BREAK(statement->record.component_count, UINT32_MAX, "statements[1]");
  BREAK(statement->first, UINT32_MAX, "statements[1]");
}
END_TEST

START_TEST(recommendations) {
  policy__recommendation_item *item = POLICY__AT(&document->recommendations, policy__recommendation_item, 0);
  uint32_t *ids = (uint32_t *)(uintptr_t)item->record.parties[1].ids;
  BREAK(item->record.statement, 3, "recommendations[0]");
  BREAK(item->record.speaker, 3, "recommendations[0]");
  BREAK(item->record.confidence, 2, "recommendations[0]");
  BREAK(ids[1], 3, "recommendations[0]");
  BREAK(POLICY__AT(&document->components, policy_component_record, item->first)->statement, 3, "recommendations[0]");
}
END_TEST

START_TEST(the_rest) {
  BREAK(POLICY__AT(&document->times, policy_time_record, 0)->type, (policy_time_type)4, "times[0]");
  BREAK(POLICY__AT(&document->citations, policy_citation_record, 0)->kind, (policy_citation_kind)7, "citations[0]");
  BREAK(POLICY__AT(&document->citations, policy_citation_record, 0)->scheme.size, 0, "citations[0]");
  BREAK(POLICY__AT(&document->events, policy_event_record, 0)->status, (policy_event_status)3, "events[0]");
  BREAK(POLICY__AT(&document->relations, policy_relation_record, 0)->to, 3, "relations[0]");
  BREAK(POLICY__AT(&document->causals, policy_causal_record, 0)->sign, POLICY_SIGN_NEUTRAL, "causal[0]");
  BREAK(POLICY__AT(&document->warnings, policy__warning_item, 1)->span.begin, UINT32_MAX, "warnings[1]");
}
END_TEST

Suite *suite_check(void) {
  Suite *suite = suite_create("check");
  TCase *tests = tcase_create("check");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, a_good_document);
  tcase_add_test(tests, text);
  tcase_add_test(tests, blocks);
  tcase_add_test(tests, sentences);
  tcase_add_test(tests, tokens);
  tcase_add_test(tests, actors);
  tcase_add_test(tests, statements);
  tcase_add_test(tests, recommendations);
  tcase_add_test(tests, the_rest);
  suite_add_tcase(suite, tests);
  return suite;
}
