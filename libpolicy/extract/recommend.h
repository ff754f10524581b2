/* From frames to statements and recommendations. */
#ifndef POLICY_EXTRACT_RECOMMEND_H
#define POLICY_EXTRACT_RECOMMEND_H

#include <policy/builder.h>

#include "base/arena.h"
#include "extract/frame.h"
#include "extract/mentions.h"

enum { POLICY__MOST_PARTIES = 16 };

/* A few actors, each once. */
typedef struct policy__parties {
  uint32_t ids[POLICY__MOST_PARTIES];
  uint32_t count;
  uint32_t end; /* bytes: of the last one named, by policy__parties_in */
} policy__parties;

/* Where in a document the extraction is. */
typedef struct policy__context {
  policy_builder *builder;
  const policy_document *document;
  const policy__array *mentions;
  policy_sentence sentence;
  const policy__clause *clause;
  bool question;          /* the sentence asks */
  uint32_t report;        /* word of the sentence where somebody is said to speak, or POLICY_NONE */
  bool advising;          /* under a heading such as "Recommendations" */
  bool listed;            /* the sentence is an item behind a lead-in */
  policy__frame lead;     /* of the lead-in: modality, deontic, voice */
  policy_span lead_place; /* of its deontic; empty when there is none */
  policy__parties lead_addressees;
  bool turn;                       /* the block is what somebody says in a debate: */
  uint32_t speaker;                /* this actor, or POLICY_NONE */
  policy__parties body;            /* that resolves: "The General Assembly, Recalling ..." */
  policy__parties last_addressees; /* of the last recommendation that named any */
  policy_span label;               /* "Recommendation 3", of the heading above */
  const char *response;            /* of the list that the lead-in before it answers, or "" */
  bool topics_counted;
  uint32_t topics[24];      /* by topic: how many words of the document belong to it */
  policy__array components; /* of policy_component_record: scratch */
  policy_error *error;
} policy__context;

/* Adds a frame as a statement, and as a recommendation when it is one. */
policy_status policy__frame_add(policy__context *context, const policy__frame *frame);

/* Corrects a frame by the sentence's tree, where it has one (refine.c). */
void policy__frame_refine(const policy__context *context, policy__frame *frame);

/* Adds to the frames of a sentence (of policy__frame) those of verbs that its tree joins to theirs: "should
   state what is expected, and |provide details" (joined.c). Linear. */
policy_status policy__frames_join(const policy__context *context, policy__array *frames);

/* Adds the demands of a sentence that are signed by actors in brackets behind them, from a word on
   (signature.c); how many there were. Linear. */
policy_status policy__signed_add(policy__context *context, uint32_t begin, uint32_t *count);

/* The instrument of policy that a frame's words name, or "" (instrument.c). Static. */
policy_string policy__instrument_of(const policy__context *context, const policy__frame *frame);

/* The major topic of a frame's words, or else of the document: "3 Health"; "" where nothing tells (topic.c).
 * Static. */
policy_string policy__topic_of(policy__context *context, const policy__frame *frame);

/* The response to recommendations that a sentence gives: "accepted", "partially accepted", "noted", "rejected",
   "pending";
   "" when it gives none (response.c). Static. */
const char *policy__response_read(const policy__clause *clause);

/* Whether a sentence leads into a list of recommendations, which it answers if it answers at all. */
bool policy__response_leads(const policy__clause *clause);

/* From 1, the least, to 5, a specific act (specificity.c). */
uint32_t policy__specificity_of(const policy__context *context, const policy__frame *frame);

/* The first verb of saying whose subject is not the author, or POLICY_NONE. */
uint32_t policy__report_find(const policy__clause *clause);

/* Adds as a causal claim what a sentence says will come of the recommendation in the sentence before (effects.c).
   Linear. */
policy_status policy__effect_read(policy__context *context);

/* Notes in the context the body that speaks in a resolution, where the sentence begins its preamble
 * (implied.c). Linear. */
void policy__body_note(policy__context *context);

/* Gives the recommendations that name nobody to the one whom most of a document's name (implied.c). Linear. */
policy_status policy__addressees_imply(policy_builder *builder, policy__arena *arena, policy_error *error);

/* ---- parties.c: who has a part in what is urged -----------------------------------------------------------
 */

/* The outermost actors named at the head of words: "Japan and the Republic of Korea". */
policy__parties policy__parties_in(const policy__context *context, policy_span span);

/* Adds every actor named in words. */
void policy__parties_add(const policy__context *context, policy__range range, policy__parties *parties);

/* Whether words may name somebody who can act: an actor, a name, a pronoun, or a noun for people or bodies. */
bool policy__is_somebody(const policy__context *context, policy__range who);

/* Takes those out that are among others. */
void policy__parties_remove(policy__parties *parties, const policy__parties *others);

/* Who is to act: named, meant by a pronoun, or known from around; with whom; whom it is meant to affect; and who is to
   profit. */
policy__parties policy__addressees_of(const policy__context *context, const policy__frame *frame,
                                      bool *implicit);
policy__parties policy__partners_of(const policy__context *context, const policy__frame *frame);
policy__parties policy__targets_of(const policy__context *context, const policy__frame *frame);
policy__parties policy__beneficiaries_of(const policy__context *context, const policy__frame *frame);

/* ---- judge.c: what a frame amounts to ----------------------------------------------------------------------
 */

/* Whether "we" are to act. */
bool policy__is_we(const policy__context *context, const policy__frame *frame);

/* Whether it binds and allows nobody here, and makes no statement. */
bool policy__is_aside(const policy__context *context, const policy__frame *frame);

/* Whether it is a rule about texts and words, or what a thing is (constitutive.c); `actors`: those that its subject names. */
bool policy__is_constitutive(const policy__context *context, const policy__frame *frame,
                             const policy__parties *actors);

/* Whether it advises or demands. */
bool policy__is_recommendation(const policy__context *context, const policy__frame *frame);

#endif
