/* Any bytes as Markdown. */
#include "composed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  demand_composed(data, size, "text/markdown");
  return 0;
}
