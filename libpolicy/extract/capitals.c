/* Names among capitalised words: where one ends, and what kind of thing it names. */
#include <string.h>

#include "extract/actors.h"
#include "extract/clause.h"

enum {
  LONGEST = 24, /* words of a name */
  SURE = 32     /* 1/16 of log odds: what the tagger must say where no other sign speaks for an organisation */
};

/* A name as it grows. */
typedef struct run {
  const policy__actor_step *step;
  uint32_t first, end, limit; /* limit: the end of the sentence */
  uint32_t head;              /* the word that heads an organisation, or POLICY_NONE */
  uint32_t title;             /* the last title or post word at the beginning, or POLICY_NONE */
  bool complement;            /* "of" or "for" was passed behind the head */
} run;

static const policy__term *word(const run *r, uint32_t n) {
  return policy__step_term(r->step, n);
}

static uint32_t classes(const run *r, uint32_t n) {
  return n < r->limit ? policy__term_classes(word(r, n)) : 0;
}

static bool is_text(const run *r, uint32_t n, const char *text) {
  return n < r->limit && strcmp(policy__gazetteer_spelling(word(r, n)->id), text) == 0;
}

static bool is_sign(const run *r, uint32_t n, uint32_t sign) {
  return n < r->limit && word(r, n)->sign == sign;
}

/* Can the word stand in a name? Function words and months cannot, unless they are written as acronyms. */
static bool is_capital(const run *r, uint32_t n) {
  if (n >= r->limit || !(word(r, n)->shape & POLICY__SHAPE_CAPITAL)) return false;
  uint32_t mask = POLICY__CLASS_FUNCTION | POLICY__CLASS_CALENDAR;
  return !(classes(r, n) & mask) ||
         (word(r, n)->shape & (POLICY__SHAPE_MANY_CAPITALS | POLICY__SHAPE_INITIAL)) != 0 ||
         (classes(r, n) & POLICY__CLASS_GIVEN_NAME && n + 1 < r->limit &&
          (word(r, n + 1)->shape & POLICY__SHAPE_CAPITAL));
}

static bool is_head(const run *r, uint32_t n) {
  return (classes(r, n) & POLICY__CLASS_HEAD) != 0;
}

static bool is_post(const run *r, uint32_t n) {
  return (classes(r, n) & (POLICY__CLASS_ROLE_WORD | POLICY__CLASS_TITLE)) != 0;
}

static bool is_state(const run *r, uint32_t n) {
  size_t length = 0;
  const policy__gazetteer_form *form = policy__gazetteer_match(word(r, n), r->limit - n, &length);
  return form != NULL && policy__gazetteer_actors[form->actor].kind == POLICY_ACTOR_STATE &&
         form->use != POLICY__USE_DEMONYM;
}

/* The end of the run of plain capitals from n on. */
static uint32_t capitals_end(const run *r, uint32_t n) {
  while (n < r->limit && n - r->first < LONGEST && is_capital(r, n)) n++;
  return n;
}

/* The word behind "of", "for the", ... at n when it continues the name; 0 otherwise. */
static uint32_t behind_connector(const run *r, uint32_t n) {
  bool of = is_text(r, n, "of") || (is_text(r, n, "into") && is_text(r, n - 1, "inquiry")) ||
            is_text(r, n, "for") || is_text(r, n, "on") || is_text(r, n, "against") ||
            (is_text(r, n, "to") && r->head != POLICY_NONE && !is_post(r, n - 1));
  bool in = is_text(r, n, "in") && r->head != POLICY_NONE && (classes(r, r->head) & POLICY__CLASS_COMPOUND);
  if (!of && !in) return 0;
  bool headed = is_head(r, n - 1) || (is_post(r, n - 1) && r->title == n - 1) || r->complement || in;
  uint32_t next = n + 1;
  if (is_text(r, next, "the") || is_text(r, next, "its")) next++;
  if (!headed || !is_capital(r, next)) return 0;
  if (in && !is_state(r, next)) return 0;
  if (is_text(r, n, "on") && r->title == n - 1) return 0;
  return next;
}

