/* Finding the clauses of a sentence that say what ought to be done. */
#include "extract/frame.h"

#include "extract/form.h"
#include "extract/lexicon.h"

/* Confidence: the share of a pattern's recommendations that are right on development documents, rounded:
   161 of 174 modals, 10 of 16 semi-modals, 51 of 64 performatives, 6 of 8 adjectives, 13 of 18 needs. There are
   few evaluations (4 of 5), which are taken lower for that; imperatives are .97 on UN reports, whose form is
   regular, and taken lower for all other lists. */
static const struct {
  const char *name;
  double confidence;
} patterns[POLICY__PATTERNS] = {
    [POLICY__PATTERN_MODAL] = {"modal", 0.9},
    [POLICY__PATTERN_SEMIMODAL] = {"semi-modal", 0.6},
    [POLICY__PATTERN_PERFORMATIVE] = {"performative", 0.8},
    [POLICY__PATTERN_ADJECTIVE] = {"adjective", 0.7},
    [POLICY__PATTERN_EVALUATION] = {"evaluation", 0.6},
    [POLICY__PATTERN_NEED] = {"need", 0.75},
    [POLICY__PATTERN_IMPERATIVE] = {"imperative", 0.8},
    [POLICY__PATTERN_SIGNED] = {"signed", 0.9},
};

const char *policy__pattern_name(policy__pattern pattern) {
  return patterns[pattern].name;
}

double policy__pattern_confidence(policy__pattern pattern) {
  return patterns[pattern].confidence;
}

/* ---- deontics ------------------------------------------------------------------------------------------- */

/* A place where a deontic stands: words[begin, end), the verb being looked for from `verb` on. */
typedef struct site {
  uint32_t begin, end, verb;
  policy__pattern pattern;
  policy__modality modality;
  bool negated;
  uint32_t apart; /* where the verb stands, if words are between it and the modal; or 0 */
} site;

static policy__modality modality_of(const policy__clause *clause, uint32_t n) {
  if (policy__word_in(clause, n, "must shall sha")) return POLICY__OBLIGATION;
  if (policy__word_in(clause, n, "should ought")) return POLICY__ADVICE;
  if (policy__word_in(clause, n, "may")) return POLICY__PERMISSION;
  if (policy__word_in(clause, n, "will would wo")) return POLICY__FUTURE;
  return POLICY__SUGGESTION;
}

/* The word behind adverbs and a negation, which is noted. */
static uint32_t behind_adverbs(const policy__clause *clause, uint32_t at, bool *negated) {
  while (policy__has_class(clause, at, POLICY__ADVERB | POLICY__NEGATION)) {
    *negated |= policy__is_negation(clause, at);
    at++;
  }
  return at;
}

/* "may by order |amend", "must not, in relation to X, |harass": where the verb begins that a modal serves by the tree, if
   words from `at` on stand between; 0: none do. */
static uint32_t verb_apart(const policy__clause *clause, uint32_t modal, uint32_t at) {
  enum { FARTHEST = 60 };
  uint32_t verb = clause->words[modal].verb;
  if (verb == POLICY_NONE || verb <= at || verb - at > FARTHEST) return 0;
  while (verb > at && (policy__has_class(clause, verb - 1, POLICY__ADVERB) || policy__word_in(clause, verb - 1, "be been have")))
    verb--;
  return verb > at && !policy__has_class(clause, at, POLICY__BE | POLICY__HAVE) ? verb : 0;
}

/* A modal verb at `n`; "may wish to", "will need to" and the like are taken together. */
static bool modal_at(const policy__clause *clause, uint32_t n, site *found) {
  if (!policy__has_class(clause, n, POLICY__MODAL)) return false;
  if (policy__word_is(clause, n, "may") && policy__has_class(clause, n, POLICY__CAPITAL) &&
      (n > 0 || policy__has_class(clause, n + 1, POLICY__NUMBER)))
    return false; /* the month */
  if (policy__word_in(clause, n, "will") && policy__can_be(clause, n, POLICY__CAN_NOUN) && n > 0 &&
      policy__has_class(clause, n - 1, POLICY__DETERMINER))
    return false; /* the noun */
  *found = (site){n, n + 1, n + 1, POLICY__PATTERN_MODAL, modality_of(clause, n), false, 0};
  uint32_t next = behind_adverbs(clause, n + 1, &found->negated);
  if (policy__word_is(clause, n, "ought") && policy__word_is(clause, next, "to")) {
    found->end = found->verb = next + 1;
    return true;
  }
  if (policy__word_in(clause, next, "wish want like") && policy__word_is(clause, next + 1, "to")) {
    found->modality = POLICY__SUGGESTION;
    found->end = found->verb = next + 2;
  } else if (policy__word_in(clause, next, "need have") && policy__word_is(clause, next + 1, "to")) {
    found->modality = policy__word_is(clause, next, "need") ? POLICY__ADVICE : POLICY__OBLIGATION;
    found->pattern = POLICY__PATTERN_SEMIMODAL;
    found->end = found->verb = next + 2;
  }
  if (policy__is_negation(clause, n + 1) && found->end == n + 1) found->end = n + 2;
  found->apart = found->verb == n + 1 ? verb_apart(clause, n, next) : 0;
  return true;
}

