/* Models from inside. */
#ifndef POLICY_LANG_LOADING_H
#define POLICY_LANG_LOADING_H

#include <policy/model.h>

#include "lang/weights.h"

/* The model's numbers; those that the library carries for NULL, written to `room`. Never fails for a model. */
policy_status policy__model_weights(const policy_model *model, policy__weights *room, policy_error *error);

#endif
