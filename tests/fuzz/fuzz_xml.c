/* Any bytes as XML. */
#include "composed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  demand_composed(data, size, "application/xml");
  return 0;
}
