/* Who has a part in what is urged: the actors that words name, who is to act, with whom, and on whom. */
#include <string.h>

#include "data/gazetteer.h"
#include "extract/arcs.h"
#include "extract/lexicon.h"
#include "extract/recommend.h"
#include "extract/terms.h"

static void add_party(policy__parties *parties, uint32_t actor) {
  for (uint32_t i = 0; i < parties->count; i++)
    if (parties->ids[i] == actor) return;
  if (parties->count < POLICY__MOST_PARTIES) parties->ids[parties->count++] = actor;
}

void policy__parties_remove(policy__parties *parties, const policy__parties *others) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < parties->count; i++) {
    bool other = false;
    for (uint32_t k = 0; k < others->count; k++) other |= others->ids[k] == parties->ids[i];
    if (!other) parties->ids[kept++] = parties->ids[i];
  }
  parties->count = kept;
}

/* Whether nothing but commas, "and", "or" and articles lies between two places of the text. */
static bool is_coordinated(const policy__context *context, uint32_t begin, uint32_t end) {
  const policy__clause *clause = context->clause;
  for (uint32_t i = 0; i < clause->count; i++) {
    policy_span span = clause->words[i].span;
    if (span.begin < begin || span.begin >= end) continue;
    if (!policy__has_class(clause, i, POLICY__COMMA | POLICY__COORDINATOR) &&
        !policy__word_in(clause, i, "the its their all any to"))
      return false;
  }
  return true;
}

/* "Norway|'s Ministry": whose something is that is named right behind, and does not act itself. */
static bool is_owner(const policy__context *context, const policy__mention *owner, policy_span span) {
  if (owner->span.end + 5 > span.end) return false;
  const char *text = policy_document_text(context->document).data + owner->span.end;
  uint32_t size = memcmp(text, "'s ", 3) == 0 ? 3 : memcmp(text, "\xE2\x80\x99s ", 5) == 0 ? 5 : 0;
  policy_span behind = {owner->span.end + size, span.end};
  size_t at = 0;
  const policy__mention *next =
      size > 0 && behind.begin < behind.end ? policy__mentions_next(context->mentions, behind, &at) : NULL;
  return next != NULL && next->span.begin == behind.begin;
}

policy__parties policy__parties_in(const policy__context *context, policy_span span) {
  policy__parties parties = {.count = 0};
  size_t at = 0;
  uint32_t end = 0;
  for (const policy__mention *m; (m = policy__mentions_next(context->mentions, span, &at)) != NULL;) {
    if (parties.count > 0 && !is_coordinated(context, end, m->span.begin)) break;
    if (parties.count == 0 && is_owner(context, m, span)) continue;
    add_party(&parties, m->actor);
    end = m->span.end;
    if (parties.count == POLICY__MOST_PARTIES) break;
  }
  parties.end = end;
  return parties;
}

/* Every actor named in words. */
void policy__parties_add(const policy__context *context, policy__range range, policy__parties *parties) {
  size_t at = 0;
  policy_span span = policy__range_span(context->clause, range);
  for (const policy__mention *m; (m = policy__mentions_next(context->mentions, span, &at)) != NULL;)
    add_party(parties, m->actor);
}

/* Who acts together with the addressee: named behind "with" in an adjunct of doing something jointly. */
policy__parties policy__partners_of(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  policy__parties parties = {.count = 0};
  for (uint32_t i = 0; i < frame->constraints.count; i++) {
    policy__range range = frame->constraints.ranges[i];
    for (uint32_t n = range.begin; n < range.end; n++) {
      if (!policy__word_in(clause, n, "with alongside")) continue;
      policy__parties_add(context, (policy__range){n + 1, range.end}, &parties);
      break;
    }
  }
  return parties;
}

/* Whom it is meant to affect: named behind "against", or "on" behind words of pressing, or as the object of a
   verb of pressing. */