/* Is what stands before n a first name with more behind it? */
static bool is_given(const run *r, uint32_t n) {
  return n - r->first == 2 && (classes(r, r->first) & POLICY__CLASS_GIVEN_NAME) && classes(r, n - 1) == 0;
}

/* "Food and Drug Administration", "Department of Health and Social Care", but not "Japan and China". */
static uint32_t behind_and(const run *r, uint32_t n) {
  if (!is_text(r, n, "and") || !is_capital(r, n + 1)) return 0;
  uint32_t end = capitals_end(r, n + 1);
  bool right = is_head(r, end - 1) && end - n > 1;
  if (r->head == POLICY_NONE && r->title == POLICY_NONE)
    return right && end - n > 2 && !is_state(r, r->first) && !is_given(r, n) ? n + 1 : 0;
  if (!r->complement || is_head(r, n + 1) || is_post(r, n + 1) || is_state(r, n + 1)) return 0;
  return right || is_text(r, end, "of") ? 0 : n + 1;
}

/* "Department for Environment, Food and Rural Affairs". */
static uint32_t behind_comma(const run *r, uint32_t n) {
  if (!is_sign(r, n, ',') || !r->complement || !is_capital(r, n + 1) || is_state(r, n + 1)) return 0;
  uint32_t end = capitals_end(r, n + 1);
  if (end - n > 4 || is_head(r, end - 1) || is_post(r, n + 1)) return 0;
  if (is_text(r, end, "and") && (classes(r, capitals_end(r, end + 1) - 1) & POLICY__CLASS_NO_ACTOR)) return 0;
  bool more = is_text(r, end, "and") || (is_sign(r, end, ',') && is_capital(r, end + 1));
  if (is_sign(r, end, ',')) {
    uint32_t after = capitals_end(r, end + 1);
    more = more && is_text(r, after, "and") && is_capital(r, after + 1);
  }
  return more && is_capital(r, end + 1) && !is_state(r, end + 1) ? n + 1 : 0;
}

/* The next word of the name behind what stands at n between two of its words; 0: the name ends. */
static uint32_t behind_joint(const run *r, uint32_t n) {
  const policy__term *at = word(r, n);
  if (is_sign(r, n, '-') || is_sign(r, n, '/') || is_sign(r, n, 0x2013)) {
    bool tight = n + 1 < r->limit && !(at->shape & POLICY__SHAPE_SPACED) &&
                 !(word(r, n + 1)->shape & POLICY__SHAPE_SPACED);
    return tight && (is_capital(r, n + 1) ||
                     (is_sign(r, n, '-') && r->end - r->first == 1 && !is_head(r, n - 1) &&
                      classes(r, n + 1) == 0 && (word(r, n + 1)->shape & POLICY__SHAPE_SMALL) &&
                      is_capital(r, n + 2)))
               ? n + 1
               : 0;
  }
  if (at->shape & POLICY__SHAPE_OWNER) {
    bool inside = (classes(r, n - 1) & POLICY__CLASS_OWNER_WORD) != 0;
    return inside && is_capital(r, n + 1) && (word(r, n + 1)->shape & POLICY__SHAPE_SPACED) ? n + 1 : 0;
  }
  if ((classes(r, n) & POLICY__CLASS_PARTICLE) && (at->shape & POLICY__SHAPE_SMALL)) {
    uint32_t next = n + 1;
    if ((classes(r, next) & POLICY__CLASS_PARTICLE) && (word(r, next)->shape & POLICY__SHAPE_SMALL)) next++;
    if (is_sign(r, next, '-')) next++;
    return is_capital(r, next) ? next : 0;
  }
  if (is_sign(r, n, ',')) return behind_comma(r, n);
  uint32_t next = behind_connector(r, n);
  return next != 0 ? next : behind_and(r, n);
}

static void take(run *r, uint32_t n) {
  if (is_head(r, n) && !r->complement) r->head = n;
  bool opening = r->title == POLICY_NONE || r->title + 1 == n || (r->title + 2 == n && is_sign(r, n - 1, '-'));
  uint32_t part = POLICY__CLASS_TITLE | POLICY__CLASS_TITLE_PART | POLICY__CLASS_ROLE_WORD;
  if (opening && (classes(r, n) & part) && (n == r->first || r->title != POLICY_NONE)) r->title = n;
  r->end = n + 1;
}