/* "needs to", "has to", "is required to", "is to", and their plurals and pasts. */
static bool semimodal_at(const policy__clause *clause, uint32_t n, site *found) {
  bool negated = false;
  uint32_t next;
  if (policy__word_in(clause, n, "need needs have has") && policy__word_is(clause, n + 1, "to") &&
      (policy__is_base_verb(clause, n + 2) || policy__has_class(clause, n + 2, POLICY__ADVERB))) {
    bool need = policy__word_in(clause, n, "need needs");
    if (need && n > 0 && policy__has_class(clause, n - 1, POLICY__DETERMINER)) return false; /* the need to */
    policy__modality modality = need ? POLICY__ADVICE : POLICY__OBLIGATION;
    uint32_t before = n;
    while (before > 1 && policy__has_class(clause, before - 1, POLICY__ADVERB) && !policy__is_negation(clause, before - 1)) before--;
    if (before > 0 && policy__is_negation(clause, before - 1)) modality = POLICY__PERMISSION; /* "do not need to" */
    *found = (site){n, n + 2, n + 2, POLICY__PATTERN_SEMIMODAL, modality, false, 0};
    return true;
  }
  if (policy__word_in(clause, n, "is are") && policy__word_is(clause, n + 1, "to") && policy__is_base_verb(clause, n + 2)) {
    *found = (site){n, n + 2, n + 2, POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, false, 0};
    return true;
  }
  if (!policy__word_in(clause, n, "is are be")) return false;
  next = behind_adverbs(clause, n + 1, &negated);
  if (policy__word_in(clause, next, "required obliged directed instructed expected urged encouraged invited requested") &&
      policy__word_is(clause, next + 1, "to")) {
    bool firm = policy__word_in(clause, next, "required obliged directed instructed");
    *found = (site){
        n, next + 2, next + 2, POLICY__PATTERN_SEMIMODAL, firm ? POLICY__OBLIGATION : POLICY__ADVICE, negated, 0};
    return true;
  }
  return false;
}

/* ---- other predicates of duty --------------------------------------------------------------------------- */

/* "Requests X to ..., and further |requests Y to ...": by what stands around it a verb of urging, whatever its tag. */
static bool is_urged_again(const policy__clause *clause, uint32_t n) {
  if (!policy__word_in(clause, n, "requests invites urges calls encourages demands recommends appeals")) return false;
  uint32_t before = n;
  while (before > 0 && (policy__has_class(clause, before - 1, POLICY__ADVERB) || policy__word_is(clause, before - 1, "further"))) before--;
  bool parted = before > 0 && policy__has_class(clause, before - 1, POLICY__COORDINATOR | POLICY__COMMA);
  return parted && (policy__word_in(clause, n + 1, "the all on upon that") || policy__has_class(clause, n + 1, POLICY__CAPITAL));
}

/* A verb of urging at `n` that is used as one: no noun, no infinitive, no passive, under no modal. */
static bool performative_at(const policy__clause *clause, uint32_t n) {
  if (!policy__has_class(clause, n, POLICY__PERFORMATIVE) && !is_urged_again(clause, n)) return false;
  if (policy__word_in(clause, n, "call calls called appeal appeals appealed") &&
      !policy__word_in(clause, n + 1, "on upon for to"))
    return false;
  if (n == 0 || is_urged_again(clause, n)) return true;
  uint32_t before = n - 1;
  while (before > 0 && policy__has_class(clause, before, POLICY__ADVERB)) before--;
  if (before == 0 && policy__has_class(clause, before, POLICY__ADVERB)) return true;
  if (policy__has_class(clause, before, POLICY__BE | POLICY__MODAL | POLICY__PREPOSITION)) return false;
  if (policy__word_is(clause, before, "to") || policy__can_be(clause, before, POLICY__CAN_ADJECTIVE))
    return false;
  return !policy__has_class(clause, before, POLICY__DETERMINER) ||
         policy__has_class(clause, before, POLICY__PRONOUN);
}

static const char useful_adjectives[] =
    "useful helpful welcome welcomed desirable beneficial prudent wise advisable sensible worthwhile valuable "
    "preferable";

/* The end of words[at, end): the first stop outside brackets. */
static uint32_t stop_behind(const policy__clause *clause, uint32_t at, uint32_t end) {
  while (at < end &&
         (!policy__has_class(clause, at, POLICY__STOP) || policy__has_class(clause, at, POLICY__INSIDE)))
    at++;
  return at;
}

/* The first "to" with a verb behind it in words[at, end), or `end`. */
static uint32_t infinitive_behind(const policy__clause *clause, uint32_t at, uint32_t end) {
  for (; at < end; at++) {
    bool negated;
    if (policy__word_is(clause, at, "to") &&
        policy__is_base_verb(clause, behind_adverbs(clause, at + 1, &negated)))
      return at;
  }
  return end;
}

/* The first word of words[at, end) that can only be a bare verb ("that the Council |adopt"), or `end`. */
static uint32_t subjunctive_behind(const policy__clause *clause, uint32_t at, uint32_t end) {
  for (uint32_t i = at + 1; i < end; i++) {
    if (policy__has_class(clause, i, POLICY__MODAL | POLICY__RELATIVE)) return end;
    if (policy__word_in(clause, i, "be is are")) return i;
    if (policy__can_be(clause, i, POLICY__CAN_BASE | POLICY__CAN_THIRD) &&
        policy__can_be(clause, i, POLICY__MAINLY_VERB) && !policy__word_in(clause, i - 1, "to of for the a") &&
        !policy__has_class(clause, i, POLICY__CAPITAL))
      return i;
  }
  return end;
}

