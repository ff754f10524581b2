/* The search for frames in one sentence, which the readers of each kind of clause share. */
#ifndef POLICY_EXTRACT_SEARCH_H
#define POLICY_EXTRACT_SEARCH_H

#include "extract/form.h"
#include "extract/frame.h"

/* A place where a deontic stands: words[begin, end), the verb being looked for from `verb` on. */
typedef struct policy__site {
  uint32_t begin, end, verb;
  policy__pattern pattern;
  policy__modality modality;
  bool negated;
  uint32_t apart; /* where the verb stands, if words are between it and the modal; or 0 */
} policy__site;

typedef struct policy__search {
  const policy__clause *clause;
  policy__array *frames;
  uint32_t floor;        /* words before it belong to a frame that is done */
  policy__range subject; /* of the last frame, for coordinated verbs */
  policy_status status;
  policy__form_letters letters;
} policy__search;

static inline uint32_t policy__largest(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

/* ---- deontic.c: words that find their way -------------------------------------------------------------------
 */

/* Whether a modal verb stands at `n` ("may wish to" and the like are taken together), or a semi-modal: "needs
   to", "has to", "is required to", "is to", and their plurals and pasts. */
bool policy__modal_at(const policy__clause *clause, uint32_t n, policy__site *found);
bool policy__semimodal_at(const policy__clause *clause, uint32_t n, policy__site *found);

/* The word behind adverbs and a negation, which is noted. */
uint32_t policy__behind_adverbs(const policy__clause *clause, uint32_t at, bool *negated);

/* Whether the comma at `n` parts the paragraphs of a preamble that run on: "..., |Noting the need to ...". */
bool policy__parts_preamble(const policy__clause *clause, uint32_t n);

/* The end of words[at, end): the first stop outside brackets. */
uint32_t policy__stop_behind(const policy__clause *clause, uint32_t at, uint32_t end);

/* The first "to" with a verb behind it in words[at, end), or `end`. */
uint32_t policy__infinitive_behind(const policy__clause *clause, uint32_t at, uint32_t end);

/* The first word of words[at, end) that can only be a bare verb ("that the Council |adopt"), or `end`. */
uint32_t policy__subjunctive_behind(const policy__clause *clause, uint32_t at, uint32_t end);

/* ---- search.c: keeping what was found -------------------------------------------------------------------- */

/* Keeps a frame that is complete. */
void policy__keep(policy__search *s, policy__frame *frame);

/* Reads the predicate at `verb` and those coordinated with it, and keeps a frame for each. */
void policy__keep_predicates(policy__search *s, policy__frame frame, uint32_t verb, uint32_t end);

/* Keeps a frame for each noun of words[at, end) that is the aim itself: "the establishment of a fund". */
void policy__keep_nominal(policy__search *s, policy__frame *frame, uint32_t at, uint32_t end);

/* Keeps what a clause behind "that" at `that` asks for: "that X publish". The word to look at next. */
uint32_t policy__keep_clause(policy__search *s, policy__frame *frame, uint32_t that, uint32_t end);

/* How far to the left a subject is looked for: sentences of thousands of words must not cost their square. */
uint32_t policy__floor_of(const policy__search *s, uint32_t n);

/* Where the clause of a verb at `verb` ends: at a stop, or where the next deontic's clause begins; not farther
   away than any clause is long, so that the work stays in proportion. */
uint32_t policy__clause_end(const policy__clause *clause, uint32_t verb);

/* ---- readers: what begins at word `n`; the word to look at next, or 0 -------------------------------------
 */

uint32_t policy__read_modal(policy__search *s, const policy__site *found); /* modal.c */
bool policy__performative_at(const policy__clause *clause,
                             uint32_t n); /* urging.c: a verb of urging that is used as one */
uint32_t policy__read_performative(policy__search *s, uint32_t n);
uint32_t policy__read_form(policy__search *s, uint32_t n); /* form_read.c */
uint32_t policy__read_duty(policy__search *s,
                           uint32_t n); /* need.c: "a duty to pay applies to ...", from "duty" */
uint32_t policy__read_need(policy__search *s, uint32_t n);       /* "the need to/for ..." where `n` is "need" */
uint32_t policy__read_lack(policy__search *s, uint32_t n);       /* "we need a new law", from "need" */
uint32_t policy__read_needed(policy__search *s, uint32_t n);     /* "more funds are needed", from "are" */
uint32_t policy__read_evaluation(policy__search *s, uint32_t n); /* "... would be useful steps", from "would" */

#endif