policy__parties policy__targets_of(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  policy__parties parties = {.count = 0};
  for (uint32_t n = frame->aim.begin; n < frame->whole.end; n++) {
    bool against = policy__word_is(clause, n, "against");
    bool pressing =
        policy__word_in(clause, n,
                        "pressure press sanctions embargo restrictions deter condemn contain isolate "
                        "punish compel persuade assuage constrain");
    if (pressing && policy__word_in(clause, n + 1, "on upon")) n++;
    if (!against && !pressing) continue;
    uint32_t end = n + 1;
    while (end < frame->whole.end && end < n + 12 &&
           !policy__has_class(clause, end, POLICY__COMMA | POLICY__STOP | POLICY__SUBORDINATOR) &&
           !policy__word_in(clause, end, "to by through over"))
      end++;
    policy__parties_add(context, (policy__range){n + 1, end}, &parties);
  }
  return parties;
}

/* The actors named right behind a word, articles and adjectives between: "for |the poorest farmers and miners".
 */
static policy__parties named_behind(const policy__context *context, uint32_t n, uint32_t end) {
  enum { BETWEEN = 3 };
  const policy__clause *clause = context->clause;
  policy__parties none = {.count = 0};
  if (n + 1 >= end) return none;
  policy__parties parties =
      policy__parties_in(context, policy__range_span(clause, (policy__range){n + 1, end}));
  uint32_t first = n + 1, last = n + 1;
  if (parties.count == 0) return none;
  while (last < end && clause->words[last].span.begin < parties.end) last++;
  policy_span span = policy__range_span(clause, (policy__range){n + 1, end});
  size_t at = 0;
  const policy__mention *mention = policy__mentions_next(context->mentions, span, &at);
  while (first < end && clause->words[first].span.begin < mention->span.begin) first++;
  if (first > n + 1 + BETWEEN) return none;
  for (uint32_t i = n + 1; i < first; i++)
    if (!policy__has_class(clause, i, POLICY__DETERMINER | POLICY__ADVERB) &&
        !policy__can_be(clause, i, POLICY__CAN_ADJECTIVE) && !policy__word_in(clause, i, "all"))
      return none;
  bool acts = policy__word_is(clause, last, "to") && policy__can_be(clause, last + 1, POLICY__CAN_BASE);
  return acts ? none : parties; /* "for the council |to act" */
}

/* Whether those named behind word `n` profit: "for", "on behalf of", "the rights of", "protect". */
static bool profits(const policy__clause *clause, uint32_t n, uint32_t begin) {
  static const char goods[] =
      "rights needs interests welfare wellbeing safety security protection support assistance help aid relief "
      "care "
      "compensation benefits access services opportunities dignity health empowerment inclusion participation";
  static const char verbs[] = "protect protecting support supporting help helping assist assisting compensate "
                              "compensating empower empowering safeguard safeguarding defend defending benefit "
                              "benefiting benefitting reimburse reimbursing shield shielding";
  if (policy__word_in(clause, n, verbs)) return true;
  bool of = policy__word_is(clause, n, "of");
  if (of && n > begin && policy__word_in(clause, n - 1, "behalf benefit favour favor")) return true;
  if (policy__word_in(clause, n, "of for to by") && n > begin && policy__word_in(clause, n - 1, goods))
    return true;
  return policy__word_is(clause, n, "for") &&
         !(n > 0 && policy__word_in(clause, n - 1, "call calls called responsible except as"));
}

static void add_all(policy__parties *parties, const policy__parties *more) {
  for (uint32_t i = 0; i < more->count; i++) add_party(parties, more->ids[i]);
}