/* Grows the name that begins at r->first. */
static void grow(run *r) {
  r->head = r->title = POLICY_NONE;
  r->complement = false;
  r->end = r->first;
  take(r, r->first);
  while (r->end < r->limit && r->end - r->first < LONGEST) {
    uint32_t n = r->end;
    if (is_capital(r, n) && (word(r, n)->shape & POLICY__SHAPE_SPACED)) {
      take(r, n);
      continue;
    }
    uint32_t next = behind_joint(r, n);
    if (next == 0) break;
    if (classes(r, n) & POLICY__CLASS_FUNCTION && !is_text(r, n, "and")) r->complement = true;
    for (uint32_t i = n; i < next; i++) r->end = i + 1;
    take(r, next);
  }
}

/* ---- kinds ---------------------------------------------------------------------------------------------- */

static bool is_say(const run *r, uint32_t n) {
  return (classes(r, n) & POLICY__CLASS_SAY) && (word(r, n)->shape & POLICY__SHAPE_SMALL);
}

/* A word that no name of a person has. */
static bool is_impersonal(const run *r, uint32_t n) {
  uint32_t bad = POLICY__CLASS_HEAD | POLICY__CLASS_NO_ACTOR | POLICY__CLASS_INSTITUTION | POLICY__CLASS_GROUP;
  if ((classes(r, n) & bad) && !(classes(r, n) & POLICY__CLASS_GIVEN_NAME)) return true;
  if (is_text(r, n, "of") || is_text(r, n, "for") || is_text(r, n, "and") || is_sign(r, n, ',')) return true;
  return (word(r, n)->shape & (POLICY__SHAPE_ALL_CAPITALS | POLICY__SHAPE_INITIAL)) ==
         POLICY__SHAPE_ALL_CAPITALS;
}

static bool is_initial(const run *r, uint32_t n) {
  const policy__term *w = word(r, n);
  size_t length = 0;
  if (w->span.end - w->span.begin == 1) return (w->shape & POLICY__SHAPE_CAPITAL) != 0;
  return (w->shape & POLICY__SHAPE_INITIAL) && policy__gazetteer_match(w, 1, &length) == NULL;
}

/* Do the words [first, end) look like a person's name? */
static bool is_personal(const run *r, uint32_t first, uint32_t end) {
  uint32_t count = end - first, initials = 0;
  if (count < 2 || count > 7 || is_sign(r, first + 1, '-')) {
    if (count < 4 || count > 7 || !(classes(r, first) & POLICY__CLASS_GIVEN_NAME)) return false;
  }
  for (uint32_t n = first; n < end; n++) {
    if (is_impersonal(r, n) || (n > first && is_state(r, n))) return false;
    initials += n > first && n + 1 < end && is_initial(r, n);
  }
  if (is_initial(r, first) || (classes(r, first) & POLICY__CLASS_GIVEN_NAME) || initials > 0) return true;
  return count <= 3 && (is_say(r, end) || (is_sign(r, end, ',') && is_say(r, end + 1)));
}

/* Where a person's name begins inside the run: "Incumbent Democrat John Glenn"; the end when it does not. */
static uint32_t personal_start(const run *r) {
  for (uint32_t n = r->first + 1; n + 1 < r->end; n++) {
    bool given =
        (classes(r, n) & POLICY__CLASS_GIVEN_NAME) && !is_sign(r, n - 1, '-') && !is_sign(r, n + 1, '-');
    if (given && !(classes(r, n - 1) & POLICY__CLASS_PARTICLE) && is_personal(r, n, r->end)) return n;
  }
  return r->end;
}

static uint8_t kind_of(const run *r) {
  uint32_t kind = policy__gazetteer_words[word(r, r->head)->id].kind;
  return (uint8_t)kind;
}

