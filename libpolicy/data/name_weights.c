/* The name tagger's numbers: takes names.weights into the library. names.json tells what they were made from, their
   licence, and how well they do. */
#include "data/name_weights.h"
#include "data/embed.h"

POLICY__EMBED("policy__name_weights", "names.weights");
