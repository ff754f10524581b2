/* Any bytes as a policy-document. What is accepted must be a good document, and come back the same to the byte
   from its own JSON. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static void write_again(const policy_document *document, unsigned flags) {
  policy_buffer first = POLICY_BUFFER_INIT, second = POLICY_BUFFER_INIT;
  policy_error error = {.code = POLICY_OK};
  policy_status status = policy_json_write(document, flags, &first, &error);
  if (status == POLICY_OK) {
    policy_document *copy = policy_json_read(first.data, first.size, NULL, &error);
    demand(copy != NULL);
    demand(policy_json_write(copy, flags, &second, &error) == POLICY_OK);
    demand(first.size == second.size && memcmp(first.data, second.data, first.size) == 0);
    policy_document_unref(copy);
  } else {
    demand(status == POLICY_ERROR_LIMIT);
  }
  policy_buffer_free(&first);
  policy_buffer_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_document *document = policy_json_read(data, size, NULL, &error);
  if (document == NULL) {
    demand(error.code == POLICY_ERROR_FORMAT || error.code == POLICY_ERROR_LIMIT ||
           error.code == POLICY_ERROR_UNSUPPORTED);
    demand(error.message[0] != '\0' && strchr(error.message, '\n') == NULL);
    return 0;
  }
  demand(policy_document_check(document, &error) == POLICY_OK);
  write_again(document, POLICY_JSON_TOKENS);
  write_again(document, POLICY_JSON_INDENT);
  policy_document_unref(document);
  return 0;
}
