/* Verb phrases: aim, objects, and the adjuncts around them. */
#include "extract/frame.h"
#include "extract/lexicon.h"

#include <string.h>

/* ---- adjuncts ------------------------------------------------------------------------------------------- */

typedef enum adjunct { NO_ADJUNCT, CONDITION, CONSTRAINT, PURPOSE, REASON, RECIPIENT } adjunct;

static const struct {
  const char *words;
  adjunct kind;
} openers[] = {
    {"provided that", CONDITION},
    {"in the event", CONDITION},
    {"in case", CONDITION},
    {"as long as", CONDITION},
    {"subject to", CONDITION},
    {"on condition that", CONDITION},
    {"except where", CONDITION},
    {"except when", CONDITION},
    {"except if", CONDITION},
    {"in order", PURPOSE},
    {"so that", PURPOSE},
    {"so as to", PURPOSE},
    {"with a view to", PURPOSE},
    {"for the purpose", PURPOSE},
    {"for the purposes", PURPOSE},
    {"with the aim", PURPOSE},
    {"with the goal", PURPOSE},
    {"with the objective", PURPOSE},
    {"because", REASON},
    {"given that", REASON},
    {"since", REASON},
    {"in light of", REASON},
    {"in the light of", REASON},
    {"in view of", REASON},
    {"by", CONSTRAINT},
    {"through", CONSTRAINT},
    {"via", CONSTRAINT},
    {"within", CONSTRAINT},
    {"without", CONSTRAINT},
    {"in accordance", CONSTRAINT},
    {"in coordination", CONSTRAINT},
    {"in co-ordination", CONSTRAINT},
    {"in consultation", CONSTRAINT},
    {"in cooperation", CONSTRAINT},
    {"in co-operation", CONSTRAINT},
    {"in collaboration", CONSTRAINT},
    {"in partnership", CONSTRAINT},
    {"in conjunction", CONSTRAINT},
    {"in line", CONSTRAINT},
    {"in compliance", CONSTRAINT},
    {"in conformity", CONSTRAINT},
    {"in close", CONSTRAINT},
    {"in concert", CONSTRAINT},
    {"in writing", CONSTRAINT},
    {"together with", CONSTRAINT},
    {"along with", CONSTRAINT},
    {"alongside", CONSTRAINT},
    {"based on", CONSTRAINT},
    {"on the basis", CONSTRAINT},
    {"using", CONSTRAINT},
    {"before", CONSTRAINT},
    {"after", CONSTRAINT},
    {"during", CONSTRAINT},
    {"prior to", CONSTRAINT},
    {"following", CONSTRAINT},
    {"no later than", CONSTRAINT},
    {"not later than", CONSTRAINT},
    {"as soon as", CONSTRAINT},
    {"as often as", CONSTRAINT},
    {"as early as", CONSTRAINT},
    {"as far as", CONSTRAINT},
    {"as a matter", CONSTRAINT},
    {"under", CONSTRAINT},
    {"pursuant to", CONSTRAINT},
    {"as appropriate", CONSTRAINT},
    {"as necessary", CONSTRAINT},
    {"as required", CONSTRAINT},
    {"where appropriate", CONSTRAINT},
    {"where necessary", CONSTRAINT},
    {"at least", CONSTRAINT},
    {"at all times", CONSTRAINT},
    {"with the help", CONSTRAINT},
    {"with the support", CONSTRAINT},
    {"with immediate", CONSTRAINT},
    {"throughout", CONSTRAINT},
    {"immediately", CONSTRAINT},
    {"regularly", CONSTRAINT},
    {"including by", CONSTRAINT},
};

/* Nouns whose "to ..." belongs to them ("the ability to act") and is no purpose. */
static const char infinitive_nouns[] =
    "ability capacity right need opportunity opportunities obligation obligations effort efforts commitment "
    "commitments steps step attempt attempts decision plan plans failure duty duties power powers authority "
    "responsibility willingness way ways means intention incentive incentives tendency chance freedom "
    "readiness competence mandate jurisdiction "
    "action able likely unable willing required ready order access approach right threat threats due according "
    "subject relation regard respect contribution contributions response responses attention support amount as";

static bool is_infinitive(const policy__clause *clause, uint32_t n) {
  uint32_t verb = n + 1;
  if (!policy__word_is(clause, n, "to")) return false;
  while (policy__has_class(clause, verb, POLICY__ADVERB)) verb++;
  return policy__can_be(clause, verb, POLICY__CAN_BASE) ||
         policy__has_class(clause, verb, POLICY__BE | POLICY__HAVE);
}

