/* Turns of speakers in records of debates and hearings. */
#ifndef POLICY_READ_TURN_H
#define POLICY_READ_TURN_H

#include <policy/builder.h>

/* Who begins to speak in a line: "Mr Smith (France)" in "Mr Smith (France) (spoke in French): We ...", "Chair" in
   "Q12 Chair: ..."; empty where nobody does. A name needs a title before it, unless it has the number of a question; an
   office needs none. Looks at the line's first 200 bytes. */
policy_string policy__turn_of(policy_string line);

/* Gives the blocks of a builder their speakers: from a turn up to the next one, or to a heading. A document with a single
   turn is no record of a debate, and stays as it is. Linear. */
policy_status policy__turns_mark(policy_builder *builder, policy_error *error);

#endif