/* ---- frames --------------------------------------------------------------------------------------------- */

/* The search for frames in one sentence. */
typedef struct search {
  const policy__clause *clause;
  policy__array *frames;
  uint32_t floor;        /* words before it belong to a frame that is done */
  policy__range subject; /* of the last frame, for coordinated verbs */
  policy_status status;
} search;

static uint32_t largest(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

void policy__frame_measure(policy__frame *frame) {
  const policy__range single[] = {frame->subject, frame->deontic, frame->aim, frame->object, frame->indirect};
  const policy__adjuncts *lists[] = {&frame->conditions, &frame->constraints, &frame->purposes,
                                     &frame->reasons};
  policy__range whole = {UINT32_MAX, 0};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
    if (single[i].begin >= single[i].end) continue;
    if (single[i].begin < whole.begin) whole.begin = single[i].begin;
    whole.end = largest(whole.end, single[i].end);
  }
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    for (uint32_t k = 0; k < lists[i]->count; k++) {
      if (lists[i]->ranges[k].begin < whole.begin) whole.begin = lists[i]->ranges[k].begin;
      whole.end = largest(whole.end, lists[i]->ranges[k].end);
    }
  }
  frame->whole = whole;
}

static void keep(search *s, policy__frame *frame) {
  policy__frame *kept = policy__array_push(s->frames, &s->status);
  if (kept == NULL) return;
  policy__range bound = frame->passive ? frame->object : frame->subject;
  while (bound.begin < bound.end && (!policy__has_class(s->clause, bound.begin, POLICY__WORD) ||
                                     policy__has_class(s->clause, bound.begin, POLICY__NUMBER)))
    bound.begin++;
  if (bound.begin < bound.end && policy__word_in(s->clause, bound.begin, "no neither nobody"))
    frame->negated = true;
  policy__frame_measure(frame);
  *kept = *frame;
  if (!frame->passive && frame->subject.begin < frame->subject.end) s->subject = frame->subject;
}

/* The word behind the last coordinator of words[begin, end), or `begin`. */
static uint32_t behind_coordinator(const policy__clause *clause, uint32_t begin, uint32_t end) {
  for (uint32_t i = end; i > begin; i--)
    if (policy__has_class(clause, i - 1, POLICY__COORDINATOR) && i < end) return i;
  return begin;
}

/* Where the clause of a verb at `verb` ends: at a stop, or where the next deontic's clause begins; not farther
   away than any clause is long, so that the work stays in proportion. */
static uint32_t clause_end(const policy__clause *clause, uint32_t verb) {
  enum { LONGEST = 250, MOST_DEONTICS = 8 };
  uint32_t limit = clause->count - verb > LONGEST ? verb + LONGEST : clause->count;
  uint32_t end = stop_behind(clause, verb, limit), deontics = 0;
  for (uint32_t i = verb; i < end && deontics < MOST_DEONTICS; i++) {
    policy__frame ahead = {0};
    site found;
    if (policy__has_class(clause, i, POLICY__JOINED)) {
      uint32_t joint = behind_coordinator(clause, verb + 1, i);
      if (joint > verb + 1) return joint - 1;
    }
    if (!modal_at(clause, i, &found) && !semimodal_at(clause, i, &found)) continue;
    deontics++;
    uint32_t served = clause->words[i].verb;
    if (served != POLICY_NONE && policy__has_class(clause, served, POLICY__EMBEDDED)) continue;
    policy__subject_read(clause, verb, i, &ahead);
    if (ahead.relative || ahead.subordinate) continue;
    uint32_t begin = ahead.subject.begin < ahead.subject.end ? ahead.subject.begin : i;
    if (begin <= verb + 1) begin = behind_coordinator(clause, verb + 1, i);
    if (begin <= verb + 1 || !policy__has_class(clause, begin - 1, POLICY__COORDINATOR | POLICY__COMMA))
      continue;
    while (begin > verb + 1 && policy__has_class(clause, begin - 1, POLICY__COORDINATOR | POLICY__COMMA))
      begin--;
    return begin;
  }
  return end;
}

/* The next verb in words[from, end) that shares the deontic ("should do X and |do Y"; with `infinitives`,
   "urges them to do X and to |do Y"); `end` when there is none. Verbs inside what hangs on the first one are
   left alone. */
static uint32_t coordinated_verb(const policy__clause *clause, uint32_t from, uint32_t end, bool infinitives) {
  for (uint32_t i = from; i + 1 < end; i++) {
    if (policy__has_class(clause, i, POLICY__INSIDE)) continue;
    bool parts = policy__has_class(clause, i, POLICY__COORDINATOR | POLICY__COMMA), negated = false;
    uint32_t verb = behind_adverbs(clause, i + 1, &negated);
    if (infinitives && parts && policy__word_is(clause, verb, "to") && verb + 1 < end &&
        policy__is_base_verb(clause, behind_adverbs(clause, verb + 1, &negated)))
      return verb + 1;
    if (infinitives) continue;
    bool often = policy__word_is(clause, i, "once") && policy__word_in(clause, i + 1, "a an every each");
    if ((policy__has_class(clause, i, POLICY__RELATIVE | POLICY__SUBORDINATOR) && !often) ||
        policy__word_in(clause, i, "to how what by"))
      return end;
    if (!parts) continue;
    if (verb < end && policy__can_be(clause, verb, POLICY__MAINLY_VERB) &&
        policy__can_be(clause, verb, POLICY__CAN_BASE) &&
        !policy__has_class(clause, verb, POLICY__PREPOSITION | POLICY__MODAL))
      return verb;
  }
  return end;
}