static uint8_t classify(run *r, policy__candidate *c) {
  uint32_t last = r->end - 1;
  c->kind = POLICY_ACTOR_OTHER;
  c->name = r->first;
  if (r->title != POLICY_NONE) {
    bool person = r->title + 1 < r->end && !r->complement && (r->head == POLICY_NONE || r->head < r->title);
    bool title = (classes(r, r->title) & (POLICY__CLASS_TITLE | POLICY__CLASS_ROLE_WORD)) != 0;
    if (person && title && !(classes(r, last) & POLICY__CLASS_NO_ACTOR)) {
      c->kind = POLICY_ACTOR_PERSON;
      c->name = r->title + 1;
      while (c->first < c->name && (classes(r, c->first) & POLICY__CLASS_ADDRESS)) c->first++;
      return POLICY__CANDIDATE_PERSON;
    }
    if (title && (r->title + 1 == r->end || r->complement) && (r->head == POLICY_NONE || r->head < r->title)) {
      c->kind = POLICY_ACTOR_GOVERNMENT;
      return r->title + 1 == r->end && r->first == r->title ? POLICY__CANDIDATE_BARE : POLICY__CANDIDATE_POST;
    }
  }
  if (r->head != POLICY_NONE && r->head < last && !r->complement &&
      (classes(r, last) & POLICY__CLASS_ROLE_WORD)) {
    c->kind = POLICY_ACTOR_GOVERNMENT;
    return POLICY__CANDIDATE_POST;
  }
  if (r->head != POLICY_NONE && (r->complement || last == r->head)) {
    c->kind = kind_of(r);
    c->head = word(r, r->head)->id;
    bool bare = r->end - r->first == 1;
    return bare && !(classes(r, r->head) & POLICY__CLASS_SOLO) ? POLICY__CANDIDATE_BARE
                                                               : POLICY__CANDIDATE_NAME;
  }
  if ((classes(r, last) & POLICY__CLASS_GROUP) && last > r->first &&
      !(word(r, r->first)->shape & POLICY__SHAPE_FIRST)) {
    c->kind = POLICY_ACTOR_GROUP;
    return POLICY__CANDIDATE_NAME;
  }
  if (classes(r, last) & POLICY__CLASS_NO_ACTOR) return POLICY__CANDIDATE_NONE;
  uint32_t start = is_personal(r, r->first, r->end) ? r->first : personal_start(r);
  if (start < r->end) {
    c->kind = POLICY_ACTOR_PERSON;
    c->first = c->name = start;
    while (c->name + 2 < r->end && (classes(r, c->name) & POLICY__CLASS_TITLE)) c->name++;
    return POLICY__CANDIDATE_PERSON;
  }
  return POLICY__CANDIDATE_UNKNOWN;
}

/* ---- a sentence ----------------------------------------------------------------------------------------- */

/* A word that is capitalised only because its sentence begins: not in itself part of a name. */
static bool is_opening(const run *r, uint32_t n) {
  const policy__term *w = word(r, n);
  if (!(w->shape & POLICY__SHAPE_FIRST) || (w->shape & POLICY__SHAPE_MANY_CAPITALS)) return false;
  if (classes(r, n) & POLICY__CLASS_ASK) return true; /* "Urges Member States" */
  uint32_t cue = POLICY__CLASS_HEAD | POLICY__CLASS_TITLE | POLICY__CLASS_TITLE_PART | POLICY__CLASS_ROLE_WORD |
                 POLICY__CLASS_SOLO;
  if (classes(r, n) & (POLICY__CLASS_HEAD | cue)) return false;
  return policy__step_is_common(r->step, w) ||
         (classes(r, n) & (POLICY__CLASS_GROUP | POLICY__CLASS_GROUP_ADJECTIVE));
}

static policy_status push(policy__actor_step *step, policy__candidate candidate) {
  policy_status status;
  policy__candidate *item = policy__array_push(&step->candidates, &status);
  if (item == NULL) return status;
  *item = candidate;
  return POLICY_OK;
}

static bool is_role_phrase(const run *r) {
  uint32_t role = POLICY__CLASS_GROUP | POLICY__CLASS_GROUP_ADJECTIVE;
  for (uint32_t n = r->first; n < r->end; n++)
    if (!(classes(r, n) & role)) return false;
  uint32_t last = classes(r, r->end - 1);
  return (last & POLICY__CLASS_GROUP) != 0 &&
         !(last & (POLICY__CLASS_HEAD | POLICY__CLASS_TITLE | POLICY__CLASS_ROLE_WORD));
}

