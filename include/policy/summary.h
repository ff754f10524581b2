/* The summary: what a document is, who acts in it and what it asks for, for people to read. */
#ifndef POLICY_SUMMARY_H
#define POLICY_SUMMARY_H

#include <policy/memory.h>
#include <policy/recommendation.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  POLICY_SUMMARY_COLOUR = 1, /* with ANSI colours */
  POLICY_SUMMARY_CLEAN = 2   /* the document alone: metadata, blocks and clean text, without the analysis */
};

/* Appends the summary to `buffer`, in lines of at most `width` columns (0: 80). Control characters of the
   text are not passed on. */
POLICY_API policy_status policy_summary_write(const policy_document *document, unsigned flags, unsigned width,
                                              policy_buffer *buffer, policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
