/* What constitutes: statements of what a thing is, has or is called, which bind nobody to act. */
#include "extract/recommend.h"

/* "The register |shall contain", "The levy |shall be 2 %": "shall" imposes no duty where its subject is none
   who could have one (the distinction of legal drafting, Adams 2013). */
static bool is_declaratory(const policy__context *context, const policy__frame *frame) {
  static const char states[] = "be remain have contain include state exceed constitute form comprise cover "
                               "bear count concern relate amount "
                               "extend correspond reflect take serve comply specify indicate mention refer set "
                               "require aim represent continue";
  return !frame->passive && frame->subject.begin < frame->subject.end &&
         policy__word_is(context->clause, frame->deontic.begin, "shall") &&
         policy__word_in(context->clause, frame->aim.begin, states) &&
         !policy__is_somebody(context, frame->subject);
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
