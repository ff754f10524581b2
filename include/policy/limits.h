/* Every ceiling of the library, with its default and its reason. */
#ifndef POLICY_LIMITS_H
#define POLICY_LIMITS_H

#include <stddef.h>
#include <stdint.h>

#include <policy/version.h>

/* Ceilings for one document. A member that is 0 means its default, so a caller sets only what he cares
   for. What goes over a ceiling is POLICY_ERROR_LIMIT, or a warning where it says so. */
typedef struct policy_limits {
  size_t size;           /* sizeof(policy_limits), set by POLICY_LIMITS_INIT */
  uint64_t input;        /* bytes of a source file */
  uint64_t text;         /* bytes of a document's text; never above 4 GiB - 1, as spans are 32 bits wide */
  uint64_t memory;       /* bytes that one document may hold at any time while it is made */
  uint32_t blocks;       /* blocks of a document */
  uint32_t tokens;       /* tokens of a document */
  uint32_t entries;      /* actors, statements, ... of a document: each list for itself */
  uint32_t mentions;     /* mentions of one actor */
  uint32_t warnings;     /* warnings kept; later ones are counted in one last warning */
  uint32_t depth;        /* nesting of JSON values */
  uint32_t sentence;     /* bytes of a sentence; a longer one is cut at white space, with a warning */
  uint32_t token;        /* bytes of a token; a longer one is cut, with a warning */
  uint32_t child_seconds; /* that a program which reads for us (pdftotext) may run, by the clock and its processor */
  uint64_t child_memory;  /* bytes of address space that such a program may take */
  uint32_t elements;     /* of a page of HTML that make structure; later tags make none, with a warning */
  uint32_t nesting;      /* of those; a tag that lies deeper makes no structure */
  uint32_t ratio;        /* bytes that one byte of a compressed source may become */
} policy_limits;

#define POLICY_LIMITS_INIT {sizeof(policy_limits), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

#define POLICY_LIMIT_INPUT (256u << 20)   /* the largest report seen, an annotated act, has 60 MiB */
#define POLICY_LIMIT_TEXT (64u << 20)     /* forty times the Bible; more is a corpus, not a document */
#define POLICY_LIMIT_MEMORY_FACTOR 64u    /* default of memory: this many times input and text ... */
#define POLICY_LIMIT_MEMORY_BASE (32u << 20) /* ... and this on top, of which parsing takes 14 MiB */
#define POLICY_LIMIT_BLOCKS 4000000u      /* a line in every sixteen bytes of the largest text */
#define POLICY_LIMIT_TOKENS 32000000u     /* a token in every two bytes of the largest text */
#define POLICY_LIMIT_ENTRIES 1000000u     /* a list longer than this is no finding */
#define POLICY_LIMIT_MENTIONS 1000000u    /* as entries */
#define POLICY_LIMIT_WARNINGS 1000u       /* nobody reads the thousand-and-first */
#define POLICY_LIMIT_DEPTH 64u            /* policy-document needs 8; extra members may nest */
#define POLICY_LIMIT_XML_ATTRIBUTES 1024u /* of one element; libxml2 compares each with all others */
#define POLICY_LIMIT_XML_NAMES 50000u     /* different names in a document; libxml2's table of them grows no further */
#define POLICY_LIMIT_ARCHIVE_FILES 65535u /* in a zip; an annotated report with a picture on each page has 2,000 */
#define POLICY_LIMIT_ARCHIVE_RATIO 200u   /* unpacked to packed bytes of a file in a zip beyond 1 MiB; text does 30 */
#define POLICY_LIMIT_SENTENCE 16384u      /* statutes run to some 5,000; work per sentence stays bounded */
#define POLICY_LIMIT_TOKEN 1024u          /* a URL may be long; a word is not */
#define POLICY_LIMIT_CHILD_SECONDS 60u    /* pdftotext reads some 300 pages a second; the longest report has 5,000 */
#define POLICY_LIMIT_CHILD_MEMORY (UINT64_C(2) << 30) /* eight times the largest input, fonts and libraries aside */
#define POLICY_LIMIT_ELEMENTS 250000u     /* an annotated act of 10 MiB has 100,000 */
#define POLICY_LIMIT_NESTING 256u         /* browsers stop at 512, words and links included; pages reach 60 */
#define POLICY_LIMIT_RATIO 200u           /* text gives 10, tables 50; bombs of one byte repeated 1,000 */

#endif
