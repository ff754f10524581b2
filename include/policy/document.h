/* Documents: text, metadata, blocks, sentences, tokens, warnings.

   A document is immutable once it is built, so any number of threads may read it at once. It is counted:
   whoever makes one owns a reference; the last policy_document_unref frees it and everything reached
   from it. All strings and parts are borrowed from their document.

   Parts (blocks, sentences, actors, ...) are small values: the document and a number in it. They need no
   freeing. The null part has a NULL document; every function takes it and answers with nothing: an empty
   string, an empty span, 0, POLICY_NONE or another null part. */
#ifndef POLICY_DOCUMENT_H
#define POLICY_DOCUMENT_H

#include <stdbool.h>

#include <policy/limits.h>
#include <policy/memory.h>
#include <policy/status.h>
#include <policy/text.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct policy_document policy_document;

/* Takes one more reference and returns the document. Safe from any thread. NULL gives NULL. */
POLICY_API policy_document *policy_document_ref(const policy_document *document);

/* Gives a reference back; the last one frees. Safe from any thread. NULL is allowed. */
POLICY_API void policy_document_unref(policy_document *document);

/* ---- the whole ------------------------------------------------------------------------------- */

/* The text: valid UTF-8, NFC, lines end with LF, no NUL; NUL-terminated. */
POLICY_API policy_string policy_document_text(const policy_document *document);

/* The piece of text that a span covers; not NUL-terminated. Empty for a span outside the text. */
POLICY_API policy_string policy_document_slice(const policy_document *document, policy_span span);

/* "sha256:" and the hexadecimal digest of the source bytes. */
POLICY_API policy_string policy_document_id(const policy_document *document);

/* What told the charset of a source. */
typedef enum policy_charset_source {
  POLICY_CHARSET_UNKNOWN,    /* nothing: the source is no text, or was not read by the library */
  POLICY_CHARSET_BOM,        /* a byte order mark */
  POLICY_CHARSET_DECLARED,   /* the source or the caller, and the bytes are valid in it */
  POLICY_CHARSET_VALID_UTF8, /* the bytes, which are valid UTF-8, whatever was declared */
  POLICY_CHARSET_DETECTED    /* the bytes, by guessing: a warning "charset" says so too */
} policy_charset_source;

/* "bom", "declared", "valid-utf8", "detected"; "" for UNKNOWN. */
POLICY_API const char *policy_charset_source_name(policy_charset_source source);

/* Where the bytes came from. Absent things are empty, or 0. */
POLICY_API policy_string policy_document_source_name(const policy_document *document);
POLICY_API policy_string policy_document_media_type(const policy_document *document);
POLICY_API policy_string policy_document_charset(const policy_document *document);
POLICY_API policy_charset_source policy_document_charset_source(const policy_document *document);
POLICY_API double policy_document_charset_confidence(const policy_document *document); /* from 0 to 1 */
POLICY_API uint64_t policy_document_source_size(const policy_document *document); /* bytes */
POLICY_API uint32_t policy_document_page_count(const policy_document *document);

/* The place in the source's bytes that a place in the text came from, whatever their charset. What was replaced
   or composed answers with where that piece begins. Linear between pieces; O(log pieces). */
POLICY_API uint64_t policy_document_source_offset(const policy_document *document, uint32_t byte);

/* ---- positions ------------------------------------------------------------------------------- */

/* The place of a byte of the text in every count. A byte inside a character counts as its first byte, one
   past the end as the end. O(log lines). */
POLICY_API policy_position policy_document_position(const policy_document *document, uint32_t byte);

/* The byte at which the n-th code point, or UTF-16 unit, begins; past the end, the size of the text. */
POLICY_API uint32_t policy_document_byte_of_code_point(const policy_document *document, uint32_t n);
POLICY_API uint32_t policy_document_byte_of_utf16(const policy_document *document, uint32_t n);

/* The same span counted in code points. */
POLICY_API policy_span policy_document_code_points(const policy_document *document, policy_span span);

/* ---- metadata -------------------------------------------------------------------------------- */

/* What the document says of itself, or its container of it. Dates are ISO 8601, as precise as known
   ("2016", "2016-02", "2016-02-25"); the language is a BCP 47 tag. */
POLICY_API policy_string policy_document_title(const policy_document *document);
POLICY_API policy_string policy_document_subtitle(const policy_document *document);
POLICY_API policy_string policy_document_date(const policy_document *document);
POLICY_API policy_string policy_document_publisher(const policy_document *document);
POLICY_API policy_string policy_document_language(const policy_document *document);

/* How sure the language is, from 0 to 1; 0 where it was not judged. See policy_block_language. */
POLICY_API double policy_document_language_confidence(const policy_document *document);
POLICY_API policy_string policy_document_identifier(const policy_document *document);
POLICY_API policy_string policy_document_url(const policy_document *document);

