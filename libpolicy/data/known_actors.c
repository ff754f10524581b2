/* The gazetteer that the library carries: takes actors.gazetteer into the library. tools/gazetteer/README.md tells what
   it was made from, and how. */
#include "data/known_actors.h"
#include "data/embed.h"

POLICY__EMBED("policy__known_actors", "actors.gazetteer");