/* Whether ", to do" or "and to do" stands in words[begin, end). */
static bool any_infinitive(const policy__clause *clause, uint32_t begin, uint32_t end) {
  return coordinated_verb(clause, begin, end, true) < end;
}

/* Reads the predicate at `verb` and those coordinated with it, and keeps a frame for each. */
static void keep_predicates(search *s, policy__frame frame, uint32_t verb, uint32_t end) {
  while (end > verb && policy__has_class(s->clause, end - 1, POLICY__COORDINATOR | POLICY__COMMA)) end--;
  bool infinitives =
      verb > 0 && policy__word_is(s->clause, verb - 1, "to") && any_infinitive(s->clause, verb, end);
  while (verb < end && s->status == POLICY_OK) {
    policy__frame one = frame;
    policy__frame scout = frame;
    policy__verb_read(s->clause, verb, end, &scout);
    if (scout.aim.begin == scout.aim.end) return;
    uint32_t next = scout.passive ? end : coordinated_verb(s->clause, scout.aim.end, end, infinitives);
    uint32_t until = next;
    while (next < end && until > verb &&
           (policy__has_class(s->clause, until - 1, POLICY__COORDINATOR | POLICY__COMMA | POLICY__ADVERB) ||
            policy__word_is(s->clause, until - 1, "to")))
      until--;
    if (!policy__predicate_read(s->clause, verb, until, &one)) return;
    keep(s, &one);
    s->floor = largest(s->floor, until);
    verb = next;
  }
}

/* How far to the left a subject is looked for: sentences of thousands of words must not cost their square. */
static uint32_t floor_of(const search *s, uint32_t n) {
  enum { FARTHEST = 120 };
  uint32_t farthest = n > FARTHEST ? n - FARTHEST : 0;
  return largest(s->floor, farthest);
}

/* "only then should |the army act": whether the subject stands between a modal and its verb. */
static bool is_inverted(const policy__clause *clause, const site *found) {
  uint32_t behind = found->end;
  if (policy__has_class(clause, behind, POLICY__PREPOSITION | POLICY__SUBORDINATOR | POLICY__COMMA | POLICY__STOP | POLICY__ADVERB |
                                        POLICY__NEGATION | POLICY__BRACKET))
    return false;
  return found->begin == 0 || policy__has_class(clause, found->begin - 1, POLICY__COMMA | POLICY__ADVERB | POLICY__COORDINATOR) ||
         policy__word_in(clause, found->begin - 1, "circumstances time case way nor neither so then only event instance account");
}

/* A clause that begins with its modal is a condition; another is denied by "no", "nor", "never" before it. */
static uint32_t read_inverted(search *s, const site *found, policy__frame *frame, uint32_t verb) {
  const policy__clause *clause = s->clause;
  uint32_t begin = found->begin, least = begin > 5 ? begin - 5 : 0, end = clause_end(clause, verb), floor = s->floor;
  frame->subordinate = begin == 0 || (policy__has_class(clause, begin - 1, POLICY__COMMA) && policy__word_is(clause, begin, "should"));
  for (uint32_t i = begin; i > least && !policy__has_class(clause, i - 1, POLICY__COMMA | POLICY__STOP); i--)
    frame->negated |= policy__word_in(clause, i - 1, "no nor neither never") || policy__is_negation(clause, i - 1);
  for (uint32_t i = verb; frame->subordinate && i < end; i++)
    if (policy__has_class(clause, i, POLICY__COMMA)) end = i;
  frame->subject = (policy__range){found->end, verb};
  keep_predicates(s, *frame, verb, end);
  if (frame->subordinate) s->floor = floor; /* what follows is its consequence */
  return largest(found->end, s->floor);
}

static uint32_t read_modal(search *s, const site *found) {
  policy__frame frame = {.pattern = found->pattern,
                         .modality = found->modality,
                         .negated = found->negated,
                         .deontic = {found->begin, found->end}};
  policy__frame scout = frame;
  uint32_t verb = found->apart > 0 ? found->apart : found->verb;
  policy__verb_read(s->clause, verb, s->clause->count, &scout);
  if (scout.aim.begin == scout.aim.end) return found->end; /* "The Government should:" */
  if (found->apart > 0 && is_inverted(s->clause, found)) return read_inverted(s, found, &frame, verb);
  if (found->apart > 0) policy__fronted_read(s->clause, found->end, verb, &frame);
  policy__subject_read(s->clause, floor_of(s, found->begin), found->begin, &frame);
  bool shares = found->begin > 0 && policy__has_class(s->clause, found->begin - 1, POLICY__COORDINATOR);
  if (shares) frame.subject = s->subject;
  keep_predicates(s, frame, verb, clause_end(s->clause, verb));
  return found->end;
}

static bool is_past(const policy__clause *clause, uint32_t n) {
  return policy__word_in(
      clause, n,
      "urged called recommended requested invited encouraged demanded decided insisted proposed "
      "advised asked appealed suggested advocated pressed");
}