/* Whether the tree has the infinitive behind "to" complete what stands before it: "the competence to fix
 * tariffs". */
static bool is_bound(const policy__clause *clause, uint32_t n) {
  uint32_t verb = n + 1;
  while (policy__has_class(clause, verb, POLICY__ADVERB | POLICY__BE)) verb++;
  return policy__has_class(clause, verb, POLICY__BOUND);
}

/* "if", "when" ... open a condition; "where" and "once" only behind a comma, at the beginning, right behind a
   verb that asks for no answer, or where the tree has them hang on the verb. */
static bool is_condition(const policy__clause *clause, uint32_t n, uint32_t verb) {
  if (!policy__has_class(clause, n, POLICY__CONDITIONAL)) return false;
  if (n == verb + 1 && policy__word_is(clause, n, "where"))
    return !policy__word_in(
        clause, verb,
        "see know determine decide ask consider identify specify establish indicate show state "
        "explain understand find learn tell say discover check clarify examine assess");
  if (policy__word_in(clause, n, "once") &&
      policy__word_in(clause, n + 2, "day week month quarter year session term decade"))
    return false; /* "once a year" */
  if (policy__word_in(clause, n, "where wherever once"))
    return n == 0 || policy__has_class(clause, n - 1, POLICY__COMMA) ||
           (verb < n && clause->words[n].verb == verb);
  return true;
}

/* "the following members": no "following" in the sense of "after". */
static bool is_modifier(const policy__clause *clause, uint32_t n) {
  return policy__word_is(clause, n, "following") && n > 0 &&
         policy__has_class(clause, n - 1, POLICY__DETERMINER);
}

/* What the words from `n` on open, standing behind a verb at `verb`. */
static adjunct opened_at(const policy__clause *clause, uint32_t n, uint32_t verb) {
  if (policy__has_class(clause, n, POLICY__INSIDE) || is_modifier(clause, n)) return NO_ADJUNCT;
  bool given = n == verb + 1 && policy__has_class(clause, verb, POLICY__TRANSITIVE);
  if (given && policy__words_are(clause, n, "at least") > 0) return NO_ADJUNCT; /* "give at least 30 days" */
  char first = (char)(clause->text[clause->words[n].span.begin] | ' '); /* a small letter, if one at all */
  for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
    if (*openers[i].words == first && policy__words_are(clause, n, openers[i].words) > 0)
      return openers[i].kind;
  if (is_condition(clause, n, verb)) return CONDITION;
  if (n > verb + 1 && is_infinitive(clause, n) && !is_bound(clause, n) &&
      !policy__word_in(clause, n - 1, infinitive_nouns) &&
      !policy__can_be(clause, n - 1, POLICY__CAN_BASE & ~POLICY__CAN_NOUN))
    return PURPOSE;
  return NO_ADJUNCT;
}

static void add(policy__adjuncts *adjuncts, uint32_t begin, uint32_t end) {
  if (begin < end && adjuncts->count < POLICY__MOST_ADJUNCTS)
    adjuncts->ranges[adjuncts->count++] = (policy__range){begin, end};
}

static void add_adjunct(policy__frame *frame, adjunct kind, uint32_t begin, uint32_t end) {
  switch (kind) {
  case CONDITION: add(&frame->conditions, begin, end); break;
  case CONSTRAINT: add(&frame->constraints, begin, end); break;
  case PURPOSE: add(&frame->purposes, begin, end); break;
  case REASON: add(&frame->reasons, begin, end); break;
  case RECIPIENT: frame->indirect = (policy__range){begin, end}; break;
  case NO_ADJUNCT: break;
  }
}

/* ---- the verb ------------------------------------------------------------------------------------------- */

static const char chaining_verbs[] =
    "continue seek work strive endeavour endeavor help begin start aim try want wish agree commit need fail "
    "choose decide intend prepare proceed expand look attempt";

static const char giving_verbs[] =
    "give write provide offer grant submit report send present notify declare transmit communicate deliver "
    "refer "
    "hand "
    "extend lend pay make supply issue forward disclose explain recommend propose circulate transfer";