/* What kind of document it is, where the library has told: op-ed, brief, working paper, white paper, report, committee
   report, inquiry report, audit report, impact assessment, resolution, decision, declaration, strategy, plan, act,
   bill, regulation, directive, memorandum, guidance, code of practice, speech, debate, press release, government
   response. Empty where nothing tells. */
POLICY_API policy_string policy_document_type(const policy_document *document);
POLICY_API uint32_t policy_document_author_count(const policy_document *document);
POLICY_API policy_string policy_document_author(const policy_document *document, uint32_t n);
POLICY_API uint32_t policy_document_topic_count(const policy_document *document);
POLICY_API policy_string policy_document_topic(const policy_document *document, uint32_t n);
POLICY_API uint32_t policy_document_region_count(const policy_document *document);
POLICY_API policy_string policy_document_region(const policy_document *document, uint32_t n);

/* How to cite the document, as one CSL item in JSON ("" when nothing is known). */
POLICY_API policy_string policy_document_citation(const policy_document *document);

/* What an application keeps of its own with the document, an object in JSON, or "". */
POLICY_API policy_string policy_document_extra(const policy_document *document);

/* ---- blocks ---------------------------------------------------------------------------------- */

typedef enum policy_block_kind {
  POLICY_BLOCK_PARAGRAPH,
  POLICY_BLOCK_HEADING,
  POLICY_BLOCK_LIST_ITEM,
  POLICY_BLOCK_QUOTE,
  POLICY_BLOCK_TABLE,
  POLICY_BLOCK_CAPTION,
  POLICY_BLOCK_FOOTNOTE,
  POLICY_BLOCK_CITATION,   /* how to cite this document, or a reference in it */
  POLICY_BLOCK_BOILERPLATE /* page numbers, menus, and other debris: kept, never analysed */
} policy_block_kind;

/* The word that policy-document uses ("list_item"). Static; "" for a number that is no kind. So for every
   *_name function of the library. */
POLICY_API const char *policy_block_kind_name(policy_block_kind kind);

/* What a block is a part of, beyond the body of its document. */
typedef enum policy_block_part {
  POLICY_BLOCK_PART_NONE,
  POLICY_BLOCK_PART_CONTENTS,  /* a table of contents: never read for statements */
  POLICY_BLOCK_PART_PREAMBLE,  /* who resolves, and the preambular paragraphs of a resolution */
  POLICY_BLOCK_PART_OPERATIVE  /* its operative paragraphs, and their items */
} policy_block_part;

/* "contents", "preamble", "operative"; "" for NONE. */
POLICY_API const char *policy_block_part_name(policy_block_part part);

typedef struct policy_block {
  const policy_document *document;
  uint32_t id;
} policy_block;

/* A rectangle on a page in points (1/72 inch) from its top left corner; all 0 where there is none. */
typedef struct policy_box {
  float left, top, width, height;
} policy_box;

/* Blocks in the order of the text; they never overlap. In a document that the library has read, text between
   blocks is white space: nothing is cut. */
POLICY_API uint32_t policy_document_block_count(const policy_document *document);
POLICY_API policy_block policy_document_block(const policy_document *document, uint32_t n);
POLICY_API policy_block_kind policy_block_kind_of(policy_block block);
POLICY_API uint32_t policy_block_level(policy_block block); /* of headings and list items, from 1; 0: none */
POLICY_API policy_span policy_block_span(policy_block block);
POLICY_API uint32_t policy_block_page(policy_block block); /* from 1; 0: no pages */
POLICY_API policy_box policy_block_box(policy_block block);

/* The block that a byte of the text stands in; a null one in the white space between blocks. O(log blocks). */
POLICY_API policy_block policy_document_block_at(const policy_document *document, uint32_t byte);

/* Which element of its source the block came from, where the source has elements: the eId of Akoma Ntoso
   ("sec_4__subsec_2"), another id or an XPath of XML ("/report/body/p[3]"), the paragraph of a DOCX
   ("paragraph 12", from 1). Empty: none is known. */
POLICY_API policy_string policy_block_place(policy_block block);

/* The language of the block, a BCP 47 tag, and how sure that is, from 0 to 1. The letters of the text decide, by its
   script and by its trigrams; what the source declares, for the whole or for the element that the block is, stands
   unless they say plainly otherwise (60 letters or more, with odds of 3000 to 1), and what it declares for elements
   counts nowhere when the text of all these says so together. "und": the letters are of no language that is known. A block that is too short to tell, or
   tells nothing else, has the language of the document. Empty: not judged, or too short a document. Blocks that are
   not English have sentences and actors, but no words, statements or recommendations: a warning "not-english" tells
   where they stand. */
POLICY_API policy_string policy_block_language(policy_block block);
POLICY_API double policy_block_language_confidence(policy_block block);

/* The part of the document, and the number that the block bears in it, as the text has it, without the dot or colon
   behind it: "12", "1.2.3", "(a)", "Recommendation 4". NONE and empty for most. Numbers that a
   page, DOCX, OpenDocument or EPUB leaves to be counted stand in the text as a reader is shown them: "3. ", "(c) ". */
