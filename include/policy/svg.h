/* Pages as pictures: what stands where on a page, with the findings marked. */
#ifndef POLICY_SVG_H
#define POLICY_SVG_H

#include <policy/memory.h>
#include <policy/page.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  POLICY_SVG_BARE = 1, /* without findings */
  POLICY_SVG_OVERLAY = 2 /* their marks alone, see-through, to be laid over another picture of the page */
};

/* Appends a picture of the page in SVG, UTF-8, that needs nothing else. The words stand at the places of their
   lines, in letters of like size; findings are marked in the colours of their kinds, with a title that explains
   each. It is drawn from the document alone: of the page only what was read as text is in it. All that comes
   from the document is escaped. `page` is counted from 1; 0 draws all pages whose size is known, one below the
   other. NOT_FOUND where the document does not know the page's size. Linear in the document. On failure the
   buffer is as it was. */
POLICY_API policy_status policy_svg_write(const policy_document *document, uint32_t page, unsigned flags,
                                          policy_buffer *buffer, policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
