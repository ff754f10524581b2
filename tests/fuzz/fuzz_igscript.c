/* Any bytes as IG Script. What is refused has a name and a place; what is read prints to a form that reads to the
   same tree, and prints the same again. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static void demand_same(const policy_buffer *a, const policy_buffer *b) {
  demand(a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0));
}

/* The tree that a script shows; false when it is too large. */
static bool show(const policy_igscript *script, unsigned flags, policy_buffer *out) {
  policy_error error = {POLICY_OK, 0, ""};
  policy_status status = policy_igscript_tree(script, flags, out, &error);
  demand(status == POLICY_OK || status == POLICY_ERROR_LIMIT);
  return status == POLICY_OK;
}

static void print_again(const policy_igscript *script, const policy_options *options) {
  policy_buffer first = POLICY_BUFFER_INIT, second = POLICY_BUFFER_INIT, tree = POLICY_BUFFER_INIT,
                copy = POLICY_BUFFER_INIT;
  policy_error error = {POLICY_OK, 0, ""};
  demand(policy_igscript_print(script, &first, &error) == POLICY_OK);
  policy_igscript *again = policy_igscript_parse(first.data, first.size, options, &error);
  if (again != NULL) {
    demand(policy_igscript_print(again, &second, &error) == POLICY_OK);
    demand_same(&first, &second);
    if (show(script, 0, &tree) && show(again, 0, &copy)) demand_same(&tree, &copy);
  } else {
    demand(error.code == POLICY_ERROR_LIMIT);
  }
  policy_igscript_free(again);
  policy_buffer_free(&first);
  policy_buffer_free(&second);
  policy_buffer_free(&tree);
  policy_buffer_free(&copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_limits limits = POLICY_LIMITS_INIT;
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {POLICY_OK, 0, ""};
  limits.text = 1 << 20;
  limits.entries = 4096;
  options.limits = &limits;
  policy_igscript *script = policy_igscript_parse(data, size, &options, &error);
  if (script == NULL) {
    demand(error.code == POLICY_ERROR_LIMIT || (error.code == POLICY_ERROR_FORMAT && error.offset <= size));
    demand(error.code == POLICY_ERROR_LIMIT || strstr(error.message, ": ") != NULL);
    return 0;
  }
  policy_buffer out = POLICY_BUFFER_INIT;
  for (unsigned flags = 0; flags < 2048; flags = flags * 2 + 1) {
    (void)show(script, flags, &out);
    policy_status status = policy_igscript_table(script, flags, "1", flags & 1 ? ';' : '\0', &out, &error);
    demand(status == POLICY_OK || status == POLICY_ERROR_LIMIT);
  }
  for (uint32_t i = 0; i < policy_igscript_warning_count(script); i++)
    demand(policy_igscript_warning_at(script, i).span.end <= policy_igscript_text(script).size);
  policy_buffer_free(&out);
  print_again(script, &options);
  policy_igscript_free(script);
  return 0;
}
