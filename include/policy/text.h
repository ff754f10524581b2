/* Pieces of text and places in it. */
#ifndef POLICY_TEXT_H
#define POLICY_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include <policy/version.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The number that stands for "none" wherever an id or index is optional. */
#define POLICY_NONE UINT32_MAX

/* A half-open range of a document's text, in bytes of its UTF-8. An empty span is no place at all. */
typedef struct policy_span {
  uint32_t begin;
  uint32_t end;
} policy_span;

/* A borrowed piece of UTF-8. `data` is never NULL in what the library returns; it is NUL-terminated
   unless it is a slice of a document's text. An absent string is an empty one. */
typedef struct policy_string {
  const char *data;
  size_t size; /* bytes */
} policy_string;

/* One place in a text, counted in every way that somebody needs. */
typedef struct policy_position {
  uint32_t byte;
  uint32_t code_point; /* as Python and JSON count */
  uint32_t utf16;      /* as JavaScript, Java and most annotation tools count */
  uint32_t line;       /* from 1; a line ends with LF */
  uint32_t column;     /* from 1, in code points */
} policy_position;

#ifdef __cplusplus
}
#endif

#endif