/* "urgently", "in full": an adverb that says how it is to be done, and not how the sentence is meant. */
static bool is_manner(const policy__clause *clause, uint32_t n) {
  policy_string word = policy__word_at(clause, n);
  return word.size > 4 && memcmp(word.data + word.size - 2, "ly", 2) == 0 &&
         !policy__word_in(clause, n,
                          "only accordingly particularly especially finally firstly secondly lastly certainly "
                          "really likely possibly probably ideally generally normally usually simply merely "
                          "similarly additionally consequently subsequently specifically clearly ultimately");
}

/* How many words from `at` on stand before a verb in an adverb's stead: "should |at a minimum| state". */
static uint32_t adverbial_at(const policy__clause *clause, uint32_t at) {
  static const char *const phrases[] = {"at least",      "at minimum",   "at a minimum", "at most",
                                        "at once",       "in turn",      "in future",    "in general",
                                        "for example",   "for instance", "of course",    "in principle",
                                        "in particular", "at all times"};
  if (policy__words_are(clause, at, "as soon as") &&
      policy__word_in(clause, at + 3, "possible practicable feasible"))
    return 4;
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
    uint32_t count = policy__words_are(clause, at, phrases[i]);
    if (count > 0) return count;
  }
  return 0;
}

static uint32_t skip_adverbs(const policy__clause *clause, uint32_t at, uint32_t end, policy__frame *frame) {
  uint32_t phrase = adverbial_at(clause, at);
  if (phrase > 0) add(&frame->constraints, at, at + phrase);
  at += phrase;
  for (; at < end; at++) {
    if (policy__is_negation(clause, at))
      frame->negated = true;
    else if (!policy__has_class(clause, at,
                                POLICY__ADVERB | POLICY__NEGATION | POLICY__COMMA | POLICY__QUOTE) &&
             !policy__word_in(clause, at, "both either"))
      break;
    else if (policy__can_be(clause, at, POLICY__MAINLY_VERB) && policy__can_be(clause, at, POLICY__CAN_BASE))
      break;
    else if (is_manner(clause, at))
      add(&frame->constraints, at, at + 1);
  }
  return at;
}

/* A comma right behind the modal opens a parenthesis ("should, where possible, act"): what follows it. */
static uint32_t skip_parenthesis(const policy__clause *clause, uint32_t at, uint32_t end,
                                 policy__frame *frame) {
  enum { LONGEST = 40 };
  bool instrument =
      policy__word_is(clause, at, "by") && policy__word_in(clause, at + 1,
                                                           "order orders regulation regulations rules notice "
                                                           "direction warrant resolution decree law");
  if (instrument) add(&frame->constraints, at, at + 2); /* "may by order |amend" */
  if (instrument || !policy__has_class(clause, at, POLICY__COMMA)) return at + (instrument ? 2 : 0);
  uint32_t last = 0;
  for (uint32_t i = at + 1; i < end && i < at + LONGEST; i++) {
    if (!policy__has_class(clause, i, POLICY__COMMA)) continue;
    if (last == 0) last = i;
    if (!policy__is_base_verb(clause, i + 1)) continue;
    last = i;
    break;
  }
  if (last == 0) return at;
  policy__fronted_read(clause, at + 1, last, frame);
  return last + 1;
}

/* "must: (a) publish", "[members will]: g. take part": what stands behind a bracket, dash or colon and the mark
   of a list's first item. */
static uint32_t skip_marker(const policy__clause *clause, uint32_t at, uint32_t end) {
  uint32_t from = at;
  if (at + 1 < end && policy__word_in(clause, at, ") ]")) at++;
  if (at + 1 < end && policy__word_in(clause, at, ": \xE2\x80\x94 \xE2\x80\x93 -")) at++;
  if (at + 3 < end && policy__word_is(clause, at, "(") && policy__word_is(clause, at + 2, ")")) return at + 3;
  bool letter = at > from && at + 2 < end && clause->words[at].span.end - clause->words[at].span.begin == 1;
  return letter && policy__word_in(clause, at + 1, ". )") ? at + 2 : at;
}

static bool is_participle(const policy__clause *clause, uint32_t n) {
  return policy__can_be(clause, n, POLICY__CAN_PARTICIPLE | POLICY__CAN_PAST) &&
         !policy__has_class(clause, n, POLICY__DETERMINER | POLICY__PREPOSITION);
}

