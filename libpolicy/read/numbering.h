/* Numbers of paragraphs, and the two parts of a resolution. */
#ifndef POLICY_READ_NUMBERING_H
#define POLICY_READ_NUMBERING_H

#include <policy/builder.h>

/* The number that a block of text bears: "12" of "12. The council", "1.2.3", "(a)", "Recommendation 4" of
   "Recommendation 4: The council"; empty for none, and for bullets. A piece of the text. */
policy_string policy__number_of(policy_string text, policy_block_kind kind);

/* Gives the blocks of a builder their numbers, and those of a resolution their part: behind "The General Assembly," come
   preambular paragraphs ("Recalling ...,"), then operative ones ("1. Urges ...;") up to one that ends the sentence.
   Linear. */
policy_status policy__numbers_mark(policy_builder *builder, policy_error *error);

#endif