/* The forms of the gazetteer among words: all that can be told in shouted text, or of a name that means
   nothing. */
static policy_status find_forms(policy__actor_step *step, const policy__sentence_words *sentence) {
  for (uint32_t n = sentence->first; n < sentence->end;) {
    size_t length = 0;
    const policy__gazetteer_form *form =
        policy__gazetteer_match(policy__step_term(step, n), sentence->end - n, &length);
    if (form == NULL) {
      n++;
      continue;
    }
    policy__candidate f = {n, n + (uint32_t)length, n, POLICY__CANDIDATE_FORM, 0, 0, form};
    policy_status status = push(step, f);
    if (status != POLICY_OK) return status;
    n += (uint32_t)length;
  }
  return POLICY_OK;
}

/* A form of the gazetteer wins over a run unless the run is a longer name that means something. */
static policy_status choose(policy__actor_step *step, run *r, uint32_t *next) {
  policy__candidate c = {.first = r->first, .end = r->end};
  c.type = classify(r, &c);
  size_t length = 0;
  const policy__gazetteer_form *form = policy__gazetteer_match(word(r, r->first), r->limit - r->first, &length);
  bool named = c.type == POLICY__CANDIDATE_NAME || c.type == POLICY__CANDIDATE_PERSON ||
               c.type == POLICY__CANDIDATE_POST;
  bool place = form != NULL && (form->use == POLICY__USE_DEMONYM || form->use == POLICY__USE_CAPITAL ||
                                policy__gazetteer_actors[form->actor].kind == POLICY_ACTOR_STATE);
  bool titled = place && r->first + length < r->end &&
                (classes(r, r->first + (uint32_t)length) &
                 (POLICY__CLASS_TITLE | POLICY__CLASS_TITLE_PART | POLICY__CLASS_ROLE_WORD)) &&
                (c.type != POLICY__CANDIDATE_NAME || c.kind == POLICY_ACTOR_GROUP);
  bool ruled = form != NULL && place && r->first + length + 1 == r->end && form->use != POLICY__USE_CAPITAL &&
               (classes(r, r->end - 1) & (POLICY__CLASS_GOVERNMENT_WORD | POLICY__CLASS_REGIME_WORD));
  if (form != NULL && (ruled || titled || !named || length >= r->end - r->first ||
                       (place && c.type == POLICY__CANDIDATE_PERSON && length > 1))) {
    *next = r->first + (uint32_t)length;
    policy__candidate f = {r->first, *next, r->first, POLICY__CANDIDATE_FORM, 0, 0, form};
    return push(step, f);
  }
  *next = r->end;
  policy_status status = POLICY_OK;
  if (c.type == POLICY__CANDIDATE_PERSON && c.first > r->first) {
    policy__sentence_words before = {r->first, c.first, POLICY_BLOCK_PARAGRAPH, false, 0};
    status = find_forms(step, &before);
  }
  if (status == POLICY_OK) status = push(step, c);
  if (status != POLICY_OK || named || c.type == POLICY__CANDIDATE_BARE) return status;
  policy__sentence_words inside = {r->first, r->end, POLICY_BLOCK_PARAGRAPH, false, 0};
  return find_forms(step, &inside);
}

/* ---- names that the tagger found ---------------------------------------------------------------------------
 */

/* The first name of the tagger that ends behind word n; NULL: none. */
static const policy__name_span *tagged(policy__actor_step *step, uint32_t n) {
  while (step->tagged < step->names.count) {
    const policy__name_span *name = POLICY__AT(&step->names, policy__name_span, step->tagged);
    if (name->end > n) return name;
    step->tagged++;
  }
  return NULL;
}

static bool is_sure(const policy__name_span *name) {
  return name->score >= SURE && (name->type == POLICY__NAME_PERSON || name->type == POLICY__NAME_ORGANISATION);
}

