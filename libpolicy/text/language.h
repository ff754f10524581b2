/* Which language a text is in, by its script and its trigrams. */
#ifndef POLICY_TEXT_LANGUAGE_H
#define POLICY_TEXT_LANGUAGE_H

#include <stdbool.h>

#include <policy/text.h>

#include "data/language_table.h"

enum { POLICY__SCRIPTS = 28 };

/* What was seen of a text, or of several. Start from zeros. */
typedef struct policy__language_evidence {
  uint32_t letters[POLICY__SCRIPTS];
  uint32_t grams[POLICY__LANGUAGE_GROUPS];
  int32_t scores[POLICY__LANGUAGE_GROUPS][POLICY__LANGUAGE_MOST]; /* sums of weights as characters */
} policy__language_evidence;

/* A language, or "", which is no language, or "und", which is none of those that are known. */
typedef struct policy__language {
  policy_string tag; /* BCP 47; static, or what was expected */
  double confidence; /* from 0 to 1 */
} policy__language;

/* Adds what the text shows: 64 MiB at most in all. Linear. */
void policy__language_look(policy_string text, policy__language_evidence *evidence);

/* The language that the evidence speaks for. What is `expected` (BCP 47; "" for nothing), because it was declared or is
   the language around, stands unless the evidence is large and clear; with nothing expected, English is believed
   sooner than others, and a long text that leans to several languages that are no relatives is "und". */
policy__language policy__language_judge(const policy__language_evidence *evidence, policy_string expected);

/* The language of a text of which nothing else is known, by its first 8 KiB; "" for one that does not tell. */
const char *policy__language_of(policy_string text);

/* Whether two tags are of one language, whatever their regions and scripts; what letters do not tell apart counts as one ("nb", "no"). */
bool policy__language_is_same(policy_string tag, policy_string other);

#endif