/* Who is to profit: named behind such words, or given something: "pay the miners". */
policy__parties policy__beneficiaries_of(const policy__context *context, const policy__frame *frame) {
  static const char giving[] = "give offer grant pay provide award afford supply lend allow";
  const policy__clause *clause = context->clause;
  policy__parties parties = {.count = 0};
  if (frame->negated) return parties;
  for (uint32_t n = frame->aim.begin; n < frame->whole.end; n++) {
    bool gives = n == frame->aim.begin && !frame->passive && policy__word_in(clause, n, giving);
    if (!gives && !profits(clause, n, frame->aim.begin)) continue;
    policy__parties more = named_behind(context, n, frame->whole.end);
    add_all(&parties, &more);
  }
  if (policy__word_in(clause, frame->aim.begin,
                      "give given offer offered grant granted pay paid provide provided")) {
    policy__parties more = policy__parties_in(context, policy__range_span(clause, frame->indirect));
    add_all(&parties, &more);
  }
  return parties;
}

/* Whether words name somebody by a pronoun, or a noun for people or bodies. */
static bool is_animate(const policy__clause *clause, policy__range range) {
  const unsigned people =
      POLICY__CLASS_GROUP | POLICY__CLASS_AGENT | POLICY__CLASS_HEAD | POLICY__CLASS_ROLE_WORD;
  for (uint32_t n = range.begin; n < range.end; n++) {
    char folded[32];
    policy_string word = policy__word_at(clause, n);
    size_t size = policy__terms_fold(word, folded, sizeof folded);
    uint16_t id = size <= sizeof folded ? policy__terms_lookup(folded, size) : 0;
    if (policy__gazetteer_words[id].classes & people) return true;
    if (policy__word_in(clause, n, "we i you who there those everyone anyone")) return true;
    if (policy__has_class(clause, n, POLICY__PREPOSITION | POLICY__RELATIVE)) break;
  }
  return false;
}

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

bool policy__is_somebody(const policy__context *context, policy__range who) {
  uint32_t noun = noun_of(context, who);
  policy_token token = policy_sentence_token(context->sentence, noun);
  policy_upos upos = policy_token_upos(token);
  size_t at = 0;
  if (upos == POLICY_UPOS_PRON || upos == POLICY_UPOS_PROPN || upos == POLICY_UPOS_NUM) return true;
  return is_animate(context->clause, (policy__range){noun, noun + 1}) ||
         policy__mentions_next(context->mentions, policy_token_span(token), &at) != NULL;
}

/* Whom a pronoun means: the last actor of a clause before it in the sentence ("when agencies release code, they
   shall"), or else whom the last recommendation addressed. */
static policy__parties antecedents_of(const policy__context *context, policy_span pronoun) {
  policy__parties parties = {.count = 0};
  policy_span before = {policy_sentence_span(context->sentence).begin, pronoun.begin};
  size_t at = 0;
  for (const policy__mention *m; (m = policy__mentions_next(context->mentions, before, &at)) != NULL;)
    parties = (policy__parties){{m->actor}, 1, m->span.end};
  return parties.count > 0 ? parties : context->last_addressees;
}

/* Who is to act: named, meant by a pronoun, or known from around. */
policy__parties policy__addressees_of(const policy__context *context, const policy__frame *frame,
                                      bool *implicit) {
  policy_span subject = policy__range_span(context->clause, frame->subject);
  policy__parties named = policy__parties_in(context, subject);
  *implicit = false;
  if (named.count > 0) return named;
  if (frame->subject.begin < frame->subject.end && policy__is_we(context, frame))
    return policy__parties_in(context, policy__range_span(context->clause, frame->guise));
  bool pronoun = frame->subject.end == frame->subject.begin + 1 &&
                 policy__word_in(context->clause, frame->subject.begin, "it they he she these those");
  if (pronoun) return antecedents_of(context, subject);
  if (frame->subject.begin < frame->subject.end && is_animate(context->clause, frame->subject)) return named;
  *implicit = true;
  if (policy__word_in(context->clause, frame->deontic.begin, "decide decides decided") &&
      frame->deontic.begin < frame->deontic.end)
    return context->body; /* who decides acts, and is not named here */
  if (context->listed && context->lead_addressees.count > 0) return context->lead_addressees;
  return context->last_addressees;
}