POLICY_API policy_block_part policy_block_part_of(policy_block block);
POLICY_API policy_string policy_block_number(policy_block block);

/* Whose words the block gives, as the text has it ("Mr Smith (France)", "The President"), in records of debates and
   hearings. Empty elsewhere. */
POLICY_API policy_string policy_block_speaker(policy_block block);

/* Where a span of the text came from. */
typedef struct policy_source {
  uint64_t begin, end; /* bytes of the source, as policy_document_source_offset tells them */
  policy_block block;  /* that the span begins in: its page, box and place tell the rest; null: in none */
} policy_source;

/* The place in the source that a span came from; all 0 and a null block for an empty span or one outside the text. What
   lies between the pieces that a text was composed from is counted in. O(log pieces). */
POLICY_API policy_source policy_document_source(const policy_document *document, policy_span span);

/* ---- sentences and tokens -------------------------------------------------------------------- */

typedef struct policy_sentence {
  const policy_document *document;
  uint32_t id;
} policy_sentence;

/* Sentences in the order of the text; none crosses a block. */
POLICY_API uint32_t policy_document_sentence_count(const policy_document *document);
POLICY_API policy_sentence policy_document_sentence(const policy_document *document, uint32_t n);
POLICY_API policy_span policy_sentence_span(policy_sentence sentence);
POLICY_API policy_block policy_sentence_block(policy_sentence sentence);

/* A syntactic word as Universal Dependencies defines it: "don't" is two. */
typedef struct policy_token {
  const policy_document *document;
  uint32_t id;
} policy_token;

/* The universal part-of-speech tags, in the order of the alphabet. */
typedef enum policy_upos {
  POLICY_UPOS_NONE, /* not tagged */
  POLICY_UPOS_ADJ,
  POLICY_UPOS_ADP,
  POLICY_UPOS_ADV,
  POLICY_UPOS_AUX,
  POLICY_UPOS_CCONJ,
  POLICY_UPOS_DET,
  POLICY_UPOS_INTJ,
  POLICY_UPOS_NOUN,
  POLICY_UPOS_NUM,
  POLICY_UPOS_PART,
  POLICY_UPOS_PRON,
  POLICY_UPOS_PROPN,
  POLICY_UPOS_PUNCT,
  POLICY_UPOS_SCONJ,
  POLICY_UPOS_SYM,
  POLICY_UPOS_VERB,
  POLICY_UPOS_X
} policy_upos;

POLICY_API const char *policy_upos_name(policy_upos upos); /* "NOUN"; "" for NONE */

POLICY_API uint32_t policy_document_token_count(const policy_document *document);
POLICY_API policy_token policy_document_token(const policy_document *document, uint32_t n);
POLICY_API uint32_t policy_sentence_token_count(policy_sentence sentence);
POLICY_API policy_token policy_sentence_token(policy_sentence sentence, uint32_t n);

POLICY_API policy_span policy_token_span(policy_token token);
POLICY_API policy_string policy_token_form(policy_token token); /* hyphens at line ends undone */
POLICY_API bool policy_token_is_joined(policy_token token);     /* one written word with the token before */
/* The analysis of the word; empty, NONE or a null token where it was not made. */
POLICY_API policy_string policy_token_lemma(policy_token token);
POLICY_API policy_upos policy_token_upos(policy_token token);
POLICY_API policy_string policy_token_xpos(policy_token token);     /* a tag of the Penn Treebank: "NNS" */
POLICY_API policy_string policy_token_features(policy_token token); /* "Number=Sing|Tense=Past" */
POLICY_API policy_string policy_token_relation(policy_token token); /* "nsubj"; "root" where head is null */
POLICY_API policy_token policy_token_head(policy_token token);      /* null for a root */

/* ---- warnings -------------------------------------------------------------------------------- */

typedef struct policy_warning {
  const policy_document *document;
  uint32_t id;
} policy_warning;

/* What went less than well in making the document: bytes replaced, sentences cut, members ignored. */
POLICY_API uint32_t policy_document_warning_count(const policy_document *document);
POLICY_API policy_warning policy_document_warning(const policy_document *document, uint32_t n);
POLICY_API policy_string policy_warning_code(policy_warning warning);    /* a word: "bad-utf8" */
POLICY_API policy_string policy_warning_message(policy_warning warning); /* a line for people */
POLICY_API policy_span policy_warning_span(policy_warning warning);      /* empty: the whole document */

/* ---- trust ----------------------------------------------------------------------------------- */

/* Checks every rule that this header and its sisters state (spans inside the text and on character
   boundaries, ids that exist, order, ...). POLICY_ERROR_CORRUPT and the first broken rule in `error`
   otherwise. Debug builds run it on every document that they make. */
POLICY_API policy_status policy_document_check(const policy_document *document, policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
