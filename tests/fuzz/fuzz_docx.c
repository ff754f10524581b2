/* Any bytes as a DOCX: as they are where they are a zip archive, else as its main document, or, behind a sign, as its
   styles, its numbering or its notes. */
#include "../packing.h"
#include "composed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char document[] =
    "<w:document><w:body><w:p><w:pPr><w:pStyle w:val='A'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:t>Dig</w:t><w:footnoteReference w:id='2'/></w:r></w:p></w:body></w:document>";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const parts[] = {"word/styles.xml", "word/numbering.xml", "word/footnotes.xml"};
  static const char type[] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (size >= 2 && memcmp(data, "PK", 2) == 0) {
    demand_composed(data, size, type);
    return 0;
  }
  bool part = size > 0 && *data >= '1' && *data <= '3';
  const packed_file other = {part ? parts[*data - '1'] : "", data + 1, size > 0 ? size - 1 : 0, true};
  size_t packed;
  char *bytes = part ? pack_docx(document, sizeof document - 1, &other, 1, &packed)
                     : pack_docx((const char *)data, size, NULL, 0, &packed);
  demand_composed(bytes, packed, type);
  free(bytes);
  return 0;
}
