/* What the document expects of a recommendation, where the next sentence says so: "In doing so, Japan can ...",
   "This would reduce ...", "Such a step ...". */
#include "extract/lexicon.h"
#include "extract/recommend.h"

/* What takes up the whole clause before, at the beginning of a sentence. */
static const char *const openings[] = {"in doing so",  "by doing so", "in so doing",        "doing so",
                                       "in this way",  "in that way", "that way",           "this way",
                                       "through this", "with this",   "as a result of this"};

/* Words that a thing is named by that was advised before: "this |step". */
static const char acts[] =
    "step steps approach strategy measure measures action actions move moves policy policies "
    "reform reforms change changes effort efforts initiative proposal proposals arrangement "
    "arrangements recommendation recommendations commitment commitments";

static const char hindering[] = "reduce reduces prevent prevents avoid avoids limit limits curb curbs lower "
                                "lowers cut cuts end ends stop stops "
                                "deter deters weaken weakens undermine undermines halt halts minimise "
                                "minimises minimize minimizes lessen lessens "
                                "mitigate mitigates eliminate eliminates";

/* The word behind what the sentence begins with and stands for the clause before; 0: it begins otherwise. */
static uint32_t behind_opening(const policy__clause *clause) {
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
    uint32_t size = policy__words_are(clause, 0, openings[i]);
    if (size > 0) return size + policy__has_class(clause, size, POLICY__COMMA);
  }
  if (policy__word_in(clause, 0, "this these such") && policy__word_in(clause, 1, acts)) return 2;
  if (policy__word_is(clause, 0, "such") && policy__word_in(clause, 1, "a an")) {
    if (policy__word_in(clause, 2, acts)) return 3;
    if (policy__word_in(clause, 3, acts)) return 4;
  }
  return policy__word_is(clause, 0, "this") ? 1 : 0;
}

/* The verb of what follows, where it tells of an effect: "would |help", "|strengthens"; or POLICY_NONE. */
static uint32_t effect_at(const policy__clause *clause, uint32_t begin) {
  static const char costs[] =
      "require requires need needs include includes apply applies depend depends involve "
      "involves seem seems appear appears come comes refer refers take takes be have";
  uint32_t at = begin;
  bool modal = policy__word_in(clause, at, "would will can could may might");
  at += modal;
  while (policy__has_class(clause, at, POLICY__ADVERB) || policy__word_in(clause, at, "not only")) at++;
  if (policy__has_class(clause, at, POLICY__BE | POLICY__HAVE | POLICY__MODAL) ||
      policy__word_in(clause, at, costs))
    return POLICY_NONE;
  bool finite =
      policy__can_be(clause, at, POLICY__MAINLY_VERB) && policy__can_be(clause, at, POLICY__CAN_THIRD);
  return finite || (modal && policy__can_be(clause, at, POLICY__CAN_BASE)) ? at : POLICY_NONE;
}

/* The last recommendation, if it is of the sentence before, in the same block; `*cause` is where it stands. */
static bool follows(const policy__context *context, policy_span *cause) {
  uint32_t count = policy_document_recommendation_count(context->document);
  if (count == 0 || context->sentence.id == 0) return false;
  policy_recommendation last = policy_document_recommendation(context->document, count - 1);
  policy_sentence before = policy_statement_sentence(policy_recommendation_statement(last));
  *cause = policy_recommendation_span(last);
  return before.document != NULL && before.id + 1 == context->sentence.id &&
         policy_sentence_block(before).id == policy_sentence_block(context->sentence).id;
}

policy_status policy__effect_read(policy__context *context) {
  const policy__clause *clause = context->clause;
  policy_span cause;
  uint32_t begin = behind_opening(clause), end = clause->count;
  if (begin == 0 || context->question || !follows(context, &cause)) return POLICY_OK;
  bool named = policy__word_in(clause, 0, "this these such"); /* the subject, and no adverbial */
  uint32_t verb = named ? effect_at(clause, begin) : POLICY_NONE;
  if (named && verb == POLICY_NONE) return POLICY_OK;
  while (end > begin && policy__has_class(clause, end - 1, POLICY__STOP)) end--;
  bool hinders = verb != POLICY_NONE && policy__word_in(clause, verb, hindering) && verb + 1 < end;
  policy_causal_record record = {
      .cause = cause,
      .effect = policy__range_span(clause, (policy__range){named ? verb + hinders : begin, end}),
      .marker = policy__range_span(clause, (policy__range){0, begin}),
      .sign = hinders ? POLICY_SIGN_NEGATIVE : POLICY_SIGN_POSITIVE};
  if (record.effect.begin >= record.effect.end) return POLICY_OK;
  return policy_builder_add_causal(context->builder, &record, NULL, context->error);
}