/* Who urges, and whether it is somebody else than the author. */
static void read_speaker(search *s, uint32_t n, policy__frame *frame) {
  policy__frame before = {0};
  if (n == 0) return;
  bool past = is_past(s->clause, n);
  while (past && n > 1 && policy__has_class(s->clause, n - 1, POLICY__HAVE | POLICY__ADVERB)) n--; /* "have also |urged" */
  policy__subject_read(s->clause, floor_of(s, n), n, &before);
  frame->speaker = before.subject;
  frame->subordinate = before.subordinate;
  frame->conditions = before.conditions;
  frame->constraints = before.constraints;
  if (frame->speaker.begin == frame->speaker.end) return;
  frame->reported = past && !policy__word_in(s->clause, frame->speaker.begin, "we i");
}

static policy__modality performative_modality(const policy__clause *clause, uint32_t n) {
  bool firm =
      policy__word_in(clause, n, "demand demands demanded decide decides decided insist insists insisted");
  return firm ? POLICY__OBLIGATION : POLICY__ADVICE;
}

/* "recommends the establishment of a fund": the noun is the aim. */
static void keep_noun(search *s, policy__frame *frame, uint32_t at, uint32_t end) {
  const policy__clause *clause = s->clause;
  uint32_t noun = at, begin = at;
  while (begin < end && policy__has_class(clause, begin, POLICY__DETERMINER)) begin++;
  for (noun = begin; noun + 1 < end; noun++)
    if (policy__has_class(clause, noun + 1,
                          POLICY__PREPOSITION | POLICY__COMMA | POLICY__RELATIVE | POLICY__COORDINATOR))
      break;
  if (noun >= end || !policy__has_class(clause, noun, POLICY__WORD)) return;
  if (policy__has_class(clause, begin, POLICY__PRONOUN | POLICY__NEGATION) ||
      policy__word_is(clause, begin, "nothing"))
    return;
  frame->aim = (policy__range){begin, noun + 1};
  uint32_t after = noun + 1;
  if (policy__has_class(clause, after, POLICY__PREPOSITION)) after++;
  if (after < end) frame->object = (policy__range){after, end};
  keep(s, frame);
}

/* "(both) the adoption of X and the creation of Y": a frame for each noun that begins with its article. */
static void keep_nominal(search *s, policy__frame *frame, uint32_t at, uint32_t end) {
  const policy__clause *clause = s->clause;
  at += policy__word_is(clause, at, "both");
  for (uint32_t i = at + 1; i + 2 < end; i++) {
    if (!policy__has_class(clause, i, POLICY__COORDINATOR) || !policy__word_in(clause, i + 1, "the a an")) continue;
    uint32_t of = i + 2;
    while (of < end && of < i + 5 && !policy__word_in(clause, of, "of for")) of++;
    if (of >= end || !policy__word_in(clause, of, "of for")) continue;
    policy__frame one = *frame;
    keep_noun(s, &one, at, i);
    at = i + 1;
  }
  keep_noun(s, frame, at, end);
}

/* Where the clause of a verb of urging ends: at a stop, or before another such verb that is joined to it. */
static uint32_t urging_end(const policy__clause *clause, uint32_t n) {
  uint32_t end = stop_behind(clause, n + 1, clause->count);
  for (uint32_t i = n + 2; i < end; i++) {
    bool joined = policy__has_class(clause, i, POLICY__JOINED) && performative_at(clause, i);
    if (!joined && !is_urged_again(clause, i)) continue;
    while (i > n + 2 && (policy__has_class(clause, i - 1, POLICY__ADVERB | POLICY__COORDINATOR | POLICY__COMMA) ||
                         policy__word_is(clause, i - 1, "further")))
      i--;
    return i;
  }
  return end;
}

/* "that X publish", "that X would publish": what a clause behind "that" at `that` asks for. The word to look at next. */
static uint32_t keep_clause(search *s, policy__frame *frame, uint32_t that, uint32_t end) {
  const policy__clause *clause = s->clause;
  uint32_t verb = subjunctive_behind(clause, that + 1, end), behind = verb;
  if (verb >= end) {
    for (verb = that + 1; verb < end && !policy__has_class(clause, verb, POLICY__MODAL | POLICY__RELATIVE);) verb++;
    if (verb >= end || !policy__word_in(clause, verb, "would could will might")) return that + 1;
    behind = verb + 1; /* what ought to be has a reader of its own */
  }
  frame->subject = (policy__range){that + 1, verb};
  keep_predicates(s, *frame, behind, end);
  return largest(behind, s->floor);
}

/* Whether words name no more than what is to come: "we recommend the |following steps to ...". */
static bool is_announced(const policy__clause *clause, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; i++)
    if (policy__word_in(clause, i, "following")) return true;
  return false;
}