/* The end of an aim that begins at `verb`: with what it chains to and its particle. */
static uint32_t end_of_aim(const policy__clause *clause, uint32_t verb, uint32_t end) {
  uint32_t next = verb + 1;
  if (policy__word_is(clause, verb, "make") && policy__word_in(clause, next, "sure certain")) next++;
  while (next < end && policy__word_in(clause, next - 1, chaining_verbs) && is_infinitive(clause, next)) {
    next++;
    while (policy__has_class(clause, next, POLICY__ADVERB)) next++;
    next++;
  }
  if (next + 1 < end && policy__has_class(clause, next, POLICY__PARTICLE) &&
      policy__has_class(clause, next + 1,
                        POLICY__DETERMINER | POLICY__PREPOSITION | POLICY__ADVERB | POLICY__RELATIVE))
    next++;
  if (next + 1 < end && policy__word_in(clause, next, "and or") &&
      policy__can_be(clause, next + 1,
                     policy__can_be(clause, verb, POLICY__CAN_GERUND) ? POLICY__CAN_GERUND
                                                                      : POLICY__CAN_BASE) &&
      policy__can_be(clause, next + 1, POLICY__MAINLY_VERB))
    next += 2;
  return next < end ? next : end;
}

/* ---- the rest ------------------------------------------------------------------------------------------- */

/* Words behind which nothing but a clause of their own follows: "ensure that ...". */
static bool opens_clause(const policy__clause *clause, uint32_t n) {
  return policy__word_in(clause, n, "that whether how what which why");
}

static void set_object(policy__frame *frame, uint32_t begin, uint32_t end) {
  if (begin < end) frame->object = (policy__range){begin, end};
}

/* A word that by the tree opens how, where or when the verb is done. */
static bool opens_adverbial(const policy__clause *clause, uint32_t n, uint32_t verb) {
  if (clause->words[n].verb != verb || policy__has_class(clause, n, POLICY__INSIDE)) return false;
  if (policy__has_class(clause, n - 1, POLICY__PREPOSITION)) return false; /* "contribute to ensuring" */
  if (n == verb + 1 && policy__word_in(clause, n, "towards toward")) return false;
  return !policy__has_class(clause, n, POLICY__NEGATION) &&
         !policy__word_in(clause, n, "to also only even too therefore then");
}

/* Verbs that the tree gives an object, and those whose object stands behind a preposition: "rely on X". */
static bool takes_object(const policy__clause *clause, uint32_t verb) {
  if (policy__has_class(clause, verb, POLICY__TRANSITIVE)) return true;
  return policy__word_in(
      clause, verb,
      "consult rely depend comply refer focus concentrate consist contribute respond adhere relate accede "
      "belong lead amount account call ask look abide build draw conform correspond insist embark reflect "
      "comment deal distinguish provide allow apply aim agree object listen subscribe");
}

/* A word that by the tree belongs to another verb than those of the aim: "procedures adopted by the council".
 */
static bool hangs_elsewhere(const policy__clause *clause, uint32_t n, policy__range aim) {
  uint32_t verb = clause->words[n].verb;
  return verb != POLICY_NONE && verb >= aim.end && verb < n &&
         !policy__word_in(clause, n, "before after prior together along");
}

/* "if the talks fail", "so that half of them come": whether the adjunct at `n` is a clause, which ends only
 * where the tree says. */
static bool is_clausal(const policy__clause *clause, uint32_t n) {
  return policy__has_class(clause, n, POLICY__CONDITIONAL) || policy__word_in(clause, n, "because since") ||
         policy__word_is(clause, n + 1, "that");
}

