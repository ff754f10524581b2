/* What constitutes: statements of what a thing is, has or is called, which bind nobody to act. */
#include "base/equal.h"
#include "extract/arcs.h"
#include "extract/recommend.h"

/* The noun that a subject is about: "four of the |members", "the |register kept under section 2". */
static uint32_t noun_of(const policy__context *context, policy__range who) {
  uint32_t top = policy__arc_top(context->sentence, who), end = who.end;
  if (top == POLICY_NONE) return who.begin;
  bool counts =
      policy__has_class(context->clause, top, POLICY__NUMBER | POLICY__DETERMINER | POLICY__PRONOUN) ||
      policy_token_upos(policy_sentence_token(context->sentence, top)) == POLICY_UPOS_NUM;
  for (uint32_t n = top + 1; counts && n < end; n++)
    if (policy__arc_head(context->sentence, n) == top && policy__arc_is(context->sentence, n, "nmod")) return n;
  return top;
}

/* Whether a subject may be somebody: an actor, a name, a pronoun, or a noun for people or bodies. */
static bool is_somebody(const policy__context *context, policy__range who) {
  uint32_t noun = noun_of(context, who);
  policy_token token = policy_sentence_token(context->sentence, noun);
  policy_upos upos = policy_token_upos(token);
  size_t at = 0;
  if (upos == POLICY_UPOS_PRON || upos == POLICY_UPOS_PROPN || upos == POLICY_UPOS_NUM) return true;
  return policy__is_animate(context->clause, (policy__range){noun, noun + 1}) ||
         policy__mentions_next(context->mentions, policy_token_span(token), &at) != NULL;
}

/* "The register |shall contain", "The levy |shall be 2 %": "shall" imposes no duty where its subject is none
   who could have one (the distinction of legal drafting, Adams 2013). */
static bool is_declaratory(const policy__context *context, const policy__frame *frame) {
  static const char states[] = "be remain have contain include state exceed constitute form comprise cover "
                               "bear count concern relate amount "
                               "extend correspond reflect take serve comply specify indicate mention refer set "
                               "require aim represent continue";
  return !frame->passive && frame->subject.begin < frame->subject.end &&
         policy__word_is(context->clause, frame->deontic.begin, "shall") &&
         policy__word_in(context->clause, frame->aim.begin, states) && !is_somebody(context, frame->subject);
}

/* Statements about texts and words, which bind nobody: "This Regulation shall enter into force". */
bool policy__is_constitutive(const policy__context *context, const policy__frame *frame,
                             const policy__parties *actors) {
  const policy__clause *clause = context->clause;
  policy__range who = frame->passive ? frame->object : frame->subject;
  if (frame->modality != POLICY__OBLIGATION && frame->modality != POLICY__PERMISSION) return false;
  if (is_declaratory(context, frame)) return true;
  bool by_somebody =
      frame->passive && frame->subject.begin < frame->subject.end; /* "may be called by the chair" */
  if (by_somebody || (policy__word_is(clause, frame->aim.begin, "enter") &&
                      !policy__words_are(clause, frame->aim.end, "into force")))
    return false;
  if (policy__word_in(clause, frame->aim.begin,
                      "mean deemed construed known called cited regarded apply enter consist comprise include "
                      "expire come cease"))
    return actors->count == 0 || !policy__word_in(clause, frame->aim.begin, "apply include");
  bool deemed = frame->passive && policy__word_in(clause, frame->aim.end, "as to") &&
                policy__word_in(clause, frame->aim.begin, "treated taken regarded read reckoned");
  if (deemed || (frame->passive && policy__word_in(clause, frame->aim.begin, "ignored disregarded")))
    return true;
  if (actors->count > 0 || who.begin == who.end) return false;
  if (policy__word_in(clause, who.begin, "a an any each every no")) return false;
  for (uint32_t i = who.begin; i < who.end; i++) {
    if (policy__word_in(
            clause, i,
            "regulation directive decision annex annexes article articles paragraph paragraphs section "
            "sections subsection treaty act schedule reference references point points provisions term "
            "words amount rate period date"))
      return true;
    if (policy__has_class(clause, i, POLICY__PREPOSITION | POLICY__RELATIVE)) break;
  }
  return false;
}