/* A verb of urging at `n` and what it urges. */
static uint32_t read_performative(search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  policy__frame frame = {.pattern = POLICY__PATTERN_PERFORMATIVE, .modality = performative_modality(clause, n)};
  read_speaker(s, n, &frame);
  uint32_t at = n + 1, end = urging_end(clause, n);
  while (policy__has_class(clause, at, POLICY__ADVERB)) at++;
  if (policy__word_in(clause, at, "on upon for") &&
      policy__word_in(clause, n, "call calls called appeal appeals"))
    at++;
  frame.deontic = (policy__range){n, at};
  if (policy__word_is(clause, at, "that")) {
    frame.deontic.end = at + 1;
    return keep_clause(s, &frame, at, end);
  }
  uint32_t to = infinitive_behind(clause, at, end);
  bool asks = to == at && policy__word_in(clause, to + 1, "know hear learn"); /* "requested to know whether" */
  if (to < end && (asks || is_announced(clause, at, to))) return to;
  if (to < end) {
    if (to > at)
      frame.subject = (policy__range){at, to};
    else if (frame.speaker.begin < frame.speaker.end)
      frame.subject = frame.speaker;
    keep_predicates(s, frame, to + 1, end);
    return largest(to + 1, s->floor);
  }
  if (policy__can_be(clause, at, POLICY__CAN_GERUND) && policy__can_be(clause, at, POLICY__MAINLY_VERB)) {
    frame.aim = (policy__range){at, at + 1};
    if (at + 1 < end) frame.object = (policy__range){at + 1, end};
    keep(s, &frame);
  } else if (at < end &&
             policy__word_in(clause, n,
                             "recommend recommends recommended propose proposes proposed encourage "
                             "encourages encouraged urge urges urged demand demands demanded call calls "
                             "called advocate advocates advocated")) {
    keep_nominal(s, &frame, at, end);
  }
  return largest(at, s->floor);
}

/* What a form urges upon somebody whom words behind it name: "for X to do", "that X do", "doing". */
static uint32_t read_urged(search *s, const policy__form *form, policy__frame *frame, uint32_t at, uint32_t end) {
  const policy__clause *clause = s->clause;
  if (form->takes & POLICY__TAKES_THAT && policy__word_is(clause, at, "that")) return keep_clause(s, frame, at, end);
  uint32_t to = form->takes & POLICY__TAKES_TO ? infinitive_behind(clause, at, end) : end;
  bool named = form->before != NULL && (*form->before == '\0' || policy__word_in(clause, at, form->before));
  if (to < end && to > at && named) frame->subject = (policy__range){at + (*form->before != '\0'), to};
  if (to >= end || (to > at && !named)) return 0;
  if (to == at && form->takes & POLICY__TAKES_NAME) return 0; /* "we want to say" */
  keep_predicates(s, *frame, to + 1, end);
  return largest(to + 1, s->floor);
}

static bool is_gerund(const policy__clause *clause, uint32_t n) {
  return policy__can_be(clause, n, POLICY__CAN_GERUND) && policy__can_be(clause, n, POLICY__MAINLY_VERB);
}

/* Keeps a frame for the gerund at `at` and for those joined to it: "for setting up a fund and (for) reviewing its use". */
static uint32_t keep_gerunds(search *s, policy__frame frame, uint32_t at, uint32_t end) {
  const policy__clause *clause = s->clause;
  frame.gerund = true;
  while (at < end && s->status == POLICY_OK) {
    policy__frame one = frame;
    uint32_t next = at + 1;
    for (; next < end; next++) {
      uint32_t behind = next + policy__word_in(clause, next, "for from");
      bool parted = policy__has_class(clause, next - 1, POLICY__COORDINATOR | POLICY__COMMA);
      if (parted && next > at + 2 && behind < end && is_gerund(clause, behind)) break;
    }
    uint32_t until = next;
    while (next < end && until > at + 1 && policy__has_class(clause, until - 1, POLICY__COORDINATOR | POLICY__COMMA)) until--;
    if (!policy__predicate_read(clause, at, until, &one)) break;
    keep(s, &one);
    s->floor = largest(s->floor, until);
    at = next < end ? next + policy__word_in(clause, next, "for from") : end;
  }
  return s->floor;
}

/* What a form urges by a bare verb: "let us |build", "see the Ministry |publish". */
static uint32_t read_bare(search *s, policy__frame *frame, uint32_t at, uint32_t end) {
  bool negated = false;
  uint32_t verb = behind_adverbs(s->clause, at, &negated);
  frame->negated |= negated;
  if (!policy__is_base_verb(s->clause, verb) || policy__has_class(s->clause, verb, POLICY__DETERMINER)) {
    verb = subjunctive_behind(s->clause, at, end);
    bool seen = verb >= end && policy__word_is(s->clause, at - 1, "see"); /* "we would like to see more transparency" */
    if (verb >= end && !seen) return 0;
    if (seen) verb = frame->deontic.end = at - 1;
    else frame->subject = (policy__range){at, verb};
  }
  keep_predicates(s, *frame, verb, end);
  return largest(verb, s->floor);
}

/* "The main |recommendation of this report is to": the noun that names what is planned, before the verb at `n`, if it is one of
   a list; POLICY_NONE. */
static uint32_t plan_before(search *s, uint32_t n, const char *nouns) {
  policy__frame before = {0};
  policy__subject_read(s->clause, floor_of(s, n), n, &before);
  if (before.relative || before.subordinate) return POLICY_NONE;
  uint32_t noun = before.subject.begin;
  for (uint32_t i = noun; i < before.subject.end && !policy__has_class(s->clause, i, POLICY__PREPOSITION); i++) noun = i;
  return noun < before.subject.end && policy__word_in(s->clause, noun, nouns) ? noun : POLICY_NONE;
}

