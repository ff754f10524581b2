/* How far a recommendation binds whom it asks: the categories of action that the NGO UPR Info gives the
   recommendations of the Universal Periodic Review (E. McMahon, "Herding Cats and Sheep", 2010). The verb
   decides. */
#include "extract/recommend.h"

/* 1 asks others or little, 2 goes on, 3 considers, 4 has a general aim; what is in no list is 5, a specific
   act: a class without an end, but for what is done to measures and the like. */
static const char *const verbs[] = {
    [1] = "call seek share request ask exchange invite appeal benefit learn",
    [2] = "continue maintain pursue keep persevere persist sustain proceed remain preserve",
    [3] = "consider examine explore study reflect review analyse analyze envisage assess evaluate contemplate "
          "reconsider "
          "revisit rethink weigh",
    [4] = "accelerate address encourage engage ensure guarantee improve increase intensify promote protect "
          "respect speed "
          "strengthen take step work enhance combat support make redouble fight advance deepen expedite "
          "facilitate foster "
          "further reinforce safeguard secure uphold endeavour endeavor strive tackle attempt aim try pay give "
          "devote "
          "undertake boost reduce consolidate raise broaden widen bolster focus prioritise prioritize "
          "do act move cooperate collaborate contribute help assist mobilise mobilize scale double multiply "
          "observe comply honour honor fulfil "
          "fulfill realise realize prevent counter overcome resolve commit encourage favour favor attach "
          "stress bear "
          "progress push show demonstrate"};

enum { GOES_ON = 2, GENERAL = 4, SPECIFIC = sizeof verbs / sizeof *verbs };

static uint32_t category_of(policy_string verb) {
  for (uint32_t category = 1; category < sizeof verbs / sizeof *verbs; category++)
    if (policy__is_listed(verb, verbs[category])) return category;
  return SPECIFIC;
}

/* "adopt |measures", "provide adequate |resources": what says no more than that something is done. */
static bool is_light(const policy__context *context, const policy__frame *frame) {
  static const char light[] =
      "measure measures step steps action actions effort efforts policy policies approach approaches resources "
      "support cooperation solutions mechanisms";
  const policy__clause *clause = context->clause;
  policy__range object = frame->object;
  uint32_t noun = object.begin;
  while (noun + 1 < object.end &&
         !policy__has_class(clause, noun + 1, POLICY__PREPOSITION | POLICY__RELATIVE | POLICY__COMMA) &&
         !policy__word_is(clause, noun + 1, "to"))
    noun++;
  return noun < object.end && policy__word_in(clause, noun, light);
}

uint32_t policy__specificity_of(const policy__context *context, const policy__frame *frame) {
  bool participle = frame->passive && frame->aim.end > frame->aim.begin + 1;
  uint32_t last = frame->aim.end > frame->aim.begin ? frame->aim.end - 1 : frame->aim.begin;
  policy_token token = policy_sentence_token(context->sentence, participle ? last : frame->aim.begin);
  policy_string lemma = policy_token_lemma(token), verb = lemma.size > 0 ? lemma : policy_token_form(token);
  uint32_t category = category_of(verb);
  if (category == GOES_ON && last > frame->aim.begin + 1 && policy__word_is(context->clause, last - 1, "and")) {
    uint32_t joined = category_of(policy__word_at(context->clause, last)); /* "continue and strengthen" */
    if (joined != SPECIFIC) category = joined;
  }
  return category == SPECIFIC && is_light(context, frame) ? GENERAL : category;
}
