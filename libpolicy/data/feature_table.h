/* The features that hang on a word and its tag; tools/train/features.py makes it. */
#ifndef POLICY_DATA_FEATURE_TABLE_H
#define POLICY_DATA_FEATURE_TABLE_H

#include "data/endings.h"

extern const char policy__feature_labels[][64];
extern const policy__groups policy__feature_groups;

/* Numbers of labels, by 13 x group; whole words also by 13 x group + place (lang/features.h). */
extern const policy__endings policy__feature_endings;

#endif
