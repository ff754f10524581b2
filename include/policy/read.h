/* Reading files and analysing documents: what most programs need. */
#ifndef POLICY_READ_H
#define POLICY_READ_H

#include <policy/document.h>
#include <policy/gazetteer.h>
#include <policy/model.h>

#ifdef __cplusplus
extern "C" {
#endif

struct policy_options;

/* A reader of an application's own, for policy_options.readers. The library asks for nothing that it does not say. */
typedef struct policy_reader {
  const char *media_type; /* what it reads, in lower case: "application/rtf" */
  /* Whether the bytes are of that kind; asked when the caller named no media type. NULL: only a name calls it. */
  bool (*knows)(void *context, const void *bytes, size_t size);
  /* A builder with text, blocks and metadata (policy/builder.h), or NULL with an error. `bytes` is never NULL. The
     library sets the source's name and media type, and ends the building. */
  struct policy_builder *(*read)(void *context, const void *bytes, size_t size, const struct policy_options *options,
                                 policy_error *error);
  void *context;
} policy_reader;

/* How to read and analyse. Start from POLICY_OPTIONS_INIT and set what differs. NULL means all defaults. */
typedef struct policy_options {
  size_t size;                       /* sizeof(policy_options), set by POLICY_OPTIONS_INIT */
  const policy_limits *limits;       /* NULL: defaults */
  const policy_allocator *allocator; /* NULL: malloc; must live as long as the documents made with it */
  const char *name;                  /* of the source, for policy_document_source_name; NULL: the path */
  const char *media_type;            /* "text/plain"; NULL: found out from the bytes */
  /* Called now and then from the thread at work with the share that is done, 0 to 1; while a program reads for
     us, ten times a second. False cancels the call with POLICY_ERROR_CANCELLED, and stops such a program. */
  bool (*progress)(void *context, double done);
  void *context;
  bool full; /* parse every sentence, not only those that may hold a finding; texts of up to 512 tokens always are */
  const policy_model *model; /* of the tagger and parser; NULL: the one that the library carries */
  const policy_gazetteer *gazetteer; /* own entries, found as actors before the library's; NULL: none */
  const policy_reader *readers; /* own readers, asked in this order before the library's */
  size_t reader_count;
} policy_options;

#define POLICY_OPTIONS_INIT {sizeof(policy_options), 0, 0, 0, 0, 0, 0, false, 0, 0, 0, 0}

/* Reads a document: text, blocks, metadata; no sentences yet. A policy-document in JSON is read too, with all
   that it holds, and CoNLL-U with its sentences, words and trees. The result is the caller's to unref; NULL
   on failure. */
POLICY_API policy_document *policy_read(const void *bytes, size_t size, const policy_options *options,
                                        policy_error *error);
POLICY_API policy_document *policy_read_file(const char *path, const policy_options *options,
                                             policy_error *error);

/* A new document with the same text, blocks and metadata, and everything that the library finds in it:
   sentences, tokens, actors, statements, recommendations, ... The given one stays as it is. */
POLICY_API policy_document *policy_analyse(const policy_document *document, const policy_options *options,
                                           policy_error *error);

/* A new document with the same text, blocks and metadata, and its sentences and words, each of these tagged,
   lemmatised and parsed. Sentences and words that the given one has already are kept as they are, and only
   their analysis is made anew; that of sentences without words begins with the words. */
POLICY_API policy_document *policy_parse(const policy_document *document, const policy_options *options,
                                         policy_error *error);

/* policy_read_file, then policy_analyse. */
POLICY_API policy_document *policy_analyse_file(const char *path, const policy_options *options,
                                                policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
