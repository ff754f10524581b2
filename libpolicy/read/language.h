/* Whether a text is English. */
#ifndef POLICY_READ_LANGUAGE_H
#define POLICY_READ_LANGUAGE_H

#include <policy/text.h>

/* "en" where English function words make up as much of the text's beginning as they do in English; else "". */
const char *policy__language_of(policy_string text);

#endif