/* What one form says from `n` on, its words ending before `at`; 0 when it says nothing. */
static uint32_t read_row(search *s, const policy__form *form, uint32_t n, uint32_t at, bool negated) {
  const policy__clause *clause = s->clause;
  policy__frame frame = {.pattern = form->pattern, .modality = form->modality, .negated = negated, .deontic = {n, at}};
  uint32_t end = stop_behind(clause, at, clause->count);
  frame.reported = policy__word_is(clause, n + 1, "was"); /* "it was proposed that" */
  if (form->plan != NULL) frame.deontic.begin = plan_before(s, n, form->plan);
  if (frame.deontic.begin == POLICY_NONE) return 0;
  policy__frame before = {0};
  policy__subject_read(clause, floor_of(s, n), n, &before);
  frame.subordinate = before.subordinate || (n > 0 && policy__has_class(clause, n - 1, POLICY__CONDITIONAL));
  if (n > 0 && policy__is_negation(clause, n - 1)) frame.modality = POLICY__PERMISSION; /* "does not have a duty to" */
  if (form->before == NULL) policy__subject_read(clause, floor_of(s, n), n, &frame);
  if (form->takes & POLICY__TAKES_GERUND) return is_gerund(clause, at) ? keep_gerunds(s, frame, at, end) : 0;
  if (form->takes & POLICY__TAKES_BARE) return read_bare(s, &frame, at, end);
  return read_urged(s, form, &frame, at, end);
}

/* A form of several words from `n` on; 0 when there is none. */
static uint32_t read_form(search *s, uint32_t n) {
  uint32_t at, read = 0;
  size_t row = 0;
  bool negated;
  for (const policy__form *form; read == 0 && (form = policy__form_next(s->clause, n, &row, &at, &negated)) != NULL;)
    read = read_row(s, form, n, at, negated);
  return read;
}

/* "the need to/for ..." where `n` is "need". */
static uint32_t read_need(search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  if (!policy__word_in(clause, n, "need importance responsibility") || n == 0) return 0;
  if (policy__word_is(clause, n - 1, "no")) return 0;
  if (!policy__has_class(clause, n - 1, POLICY__DETERMINER) &&
      !policy__can_be(clause, n - 1, POLICY__CAN_ADJECTIVE))
    return 0;
  bool importance = policy__word_is(clause, n, "importance"),
       duty = policy__word_is(clause, n, "responsibility");
  bool stressed = false;
  uint32_t least = n > 8 ? n - 8 : 0;
  for (uint32_t i = least; i < n; i++)
    stressed |= policy__word_in(
        clause, i,
        "there emphasises emphasizes stress stresses stressing stressed emphasize emphasizes emphasizing "
        "emphasise "
        "emphasises emphasising emphasized emphasised underline underlines underlining underlined "
        "underscore underscores underscored recognizing recognising reaffirming reaffirms "
        "identified highlights highlighted noting reiterates");
  if (!stressed) return 0;
  uint32_t at = n + 1, end = stop_behind(clause, at, clause->count);
  while (policy__has_class(clause, at, POLICY__ADVERB)) at++;
  policy__frame frame = {.pattern = POLICY__PATTERN_NEED,
                         .modality = duty ? POLICY__OBLIGATION : POLICY__ADVICE,
                         .deontic = {n, n + 1}};
  if (duty && policy__word_is(clause, at, "of")) {
    uint32_t to = infinitive_behind(clause, at, end);
    if (to >= end) return 0;
    frame.subject = (policy__range){at + 1, to};
    keep_predicates(s, frame, to + 1, end);
    return largest(to + 1, s->floor);
  }
  if (!importance && policy__word_is(clause, at, "to")) {
    keep_predicates(s, frame, at + 1, end);
    return largest(at + 1, s->floor);
  }
  if (policy__word_in(clause, at, "for of") && (importance || policy__word_is(clause, at, "for"))) {
    uint32_t to = infinitive_behind(clause, at, end);
    if (to < end && !importance) {
      frame.subject = (policy__range){at + 1, to};
      keep_predicates(s, frame, to + 1, end);
    } else if (importance && policy__can_be(clause, at + 1, POLICY__CAN_GERUND)) {
      frame.aim = (policy__range){at + 1, at + 2};
      frame.object = (policy__range){at + 2, end};
      keep(s, &frame);
    } else if (!importance) {
      keep_nominal(s, &frame, at + 1, end);
    }
    return largest(at + 1, s->floor);
  }
  return 0;
}

/* "further |action": things that are required to some end, and not people that are required to do something. */
static bool is_effort(const policy__clause *clause, policy__range range) {
  for (uint32_t i = range.begin; i < range.end && !policy__has_class(clause, i, POLICY__PREPOSITION); i++)
    if (policy__word_in(clause, i, "action actions effort efforts step steps measure measures work reform reforms change "
                                   "changes investment leadership cooperation attention progress resources funding research"))
      return true;
  return false;
}

