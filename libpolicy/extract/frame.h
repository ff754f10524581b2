/* Clauses that say what somebody ought to do, found by patterns over words: the frame of a statement. */
#ifndef POLICY_EXTRACT_FRAME_H
#define POLICY_EXTRACT_FRAME_H

#include <policy/recommendation.h>

#include "extract/clause.h"

/* What kind of pattern found a frame; each has its name and a confidence (frame.c). */
typedef enum policy__pattern {
  POLICY__PATTERN_MODAL,        /* Japan should support ... */
  POLICY__PATTERN_SEMIMODAL,    /* needs to, has to, ought to, is required to */
  POLICY__PATTERN_PERFORMATIVE, /* urges States to ... ; we recommend that ... */
  POLICY__PATTERN_ADJECTIVE,    /* it is essential that ... */
  POLICY__PATTERN_EVALUATION,   /* written guarantees would be useful */
  POLICY__PATTERN_NEED,         /* the need to ... ; more funds are needed */
  POLICY__PATTERN_IMPERATIVE,   /* 3. Publish the list. */
  POLICY__PATTERN_SIGNED,       /* Publish the list (Mexico); */
  POLICY__PATTERNS
} policy__pattern;

/* What the deontic does to its clause. */
typedef enum policy__modality {
  POLICY__OBLIGATION,
  POLICY__ADVICE,
  POLICY__SUGGESTION, /* could, may wish to, would be useful */
  POLICY__PERMISSION,
  POLICY__FUTURE /* will, would: binding in orders alone */
} policy__modality;

enum { POLICY__MOST_ADJUNCTS = 8 };

/* Adjuncts of one role; further ones are left in the text between. */
typedef struct policy__adjuncts {
  policy__range ranges[POLICY__MOST_ADJUNCTS];
  uint32_t count;
} policy__adjuncts;

typedef struct policy__frame {
  policy__pattern pattern;
  policy__modality modality;
  bool negated;
  bool passive;
  bool perfect;     /* must have known: not about what is to be done */
  bool subordinate; /* stands in an if-clause or the like */
  bool relative;    /* its subject is a noun that a relative clause hangs on */
  bool gerund;      /* its aim is a gerund: "prohibited from |charging" */
  bool constitutive;
  policy__range guise;   /* as whom the subject acts: "as members of the League, we must"; no component */
  policy__range speaker; /* who urges, of a performative */
  bool reported;         /* in somebody else's mouth */
  policy__range subject, deontic, aim, object, indirect;
  policy__adjuncts conditions, constraints, purposes, reasons;
  policy__range whole;
} policy__frame;

/* The name of a pattern, for policy_recommendation_why, and how often it is right (measured on development
   documents). */
const char *policy__pattern_name(policy__pattern pattern);
double policy__pattern_confidence(policy__pattern pattern);

/* Appends the frames of a sentence to `frames` (of policy__frame), in the order of their aims. Linear in the
   words but for clauses within clauses, whose number is bounded. */
policy_status policy__frames_find(const policy__clause *clause, policy__array *frames);

/* A frame for words[begin, end) read as an imperative ("Publish the list by May"); false when they do not
   begin with a verb. */
bool policy__frame_imperative(const policy__clause *clause, policy__range range, policy__frame *frame);

/* Sets the words that a frame spans: from its first part to its last. */
void policy__frame_measure(policy__frame *frame);

/* ---- subject.c: what stands before a deontic ------------------------------------------------------------- */

/* Whether word `n` is a finite verb, and whether it can begin a bare verb phrase, as far as its form tells. */
bool policy__is_finite(const policy__clause *clause, uint32_t n);
bool policy__is_base_verb(const policy__clause *clause, uint32_t n);

/* Whether the word at `n`, which nothing stands before, may be an order: "review the law", "combat crime",
 * "speed up". */
bool policy__orders(const policy__clause *clause, uint32_t n);

/* Whether the verb at word `n`, being an order, only points readers somewhere: "see page 3", "contact the
 * office". */
bool policy__points(const policy__clause *clause, uint32_t n);

/* Finds the subject of the verb at `n`, whose words all stand before it, and reads what is fronted before it
   into the frame. `floor`: words before it belong to another clause. */
void policy__subject_read(const policy__clause *clause, uint32_t floor, uint32_t n, policy__frame *frame);

/* The subject that words[begin, end) name, without the parentheses behind it, which are read into the frame:
   "the Board, where it can, |to ...". */
void policy__named_read(const policy__clause *clause, uint32_t begin, uint32_t end, policy__frame *frame);

/* ---- predicate.c: what follows a deontic ----------------------------------------------------------------- */

/* Reads verb, object and adjuncts from words[at, end) into the frame. False when there is no verb. */
bool policy__predicate_read(const policy__clause *clause, uint32_t at, uint32_t end, policy__frame *frame);

/* The first half of it: the aim alone, left empty when there is no verb. The word where the verb stands. */
uint32_t policy__verb_read(const policy__clause *clause, uint32_t at, uint32_t end, policy__frame *frame);

/* Sorts words[begin, end), which stand before a subject, into adjuncts. */
void policy__fronted_read(const policy__clause *clause, uint32_t begin, uint32_t end, policy__frame *frame);

#endif
