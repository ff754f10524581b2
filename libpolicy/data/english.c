/* The network's numbers for English: takes english.weights into the library. english.json tells what they were made
   from, their licence, and how well they do. */
#include "data/english.h"
#include "data/embed.h"

POLICY__EMBED("policy__english_weights", "english.weights");