/* "more funds are needed", "X is essential": from `n`, where "is" stands. */
static uint32_t read_needed(search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  bool negated = false;
  if (!policy__word_in(clause, n, "is are")) return 0;
  uint32_t adjective = behind_adverbs(clause, n + 1, &negated);
  if (!policy__word_in(clause, adjective, "needed necessary essential required vital crucial imperative") ||
      negated)
    return 0;
  if (policy__word_in(clause, adjective + 1, "by in")) return 0;
  policy__frame frame = {.pattern = POLICY__PATTERN_NEED,
                         .modality = POLICY__ADVICE,
                         .deontic = {n, adjective + 1},
                         .aim = {adjective, adjective + 1}};
  policy__subject_read(clause, floor_of(s, n), n, &frame);
  bool what = frame.relative && n > 0 && policy__word_is(clause, n - 1, "what");
  uint32_t end = stop_behind(clause, adjective + 1, clause->count);
  if (what && policy__word_is(clause, adjective + 1, "is")) { /* "what is needed is a treaty" */
    frame.relative = false;
    frame.object = (policy__range){adjective + 2, end};
    frame.subject = (policy__range){0, 0};
    keep(s, &frame);
    return end;
  }
  if (frame.subject.begin == frame.subject.end || frame.relative || frame.subordinate ||
      policy__has_class(clause, frame.subject.begin, POLICY__PRONOUN))
    return 0;
  bool to = policy__word_is(clause, adjective + 1, "to");
  if (to && !policy__word_in(clause, adjective, "needed necessary") && !is_effort(clause, frame.subject)) return 0;
  frame.object = frame.subject;
  frame.subject = (policy__range){0, 0};
  if (adjective + 1 < end) policy__fronted_read(clause, adjective + 1, end, &frame);
  keep(s, &frame);
  return end;
}

/* "written guarantees ... would be useful steps": each thing named is a suggestion. */
static uint32_t read_evaluation(search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  bool negated = false;
  if (!policy__word_in(clause, n, "would could might") || !policy__word_is(clause, n + 1, "be")) return 0;
  uint32_t adjective = behind_adverbs(clause, n + 2, &negated);
  if (policy__has_class(clause, adjective, POLICY__DETERMINER))
    adjective = behind_adverbs(clause, adjective + 1, &negated);
  if (!policy__word_in(clause, adjective, useful_adjectives) || negated) return 0;
  policy__frame before = {0};
  policy__subject_read(clause, floor_of(s, n), n, &before);
  uint32_t end = stop_behind(clause, adjective + 1, clause->count);
  if (before.subject.begin == before.subject.end || before.relative || before.subordinate) return end;
  for (uint32_t begin = before.subject.begin, i = begin; i <= before.subject.end && s->status == POLICY_OK;
       i++) {
    bool parts = i == before.subject.end || policy__has_class(clause, i, POLICY__COMMA | POLICY__COORDINATOR);
    if (!parts || begin == i) {
      begin = parts ? i + 1 : begin;
      continue;
    }
    policy__frame frame = {
        .pattern = POLICY__PATTERN_EVALUATION, .modality = POLICY__SUGGESTION, .deontic = {n, adjective + 1}};
    uint32_t to = infinitive_behind(clause, adjective + 1, end);
    if (to > adjective + 1 && to + 1 < end) frame.purposes = (policy__adjuncts){{{to, end}}, 1};
    keep_nominal(s, &frame, begin, i);
    begin = i + 1;
  }
  s->floor = largest(s->floor, end);
  return end;
}

/* Looks at word `n`; the next word to look at. */
static uint32_t look(search *s, uint32_t n) {
  site found;
  uint32_t next = read_evaluation(s, n);
  if (next == 0) next = read_form(s, n);
  if (next == 0) next = read_needed(s, n);
  if (next == 0) next = read_need(s, n);
  if (next == 0 && modal_at(s->clause, n, &found)) next = read_modal(s, &found);
  if (next == 0 && semimodal_at(s->clause, n, &found)) next = read_modal(s, &found);
  if (next == 0 && performative_at(s->clause, n)) next = read_performative(s, n);
  return next > n ? next : n + 1;
}

policy_status policy__frames_find(const policy__clause *clause, policy__array *frames) {
  search s = {.clause = clause, .frames = frames, .status = POLICY_OK};
  frames->count = 0;
  for (uint32_t n = 0; n < clause->count && s.status == POLICY_OK;) n = look(&s, n);
  return s.status;
}

bool policy__frame_imperative(const policy__clause *clause, policy__range range, policy__frame *frame) {
  bool negated = false;
  *frame = (policy__frame){.pattern = POLICY__PATTERN_IMPERATIVE, .modality = POLICY__ADVICE};
  uint32_t verb = behind_adverbs(clause, range.begin, &negated);
  frame->negated = negated;
  if (policy__word_is(clause, verb, "that")) { /* "Recommendation 3: That the Department review ..." */
    uint32_t asked = subjunctive_behind(clause, verb + 1, stop_behind(clause, verb, range.end));
    frame->subject = (policy__range){verb + 1, asked};
    if (asked >= range.end || !policy__predicate_read(clause, asked, stop_behind(clause, asked, range.end), frame)) return false;
    policy__frame_measure(frame);
    return true;
  }
  if (verb >= range.end || !policy__can_be(clause, verb, POLICY__CAN_BASE)) return false;
  bool sure = policy__can_be(clause, verb, POLICY__MAINLY_VERB) ||
              policy__has_class(clause, verb + 1, POLICY__DETERMINER);
  if (!sure || policy__has_class(clause, verb, POLICY__PREPOSITION | POLICY__MODAL)) return false;
  if (!policy__predicate_read(clause, verb, stop_behind(clause, verb, range.end), frame)) return false;
  policy__frame_measure(frame);
  return true;
}