/* "Union for a Popular Movement (UMP)": in brackets right behind the name of an organisation. */
static bool is_short_form(const policy__actor_step *step, const run *r) {
  if (r->end - r->first != 1 || r->first < 2) return false;
  if (!is_sign(r, r->end, ')') || word(r, r->first - 1)->sign != '(') return false;
  if (step->candidates.count == 0) return false;
  const policy__candidate *before =
      POLICY__AT(&step->candidates, policy__candidate, step->candidates.count - 1);
  return before->end + 1 == r->first && before->type == POLICY__CANDIDATE_NAME;
}

/* Does the tagger know better than the rules, which took [r->first, r->end) for one name? It does where it sees
   a longer one, or two. */
static bool is_overruled(const policy__actor_step *step, const run *r, const policy__name_span *name) {
  if (!is_sure(name)) return false;
  if (name->end > r->end)
    return name->first == r->first &&
           ((word(r, r->end)->shape & POLICY__SHAPE_SMALL) || is_sign(r, r->end, '-'));
  if (step->tagged + 1 >= step->names.count) return false;
  const policy__name_span *next = name + 1;
  uint32_t gap = next->first - name->end;
  bool apart = gap == 0 || (gap == 1 && (word(r, name->end)->sign != 0 || is_text(r, name->end, "and") ||
                                         (word(r, name->end)->shape & POLICY__SHAPE_OWNER)));
  return apart && is_sure(next) && next->end <= r->end;
}

/* The candidate for an organisation's name: what the word before its first preposition says. */
static policy__candidate organisation(const policy__actor_step *step, const run *r, int score) {
  policy__candidate c = {r->first, r->end, r->first, POLICY__CANDIDATE_NAME, POLICY_ACTOR_OTHER, 0, NULL};
  uint32_t last = r->first, head = POLICY_NONE;
  for (uint32_t n = r->first; n < r->end; n++) {
    if ((classes(r, n) & POLICY__CLASS_PREPOSITION) && (word(r, n)->shape & POLICY__SHAPE_SMALL)) break;
    if (word(r, n)->sign == 0) last = n;
    if (is_head(r, n)) head = n;
  }
  if (last != head && (classes(r, last) & POLICY__CLASS_NO_ACTOR)) {
    c.type = POLICY__CANDIDATE_NONE;
  } else if (head != POLICY_NONE) {
    c.kind = (uint8_t)policy__gazetteer_words[word(r, head)->id].kind;
    c.head = word(r, head)->id;
  } else if (score < SURE && !is_short_form(step, r)) {
    c.type = POLICY__CANDIDATE_UNKNOWN;
  }
  return c;
}

/* How many words of a person's name are the state before the title: "US President", "French Foreign Minister".
 */
static uint32_t opening_of_person(const run *r) {
  size_t length = 0;
  const policy__gazetteer_form *form = policy__gazetteer_match(word(r, r->first), r->end - r->first, &length);
  uint32_t n = r->first + (form != NULL ? (uint32_t)length : 0), title = n;
  uint32_t part = POLICY__CLASS_TITLE | POLICY__CLASS_TITLE_PART | POLICY__CLASS_ROLE_WORD;
  while (title < r->end && (classes(r, title) & part)) title++;
  return title > n && title < r->end ? n - r->first : 0;
}

/* Is a state or its people named inside what the tagger takes for a person? Then it is none. */
static bool has_state(const run *r) {
  for (uint32_t n = r->first; n < r->end; n++) {
    size_t length = 0;
    const policy__gazetteer_form *form = policy__gazetteer_match(word(r, n), r->end - n, &length);
    if (form == NULL) continue;
    bool behind = n > r->first && (classes(r, n - 1) & POLICY__CLASS_PREPOSITION); /* "Protector of Mexico" */
    bool before = n == r->first && n + 1 < r->end && (word(r, n + 1)->shape & POLICY__SHAPE_ALL_CAPITALS);
    bool sure = form->use == POLICY__USE_DEMONYM || form->use == POLICY__USE_ACRONYM || length > 1;
    if (behind || before || sure) return true;
  }
  return false;
}

