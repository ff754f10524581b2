/* Any bytes in an OpenDocument text or an EPUB: behind a sign as content, as properties, as a package, else as a chapter.
 */
#include "../packing.h"
#include "composed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char container[] = "<container><rootfile full-path='a/b.opf'/></container>";
  static const char package[] = "<package><manifest><item id='c' href='c.xhtml' media-type='application/xhtml+xml'/></manifest>"
                                "<spine><itemref idref='c'/></spine></package>";
  static const char content[] = "<office:document-content><office:body><text:p>x</text:p></office:body></office:document-content>";
  static const char odt[] = "application/vnd.oasis.opendocument.text", epub[] = "application/epub+zip";
  char sign = size > 0 ? (char)*data : '\0';
  const char *rest = (const char *)data + (size > 0);
  size_t length = size > 0 ? size - 1 : 0, packed;
  const packed_file given = {"c", rest, length, true};
  packed_file files[] = {{"META-INF/container.xml", container, sizeof container - 1, true},
                         {"a/b.opf", package, sizeof package - 1, true},
                         {"a/c.xhtml", "<html/>", 7, true}};
  bool open = sign == 'o' || sign == 'm';
  if (open) {
    files[0] = (packed_file){"content.xml", content, sizeof content - 1, true};
    files[1].name = "meta.xml";
  }
  packed_file *changed = sign == 'o' ? &files[0] : sign == 'm' || sign == 'p' ? &files[1] : &files[2];
  changed->bytes = given.bytes;
  changed->size = given.size;
  char *bytes = pack(files, 3, &packed);
  demand_composed(bytes, packed, open ? odt : epub);
  free(bytes);
  return 0;
}
