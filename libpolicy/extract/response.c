/* What was answered to recommendations: accepted, partially accepted, noted, rejected, pending. A lead-in
   answers for the list behind it ("The recommendations listed below enjoy the support of Peru:"), another
   sentence for the recommendation before it ("The Government accepts this recommendation."). */
#include "extract/recommend.h"

static bool any(const policy__clause *clause, const char *list) {
  for (uint32_t n = 0; n < clause->count; n++)
    if (policy__word_in(clause, n, list)) return true;
  return false;
}

/* "did not enjoy", "cannot accept", "does not support": a negation right before the verb. */
static bool is_denied(const policy__clause *clause) {
  for (uint32_t n = 1; n < clause->count; n++) {
    if (!policy__word_in(clause, n,
                         "enjoy enjoyed accept accepted accepts support supported supports agree agrees"))
      continue;
    for (uint32_t k = n > 3 ? n - 3 : 0; k < n; k++)
      if (policy__has_class(clause, k, POLICY__NEGATION) || policy__word_is(clause, k, "cannot")) return true;
  }
  return false;
}

/* Whether the sentence speaks of recommendations and not of making them, or is nothing but the answer:
 * "Accepted." */
static bool is_answer(const policy__clause *clause) {
  enum { SHORT = 6 };
  bool made = any(clause, "recommend recommends recommended should must");
  bool bare =
      clause->count <= SHORT &&
      policy__word_in(clause, 0,
                      "accept accepted partially rejected reject noted response agree agreed disagree not");
  return bare || (!made && any(clause, "recommendation recommendations"));
}

bool policy__response_leads(const policy__clause *clause) {
  static const char *const leads[] = {"following recommendations", "recommendations below", "listed below",
                                      "following recommendation"};
  uint32_t last = clause->count > 0 ? clause->count - 1 : 0;
  for (uint32_t n = 0; n < clause->count; n++)
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
      if (policy__words_are(clause, n, leads[i]) > 0) return true;
  return policy__word_is(clause, last, ":");
}

const char *policy__response_read(const policy__clause *clause) {
  if (!is_answer(clause)) return "";
  bool part = any(clause, "partially partly") || (any(clause, "part") && any(clause, "in")) ||
              (any(clause, "principle") && any(clause, "in"));
  bool support = any(
      clause, "accept accepted accepts accepting support supported supports agree agrees agreed enjoy enjoyed");
  if (any(clause, "reject rejected rejects disagree disagrees") || (support && is_denied(clause)))
    return "rejected";
  bool later = any(clause, "examined pending considered consideration") && any(clause, "will pending under");
  if (later || (any(clause, "response responses") && any(clause, "will"))) return "pending";
  if (support) return part ? "partially accepted" : "accepted";
  return any(clause, "noted") && any(clause, "were are been be noted") && clause->count < 40 ? "noted" : "";
}