/* Divides words[at, end) behind the verb into object and adjuncts. */
static void read_complements(const policy__clause *clause, uint32_t verb, uint32_t at, uint32_t end,
                             policy__frame *frame) {
  bool gives = policy__word_in(clause, verb, giving_verbs) || frame->passive;
  bool first =
      !frame->passive && !policy__word_in(clause, verb, "extend refer lend"); /* "report to the Board" */
  for (; at + 1 < end && policy__has_class(clause, at, POLICY__ADVERB) && opens_adverbial(clause, at, verb) &&
         !policy__word_in(clause, at, "particularly especially specifically accordingly");
       at++)
    add(&frame->constraints, at, at + 1);
  bool deep = opens_clause(clause, at);
  adjunct kind = NO_ADJUNCT;
  uint32_t begin = at;
  for (uint32_t i = at; i < end; i++) {
    adjunct here = opened_at(clause, i, verb);
    bool asks = policy__word_in(clause, i, "how whether what why") ||
                policy__word_in(clause, i + 1, "how whether what why");
    if (kind == NO_ADJUNCT && asks) deep = true; /* "guidance |on how to act by ..." */
    if (deep && !(here == PURPOSE && !policy__word_is(clause, i, "to"))) here = NO_ADJUNCT;
    if (here == CONSTRAINT && hangs_elsewhere(clause, i, frame->aim)) here = NO_ADJUNCT;
    if ((here == CONSTRAINT || here == CONDITION) && kind != NO_ADJUNCT && is_clausal(clause, begin) &&
        clause->words[i].verb != verb)
      here = NO_ADJUNCT;
    bool takes = kind == NO_ADJUNCT || kind == CONSTRAINT;
    if (here == NO_ADJUNCT && gives && takes && !deep && (i > at || first) &&
        policy__word_is(clause, i, "to") && !is_infinitive(clause, i) &&
        frame->indirect.begin == frame->indirect.end &&
        !policy__word_in(clause, i - 1,
                         "prior according due subject relating up as addition contrary attention priority "
                         "effect consideration weight"))
      here = RECIPIENT;
    if (here == NO_ADJUNCT && !deep && (i > at || !takes_object(clause, verb)) &&
        opens_adverbial(clause, i, verb))
      here = CONSTRAINT;
    if (here == CONSTRAINT && kind == CONSTRAINT && i - begin <= 2)
      here = NO_ADJUNCT; /* "for at least a year" */
    if (here == PURPOSE && (kind == CONDITION || kind == REASON) && policy__word_is(clause, i, "to"))
      here = NO_ADJUNCT;
    if (kind == CONSTRAINT && begin == at && policy__word_in(clause, i, "how what whether why")) {
      add_adjunct(frame, kind, begin, i); /* "set out in writing |how ..." */
      kind = NO_ADJUNCT;
      begin = i;
      deep = true;
      continue;
    }
    if (here == NO_ADJUNCT) continue;
    if (kind == NO_ADJUNCT)
      set_object(frame, begin, i);
    else
      add_adjunct(frame, kind, begin, i);
    kind = here;
    begin = here == RECIPIENT ? i + 1 : i;
  }
  if (kind == NO_ADJUNCT)
    set_object(frame, begin, end);
  else
    add_adjunct(frame, kind, begin, end);
}

/* In the passive, what the subject suffers is the object, and "by" names who acts. */
static void turn_passive(const policy__clause *clause, policy__frame *frame) {
  policy__range rest = frame->object;
  frame->object = frame->subject;
  frame->subject = (policy__range){0, 0};
  if (rest.begin < rest.end && is_infinitive(clause, rest.begin))
    add(&frame->purposes, rest.begin, rest.end);
  else if (rest.begin < rest.end && policy__has_class(clause, rest.begin, POLICY__PREPOSITION))
    add(&frame->constraints, rest.begin, rest.end);
  for (uint32_t i = 0; i < frame->constraints.count; i++) {
    policy__range *range = &frame->constraints.ranges[i];
    uint32_t next = range->begin + 1;
    if (!policy__word_is(clause, range->begin, "by") || policy__has_class(clause, next, POLICY__NUMBER) ||
        (policy__can_be(clause, next, POLICY__CAN_GERUND) &&
         policy__can_be(clause, next, POLICY__MAINLY_VERB)) ||
        policy__words_are(clause, next, "the end") > 0)
      continue;
    frame->subject = (policy__range){next, range->end};
    for (; i + 1 < frame->constraints.count; i++)
      frame->constraints.ranges[i] = frame->constraints.ranges[i + 1];
    frame->constraints.count--;
  }
}

/* "should have known": about what was. */
static bool is_perfect(const policy__clause *clause, uint32_t at, uint32_t end, policy__frame *frame) {
  if (!policy__word_is(clause, at, "have")) return false;
  uint32_t next = skip_adverbs(clause, at + 1, end, frame);
  return policy__word_is(clause, next, "been") || is_participle(clause, next);
}

