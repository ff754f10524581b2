/* How far a recommendation binds whom it asks: the categories of action that the NGO UPR Info gives the
   recommendations of the Universal Periodic Review (E. McMahon, "Herding Cats and Sheep", 2010). The verb decides. */
#include "extract/recommend.h"

/* 1 asks others or little, 2 goes on, 3 considers, 4 has a general aim; what is in no list is 5, a specific act: a
   class without an end. */
static const char *const verbs[] = {
    [1] = "call seek share request ask exchange invite appeal benefit learn",
    [2] = "continue maintain pursue keep persevere persist sustain proceed remain preserve",
    [3] = "consider examine explore study reflect review analyse analyze envisage assess evaluate contemplate reconsider "
          "revisit rethink weigh",
    [4] = "accelerate address encourage engage ensure guarantee improve increase intensify promote protect respect speed "
          "strengthen take step work enhance combat support make redouble fight advance deepen expedite facilitate foster "
          "further reinforce safeguard secure uphold endeavour endeavor strive tackle attempt aim try pay give devote "
          "undertake boost reduce consolidate raise broaden widen bolster focus prioritise prioritize "
          "do act move cooperate collaborate contribute help assist mobilise mobilize scale double multiply observe comply honour honor fulfil "
          "fulfill realise realize prevent counter overcome resolve commit encourage favour favor attach stress bear "
          "progress push show demonstrate"};

uint32_t policy__specificity_of(const policy__context *context, const policy__frame *frame) {
  bool participle = frame->passive && frame->aim.end > frame->aim.begin + 1;
  policy_token token = policy_sentence_token(context->sentence, participle ? frame->aim.end - 1 : frame->aim.begin);
  policy_string lemma = policy_token_lemma(token), verb = lemma.size > 0 ? lemma : policy_token_form(token);
  for (uint32_t category = 1; category < sizeof verbs / sizeof *verbs; category++)
    if (policy__is_listed(verb, verbs[category])) return category;
  return sizeof verbs / sizeof *verbs;
}