/* "Hou|-jen", "Ho|-jen Tseng": the second half of a given name, in small letters, and a family name behind it. */
static void widen_given_name(run *r) {
  uint32_t n = r->end + 1;
  if (!is_sign(r, r->end, '-') || n >= r->limit || !(word(r, n)->shape & POLICY__SHAPE_SMALL) || word(r, n)->id != 0)
    return;
  if ((word(r, r->end)->shape | word(r, n)->shape) & POLICY__SHAPE_SPACED) return;
  static const char joined[] = "led based backed born style era linked run owned held type like friendly controlled "
                               "affiliated trained appointed supported occupied allied inspired";
  if (policy__is_listed(policy__step_slice(r->step, n, n + 1), joined)) return;
  r->end = n + 1;
  if (r->end - r->first < 5 && is_capital(r, r->end) && classes(r, r->end) == 0) r->end++;
}

/* A title right before the name, and what a hyphen joins to it, are its own. `from`: where the capitals begin. */
static void widen_person(run *r, uint32_t from) {
  while (r->first > from && (classes(r, r->first - 1) & (POLICY__CLASS_TITLE | POLICY__CLASS_ROLE_WORD)) &&
         (word(r, r->first - 1)->shape & POLICY__SHAPE_CAPITAL))
    r->first--;
  while (is_sign(r, r->end, '-') && is_capital(r, r->end + 1) && !is_state(r, r->end + 1) &&
         !((word(r, r->end)->shape | word(r, r->end + 1)->shape) & POLICY__SHAPE_SPACED))
    r->end += 2;
  widen_given_name(r);
}

/* Do the words around a name without a title speak against a person? "near Tien Shan", "the Tien Shan". */
static bool is_doubtful(const run *r, int score) {
  bool acronym = (word(r, r->first)->shape & POLICY__SHAPE_ALL_CAPITALS) != 0;
  if (r->end - r->first == 1 && (acronym || score < SURE / 4)) return true;
  if (score >= 3 * SURE || r->first == 0 || (classes(r, r->first) & POLICY__CLASS_GIVEN_NAME)) return false;
  return (classes(r, r->first - 1) & (POLICY__CLASS_PLACE | POLICY__CLASS_DETERMINER)) != 0;
}

static policy_status push_person(policy__actor_step *step, run *r, int score) {
  uint32_t part = POLICY__CLASS_TITLE | POLICY__CLASS_TITLE_PART | POLICY__CLASS_ROLE_WORD;
  uint32_t opening = opening_of_person(r);
  policy__sentence_words before = {r->first, r->first + opening, POLICY_BLOCK_PARAGRAPH, false, 0};
  policy_status status = find_forms(step, &before);
  r->first += opening;
  policy__candidate c = {r->first, r->end, r->first, POLICY__CANDIDATE_PERSON, POLICY_ACTOR_PERSON, 0, NULL};
  while (c.name + 1 < r->end && (classes(r, c.name) & part)) c.name++;
  if (has_state(r) || (c.name == c.first && is_doubtful(r, score))) c.type = POLICY__CANDIDATE_UNKNOWN;
  if (status == POLICY_OK) status = push(step, c);
  if (status != POLICY_OK || c.type == POLICY__CANDIDATE_PERSON) return status;
  policy__sentence_words inside = {r->first, r->end, POLICY_BLOCK_PARAGRAPH, false, 0};
  return find_forms(step, &inside);
}

static policy_status choose_tagged(policy__actor_step *step, run *r, const policy__name_span *name) {
  uint32_t from = r->first;
  r->first = name->first;
  r->end = name->end;
  if (name->type == POLICY__NAME_PERSON) widen_person(r, from);
  policy__sentence_words before = {from, r->first, POLICY_BLOCK_PARAGRAPH, false, 0};
  policy_status status = find_forms(step, &before);
  if (status != POLICY_OK) return status;
  size_t length = 0;
  const policy__gazetteer_form *form = policy__gazetteer_match(word(r, r->first), r->limit - r->first, &length);
  if (form != NULL && length >= name->end - name->first) {
    r->end = r->first + (uint32_t)length;
    policy__candidate f = {r->first, r->end, r->first, POLICY__CANDIDATE_FORM, 0, 0, form};
    return push(step, f);
  }
  if (name->type == POLICY__NAME_PERSON) return push_person(step, r, name->score);
  policy__candidate c = {r->first, r->end, r->first, POLICY__CANDIDATE_NONE, 0, 0, NULL};
  bool thing = name->type == POLICY__NAME_THING && name->score >= SURE;
  if (!thing && !(classes(r, r->end - 1) & POLICY__CLASS_NO_ACTOR)) c.type = POLICY__CANDIDATE_UNKNOWN;
  if (name->type == POLICY__NAME_ORGANISATION) c = organisation(step, r, name->score);
  status = push(step, c);
  policy__sentence_words inside = {r->first, r->end, POLICY_BLOCK_PARAGRAPH, false, 0};
  return status == POLICY_OK && c.head == 0 ? find_forms(step, &inside) : status;
}

