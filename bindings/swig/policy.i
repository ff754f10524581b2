/* The public interface of libpolicy for every language: included by bindings/LANGUAGE/policy_LANGUAGE.i, after
   that file's typemaps. Only directives that all languages know stand in this folder.

   The headers themselves are included, never copied, so that a binding cannot fall behind them.

   Before this file a language defines these macros, which are used once for each type:
     %policy_part_typemaps(TYPE)        a part (policy_actor ...) in and out; see handles.i
     %policy_word_typemaps(TYPE, NAME)  an enumeration in and out as its word; see words.i
   and typemaps for
     policy_string                      out
     policy_span                        in and out
     policy_position, policy_box        out
     (const void *bytes, size_t size)   in: source bytes or text
     const char *                       in (without NUL inside) and out; const char *path in
     const policy_options *options      in
     policy_buffer *buffer              argout; its in and freearg are in strings.i
     policy_error *error                argout; its in is in errors.i
     policy_status                      out: nothing, since errors.i raises */
%{
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
%}

%include <stdint.i>
%include <exception.i>

#define POLICY_API

%include "handles.i"
%include "trees.i"
%include "words.i"
%include "strings.i"
%include "errors.i"
%include "exceptions.i"

%include <policy/version.h>
%include <policy/status.h>
%include <policy/memory.h>
%include <policy/text.h>
%include <policy/limits.h>
%include <policy/document.h>
%include <policy/page.h>
%include <policy/metadata.h>
%include <policy/actor.h>
%include <policy/statement.h>
%include <policy/recommendation.h>
%include <policy/event.h>
%include <policy/citation.h>
%include <policy/read.h>
%include <policy/json.h>
%include <policy/bibtex.h>
%include <policy/html.h>
%include <policy/svg.h>
%include <policy/conllu.h>
%include <policy/igscript.h>
%include "scripts.i"
%include <policy/summary.h>