uint32_t policy__verb_read(const policy__clause *clause, uint32_t at, uint32_t end, policy__frame *frame) {
  const unsigned never = POLICY__DETERMINER | POLICY__PREPOSITION | POLICY__PRONOUN | POLICY__COORDINATOR |
                         POLICY__RELATIVE | POLICY__NUMBER | POLICY__MODAL;
  if (policy__is_negation(clause, at) && policy__has_class(clause, at + 1, POLICY__COMMA)) {
    frame->negated = true; /* "must not, in any event, act" */
    at++;
  }
  at = skip_marker(clause, skip_parenthesis(clause, at, end, frame), end);
  at = skip_adverbs(clause, at, end, frame);
  if (at >= end || !policy__has_class(clause, at, POLICY__WORD) || policy__has_class(clause, at, never))
    return 0;
  frame->perfect = is_perfect(clause, at, end, frame);
  if (policy__word_in(clause, at, "be is are")) {
    uint32_t next = skip_adverbs(clause, at + 1, end, frame), served = clause->words[at].verb;
    if (served != POLICY_NONE && served > next && served < end &&
        !policy__can_be(clause, served, POLICY__CAN_GERUND))
      next = served;
    bool progressive = policy__word_is(clause, at, "be") && served == next && next < end &&
                       policy__can_be(clause, next, POLICY__CAN_GERUND); /* "should be asking" */
    frame->passive = !progressive && next < end && is_participle(clause, next);
    if (frame->passive || progressive) at = next;
  } else if (clause->words[at].lexeme != 0 && !policy__is_base_verb(clause, at) &&
             !policy__can_be(clause, at, frame->gerund ? POLICY__CAN_GERUND : POLICY__CAN_THIRD)) {
    return 0;
  }
  frame->aim = (policy__range){at, end_of_aim(clause, at, end)};
  return at;
}

bool policy__predicate_read(const policy__clause *clause, uint32_t at, uint32_t end, policy__frame *frame) {
  uint32_t verb = policy__verb_read(clause, at, end, frame);
  if (frame->aim.begin == frame->aim.end) return false;
  read_complements(clause, verb, frame->aim.end, end, frame);
  if (frame->passive) turn_passive(clause, frame);
  return true;
}

/* Phrases that tie a sentence to the one before and say nothing of how to act. */
static bool is_connective(const policy__clause *clause, uint32_t n) {
  static const char *const phrases[] = {
      "at the same time",  "with that in mind", "with this in mind",  "in this regard",
      "in that regard",    "in addition",       "for example",        "for instance",
      "in particular",     "as such",           "in conclusion",      "in other words",
      "on the other hand", "on the contrary",   "of course",          "in this context",
      "in some ways",      "in fact",           "above all",          "to this end",
      "in short",          "as a result",       "in this connection", "first of all",
      "to that end",       "in mind",           "in our view",        "in my view",
      "in our opinion",    "in my opinion",     "in our judgement"};
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
    if (policy__words_are(clause, n, phrases[i]) > 0) return true;
  return false;
}

/* "as the body in charge, ...": no clause. */
static bool is_guise(const policy__clause *clause, uint32_t begin, uint32_t end) {
  if (!policy__word_is(clause, begin, "as") || !policy__has_class(clause, begin + 1, POLICY__DETERMINER))
    return false;
  for (uint32_t n = begin; n < end; n++)
    if (policy__is_finite(clause, n)) return false;
  return true;
}

void policy__fronted_read(const policy__clause *clause, uint32_t begin, uint32_t end, policy__frame *frame) {
  while (begin < end && !policy__has_class(clause, begin, POLICY__WORD)) begin++;
  while (begin < end && policy__has_class(clause, begin, POLICY__ADVERB) && begin + 1 < end) {
    begin++;
    while (begin < end && policy__has_class(clause, begin, POLICY__COMMA)) begin++;
  }
  if (begin >= end || is_connective(clause, begin)) return;
  adjunct kind = opened_at(clause, begin, begin);
  if (kind == NO_ADJUNCT && is_infinitive(clause, begin)) kind = PURPOSE;
  bool inverted =
      policy__word_in(clause, begin, "should were had") && begin + 2 < end; /* "should the talks fail, ..." */
  if (kind == NO_ADJUNCT && (inverted || policy__has_class(clause, begin, POLICY__CONDITIONAL)))
    kind = CONDITION;
  if (kind == NO_ADJUNCT && is_guise(clause, begin, end)) frame->guise = (policy__range){begin, end};
  if (kind == NO_ADJUNCT && policy__has_class(clause, begin, POLICY__PREPOSITION)) kind = CONSTRAINT;
  if (kind == RECIPIENT) kind = NO_ADJUNCT;
  add_adjunct(frame, kind, begin, end);
}
