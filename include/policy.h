/* libpolicy: reads policy documents and represents their actors and recommendations.

   The headers in reading order. A first program needs policy_analyse_file (policy/read.h), a loop over
   policy_document_recommendation (policy/recommendation.h), and policy_document_unref. */
#ifndef POLICY_H
#define POLICY_H

#include <policy/version.h>
#include <policy/status.h>
#include <policy/memory.h>
#include <policy/text.h>
#include <policy/limits.h>
#include <policy/document.h>
#include <policy/page.h>
#include <policy/metadata.h>
#include <policy/actor.h>
#include <policy/statement.h>
#include <policy/recommendation.h>
#include <policy/event.h>
#include <policy/citation.h>
#include <policy/gazetteer.h>
#include <policy/model.h>
#include <policy/read.h>
#include <policy/json.h>
#include <policy/bibtex.h>
#include <policy/conllu.h>
#include <policy/igscript.h>
#include <policy/summary.h>
#include <policy/html.h>
#include <policy/svg.h>
#include <policy/builder.h>

#endif