/* Do the rules alone say what the run is? A title, a post or the word for a body does. */
static bool is_ruled(run *r) {
  policy__candidate c = {.first = r->first, .end = r->end};
  bool plain = r->end - r->first == 1 || (word(r, r->first)->shape & POLICY__SHAPE_FIRST);
  switch (classify(r, &c)) {
  case POLICY__CANDIDATE_POST:
  case POLICY__CANDIDATE_BARE:
  case POLICY__CANDIDATE_NAME: return true;
  case POLICY__CANDIDATE_PERSON: return r->title != POLICY_NONE;
  default: return plain && is_role_phrase(r);
  }
}

/* The candidates of the capitals that begin at r->first: what the tagger or the rules say. */
static policy_status find_capitals(policy__actor_step *step, run *r, uint32_t *next) {
  uint32_t n = r->first;
  const policy__name_span *name = tagged(step, n);
  grow(r);
  if (name != NULL && name->first >= n && name->first < r->end &&
      (!is_ruled(r) || is_overruled(step, r, name))) {
    policy_status status = choose_tagged(step, r, name);
    *next = r->end;
    return status;
  }
  bool plain = r->end - n == 1 || (word(r, n)->shape & POLICY__SHAPE_FIRST);
  *next = r->end;
  return plain && is_role_phrase(r) ? POLICY_OK : choose(step, r, next);
}

/* Who speaks, as a person: "HON. M. K. LAKE"; not by an office ("The President"). `*n` is then behind him. */
static policy_status find_speaker(policy__actor_step *step, const policy__sentence_words *sentence,
                                  uint32_t *n) {
  policy__candidate c = {sentence->first,
                         sentence->label,
                         sentence->first,
                         POLICY__CANDIDATE_PERSON,
                         POLICY_ACTOR_PERSON,
                         0,
                         NULL};
  uint32_t title = POLICY__CLASS_TITLE | POLICY__CLASS_TITLE_PART;
  while (c.name < c.end && (policy__step_classes(step, c.name) & title)) c.name++;
  for (uint32_t i = c.first; i < c.end; i++)
    if (policy__step_classes(step, i) & POLICY__CLASS_ROLE_WORD) return POLICY_OK;
  if (c.name >= c.end) return POLICY_OK;
  *n = c.end;
  return push(step, c);
}

policy_status policy__names_find(policy__actor_step *step, const policy__sentence_words *sentence) {
  uint32_t begin = sentence->first;
  policy_status found = sentence->label > 0 ? find_speaker(step, sentence, &begin) : POLICY_OK;
  if (found != POLICY_OK || sentence->shouted) return found != POLICY_OK ? found : find_forms(step, sentence);
  run r = {.step = step, .limit = sentence->end};
  for (uint32_t n = begin; n < sentence->end;) {
    r.first = n;
    policy_status status = POLICY_OK;
    const policy__name_span *name = tagged(step, n);
    bool small = name != NULL && name->first == n && name->end - n > 1 && is_sure(name) && !is_capital(&r, n);
    if (small) {
      status = choose_tagged(step, &r, name);
      n = r.end;
    } else if (!is_capital(&r, n) || is_opening(&r, n)) {
      size_t length = 0;
      const policy__gazetteer_form *form = policy__gazetteer_match(word(&r, n), sentence->end - n, &length);
      policy__candidate f = {n, n + (uint32_t)length, n, POLICY__CANDIDATE_FORM, 0, 0, form};
      if (form != NULL) status = push(step, f);
      n += form != NULL ? (uint32_t)length : 1;
    } else {
      status = find_capitals(step, &r, &n);
    }
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}
