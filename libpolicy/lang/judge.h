/* The sentence splitter with another judge than its own: for training it. */
#ifndef POLICY_LANG_JUDGE_H
#define POLICY_LANG_JUDGE_H

#include "lang/boundary.h"
#include "lang/sentence.h"

typedef struct policy__judge {
  bool (*ends)(const policy__boundary *boundary, void *context);
  void *context;
} policy__judge;

/* As policy__sentences_find; `judge` decides about each gap between two pieces, in their order. */
policy_status policy__sentences_judge(policy_string text, policy_span within, const policy_limits *limits,
                                      policy__judge judge, policy__array *sentences, uint32_t *cut);

#endif
