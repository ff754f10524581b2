/* Failing memory, at every place: through the allocator that a caller gives, and through malloc itself, so that
   the libraries below fail too. Either a call says NO_MEMORY, or it has done all that it should; nothing leaks.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../pace.h"
#include "../packing.h"
#include "../tap.h"
#include "../unit/sample.h"
#include "../unit/small_pdf.h"
#include "../unit/tally.h"
#include "chain.h"

/* ---- malloc that fails
 * ---------------------------------------------------------------------------------------- */

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define OWN_MALLOC 0
#else
#define OWN_MALLOC 1
#endif

static struct {
  size_t calls, fail_at;
  long live;
  bool armed, sticky;
} heap;

#if OWN_MALLOC
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

static bool heap_fails(void) {
  if (!heap.armed) return false;
  heap.calls++;
  if (heap.fail_at == 0 || (heap.sticky ? heap.calls < heap.fail_at : heap.calls != heap.fail_at)) return false;
  errno = ENOMEM;
  return true;
}

static void *heap_count(void *block) {
  heap.live += heap.armed && block != NULL;
  return block;
}

void *malloc(size_t size) {
  return heap_fails() ? NULL : heap_count(__libc_malloc(size));
}

void *calloc(size_t count, size_t size) {
  return heap_fails() ? NULL : heap_count(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size) {
  if (heap_fails()) return NULL;
  void *moved = __libc_realloc(block, size);
  if (block == NULL) return heap_count(moved);
  heap.live -= heap.armed && moved == NULL && size == 0; /* which frees */
  return moved;
}

void free(void *block) {
  heap.live -= heap.armed && block != NULL;
  __libc_free(block);
}
#endif

/* ---- scenarios: each fills `out`, the same in every run
 * -------------------------------------------------------- */

typedef struct scenario {
  const char *name, *sample;
  policy_status (*run)(const struct scenario *scenario, const policy_options *options, policy_buffer *out,
                       policy_error *error);
  bool lossy; /* a library below loses memory where malloc fails: libzip 1.7 that of a source in a source */
} scenario;

static policy_status by_hand(const scenario *s, const policy_options *options, policy_buffer *out,
                             policy_error *error) {
  (void)s;
  policy_document *document = sample_document(NULL, options->allocator, error);
  return document != NULL ? chain_write(document, options, out, error) : error->code;
}

static const char text[] =
    "\xEF\xBB\xBFReport of the Committee on Wells\r\n\r\nAdopted on 12 March 2031\r\n\r\n1. The Committee on "
    "Wells (CW) "
    "should ask the Ministry of Water to publish its register by 1 May 2031, because farmers need it.\r\n"
    "2. Cafe\xCC\x81s must not draw water at night unless the Ministry allows it. \xFF\r\n\r\n"
    "The FSB and President Xi of China met Vladimir Putin, Pakistani soldiers and Directors of the FBI.\r\n"
    "The CW recommends that Norland and S\xC3\xB8rland build a dam together in order to save the harvest.\r\n";

static policy_status from_bytes(const scenario *s, const policy_options *options, policy_buffer *out,
                                policy_error *error) {
  (void)s;
  return chain_bytes(text, sizeof text - 1, options, out, error);
}

static const char treebank[] =
    "# newdoc id = w\n# newpar\n# text = Wells can't wait.\n1\tWells\twell\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_\n2.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n4\twait\twait\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n# text = Caf\xC3\xA9s\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tde\t_\tADP\t_\t_\t_\t_\t_\t_\n2\tle\t_\tDET\t_\t_\t_\t_\t_\t_\n3\te\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "4\t\xCC\x81\t_\t_\t_\t_\t_\t_\t_\t_\n";

/* Read, written, parsed and written again. */
static policy_status from_treebank(const scenario *s, const policy_options *options, policy_buffer *out,
                                   policy_error *error) {
  (void)s;
  policy_document *read = policy_read(treebank, sizeof treebank - 1, options, error);
  if (read == NULL) return error->code;
  policy_status status = policy_conllu_write(read, out, error);
  policy_document *parsed = status == POLICY_OK ? policy_parse(read, options, error) : NULL;
  policy_document_unref(read);
  if (parsed == NULL) return status == POLICY_OK ? error->code : status;
  status = policy_conllu_write(parsed, out, error);
  return status == POLICY_OK ? chain_write(parsed, options, out, error)
                             : (policy_document_unref(parsed), status);
}

static const char page[] =
    "<!doctype html><html lang=en><title>Wells | Valley News</title><meta name=author content='Ann Lee'><meta name=keywords "
    "content='wells, towns'><script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"W\\u00e9lls\", "
    "\"datePublished\": \"2031-05-02\"}</script><nav><a href=/>Start</a></nav><main><h1 id=a>W&eacute;lls</h1><p>The Committee "
    "on Wells (CW) should ask the Ministry of Water to publish its register by 1 May 2031, because farmers need it.</p><ul>"
    "<li>Norland must pay.<li>S&oslash;rland may help.</ul><table><tr><th>Town<th>Level<tr><td>Aby<td>1</table></main>";

static policy_status from_page(const scenario *s, const policy_options *options, policy_buffer *out,
                               policy_error *error) {
  (void)s;
  return chain_bytes(page, sizeof page - 1, options, out, error);
}

static const char packed[] = /* "Norland must pay." */
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xF3\xCB\x2F\xCA\x49\xCC\x4B\x51\xC8\x2D\x2D\x2E\x51\x28\x48"
    "\xAC\xD4\x03\x00\x65\x34\xED\x12\x11\x00\x00\x00";

static policy_status from_packed(const scenario *s, const policy_options *options, policy_buffer *out,
                                 policy_error *error) {
  (void)s;
  return chain_bytes(packed, sizeof packed - 1, options, out, error);
}

/* Without entities of its own: libxml2 2.9 loses the text of one where memory fails. */
static const char law[] =
    "<?xml version='1.0' encoding='ISO-8859-1'?><akomaNtoso><act><meta>"
    "<identification><FRBRWork><FRBRdate date='2031-05-04'/><FRBRauthor href='#h'/></FRBRWork></identification>"
    "<references><TLCPerson eId='h' showAs='House'/></references></meta><body><section eId='s1'><num>1</num>"
    "<heading>Duty</heading><p>The Council should dig caf\xE9s<authorialNote marker='1'><p>Deep.</p></authorialNote> &amp; "
    "wells.</p><table><tr><td>1</td><td>2</td></tr></table></section></body></act></akomaNtoso>";

/* A vocabulary that is known, and one that is not. */
static policy_status from_xml(const scenario *s, const policy_options *options, policy_buffer *out, policy_error *error) {
  static const char other[] = "<r><k>Norland must <x>dig</x>.</k><k>Now.</k></r>";
  policy_options given = *options;
  (void)s;
  given.media_type = "application/xml";
  policy_status status = chain_bytes(law, sizeof law - 1, &given, out, error);
  return status == POLICY_OK ? chain_bytes(other, sizeof other - 1, &given, out, error) : status;
}

static policy_status from_markdown(const scenario *s, const policy_options *options, policy_buffer *out,
                                   policy_error *error) {
  static const char markdown[] =
      "---\ntitle: Wells\nauthors: [Ann Lee]\n---\n# Wells\n\n1. Norland should [dig](/a).\n   - now\n\n| a | b |\n|---|---|\n"
      "| 1 | 2 |\n\n<div>raw &amp; x</div>\n\n[r]: /u\n\n[r]\n";
  policy_options given = *options;
  (void)s;
  given.media_type = "text/markdown";
  return chain_bytes(markdown, sizeof markdown - 1, &given, out, error);
}

static char *docx_bytes;
static size_t docx_size;

/* A DOCX with styles, numbers, a note, a table and a text box, made before memory fails. */
static void make_docx(void) {
  static const char body[] =
      "<w:document><w:body><w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>Wells</w:t></w:r></w:p><w:p><w:pPr><w:numPr>"
      "<w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Norland should dig.</w:t><w:footnoteReference "
      "w:id='2'/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r>"
      "<w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:r></w:p></w:body></w:document>";
  static const packed_file others[] = {
      PACKED("word/styles.xml", "<w:styles><w:style w:type='paragraph' w:styleId='A'><w:pPr><w:outlineLvl w:val='0'/>"
                                "</w:pPr></w:style></w:styles>"),
      PACKED("word/numbering.xml", "<w:numbering><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText w:val='%1.'/>"
                                   "</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
                                   "</w:numbering>"),
      PACKED("word/footnotes.xml", "<w:footnotes><w:footnote w:id='2'><w:p><w:r><w:t>Deep.</w:t></w:r></w:p></w:footnote>"
                                   "</w:footnotes>"),
      PACKED("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Report</w:t></w:r></w:p></w:hdr>"),
      PACKED("docProps/core.xml", "<coreProperties><title>Wells</title><created>2031-02-03</created></coreProperties>")};
  docx_bytes = pack_docx(body, sizeof body - 1, others, sizeof others / sizeof *others, &docx_size);
}

static policy_status from_docx(const scenario *s, const policy_options *options, policy_buffer *out,
                               policy_error *error) {
  (void)s;
  return chain_bytes(docx_bytes, docx_size, options, out, error);
}

/* Own entries on top of others, saved; and what they find. */
static policy_status with_own_entries(const scenario *s, const policy_options *options, policy_buffer *out,
                                      policy_error *error) {
  static const char first[] = "entry\tngo:cw\tngo\tCommittee on Wells\tlab=W\nform\tacronym\ten\tCW\n",
                    second[] = "entry\tngo:cw\nform\tname\tfr\tComit\xC3\xA9\nentry\tx\tstate\tNorland\tpart_of=ngo:cw\n";
  policy_gazetteer_options given = POLICY_GAZETTEER_OPTIONS_INIT;
  policy_options own = *options;
  (void)s;
  given.allocator = options->allocator;
  policy_gazetteer *base = policy_gazetteer_read(first, sizeof first - 1, &given, error);
  if (base == NULL) return error->code;
  given.base = base;
  policy_gazetteer *both = policy_gazetteer_read(second, sizeof second - 1, &given, error);
  policy_gazetteer_unref(base);
  if (both == NULL) return error->code;
  policy_status status = policy_gazetteer_save(both, out, error);
  own.gazetteer = both;
  if (status == POLICY_OK) status = chain_bytes(text, sizeof text - 1, &own, out, error);
  policy_gazetteer_unref(both);
  return status;
}

static const char igscript[] =
    "[n] A,p(old) A1(x [OR] (y [AND] z)) A1,p(w) [m] D(must) {I(dig (a [XOR] b) deep) [OR] I(c) Bdir1(d)} (stray) "
    "Cac{Cac[k]{A(e) I(f)} [AND] {Cac{E(g) F(h)} [XOR] Cac{I(i)}}} O{A(j) D(may) I(k) Cex1(l) I1(m)}";

/* Read, printed, shown as a tree and as a table. */
static policy_status from_igscript(const scenario *s, const policy_options *options, policy_buffer *out,
                                   policy_error *error) {
  (void)s;
  policy_igscript *script = policy_igscript_parse(igscript, sizeof igscript - 1, options, error);
  if (script == NULL) return error->code;
  policy_status status = policy_igscript_print(script, out, error);
  if (status == POLICY_OK) status = policy_igscript_tree(script, POLICY_IGSCRIPT_VARIABILITY, out, error);
  if (status == POLICY_OK) status = policy_igscript_tree(script, POLICY_IGSCRIPT_FLAT, out, error);
  if (status == POLICY_OK) status = policy_igscript_table(script, 0, NULL, '\0', out, error);
  if (status == POLICY_OK) status = policy_igscript_table(script, POLICY_IGSCRIPT_CORE, NULL, '\0', out, error);
  policy_igscript_free(script);
  return status;
}

/* A PDF, through the programs that know the format. */
static policy_status from_pdf(const scenario *s, const policy_options *options, policy_buffer *out,
                              policy_error *error) {
  static const char *const pages[] = {small_pdf_brief, small_pdf_brief};
  static small_pdf pdf;
  (void)s;
  if (pdf.size == 0) small_pdf_make(&pdf, "Safer Wells for Norland", pages, 2);
  return chain_bytes(pdf.bytes, pdf.size, options, out, error);
}

static policy_status from_file(const scenario *s, const policy_options *options, policy_buffer *out,
                               policy_error *error) {
  char path[4096];
  return chain_file(chain_path(s->sample, path, sizeof path), options, out, error);
}

/* ---- one run, with one failure
 * ---------------------------------------------------------------------------------- */

typedef struct outcome {
  policy_status status;
  policy_error error;
  size_t calls;
  bool clean;
  policy_buffer out;
} outcome;

static outcome with_allocator(const scenario *s, size_t fail_at, bool sticky) {
  outcome o = {.status = POLICY_OK};
  policy_options options = POLICY_OPTIONS_INIT;
  tally t;
  tally_init(&t);
  t.fail_at = fail_at;
  t.sticky = sticky;
  options.allocator = &t.allocator;
  policy_buffer out = {.allocator = t.allocator};
  o.status = s->run(s, &options, &out, &o.error);
  o.calls = t.calls;
  t.fail_at = 0;
  if (o.status == POLICY_OK) (void)policy_buffer_append(&o.out, out.data, out.size);
  policy_buffer_free(&out);
  o.clean = tally_is_clean(&t);
  return o;
}

static outcome with_malloc(const scenario *s, size_t fail_at, bool sticky) {
  outcome o = {.status = POLICY_OK};
  policy_options options = POLICY_OPTIONS_INIT;
  memset(&heap, 0, sizeof heap);
  heap.fail_at = fail_at;
  heap.sticky = sticky;
  heap.armed = true;
  policy_buffer out = POLICY_BUFFER_INIT;
  o.status = s->run(s, &options, &out, &o.error);
  heap.fail_at = 0;
  o.calls = heap.calls;
  heap.armed = false;
  if (o.status == POLICY_OK) (void)policy_buffer_append(&o.out, out.data, out.size);
  heap.armed = true;
  policy_buffer_free(&out);
  heap.armed = false;
  o.clean = heap.live == 0 || (s->lossy && fail_at > 0);
  return o;
}

static bool same(const policy_buffer *a, const policy_buffer *b) {
  return a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

/* ---- every run of a scenario
 * ------------------------------------------------------------------------------------ */

enum { FULL = 2000 / PACE };

/* The call to fail after `n`: all up to FULL, then every k-th, so that there are about `most` in all. */
static size_t next_call(size_t n, size_t calls, size_t most) {
  if (most < FULL) return n + 1 + calls / most;
  return n < FULL ? n + 1 : n + 1 + (calls - FULL) / (most - FULL + 1);
}

static void fail_everywhere(const scenario *s, const char *how, outcome (*run)(const scenario *, size_t, bool),
                            size_t most) {
  outcome good = run(s, 0, false);
  if (!tap_ok(good.status == POLICY_OK && good.clean, "%s, %s: %zu allocations, none fails", s->name, how,
              good.calls)) {
    printf("# %s\n", good.error.message);
    policy_buffer_free(&good.out);
    return;
  }
  int wrong = 0, refused = 0;
  for (int sticky = 0; sticky < 2; sticky++) {
    for (size_t n = 1; n <= good.calls && wrong < 5; n = next_call(n, good.calls, most)) {
      outcome o = run(s, n, sticky != 0);
      bool fine =
          o.clean && (o.status == POLICY_ERROR_NO_MEMORY || (o.status == POLICY_OK && same(&o.out, &good.out)));
      if (o.status == POLICY_ERROR_NO_MEMORY) fine &= o.error.code == o.status && o.error.message[0] != '\0';
      refused += o.status == POLICY_ERROR_NO_MEMORY;
      if (!fine)
        printf("# call %zu%s: status %d (%s)%s\n", n, sticky ? " and all after it" : "", o.status,
               o.status != POLICY_OK ? o.error.message : "other result",
               o.clean ? "" : ", not all memory came back");
      wrong += !fine;
      policy_buffer_free(&o.out);
    }
  }
  outcome last = run(s, 0, false);
  tap_ok(wrong == 0 && refused > 0 && same(&last.out, &good.out), "%s, %s: fails as it should, %d times",
         s->name, how, refused);
  policy_buffer_free(&last.out);
  policy_buffer_free(&good.out);
}

/* Each run starts two programs, if they are there. */
static void fail_pdf(size_t most) {
  static const scenario pdf = {"a PDF", NULL, from_pdf, false};
  outcome first = with_allocator(&pdf, 0, false);
  policy_buffer_free(&first.out);
  if (first.status == POLICY_ERROR_UNSUPPORTED) {
    tap_skip("a PDF", first.error.message);
    return;
  }
  fail_everywhere(&pdf, "allocator", with_allocator, most);
  if (OWN_MALLOC) fail_everywhere(&pdf, "malloc", with_malloc, most);
}

/* ---- files that cannot be read
 * ---------------------------------------------------------------------------------- */

static void unreadable(const char *path, const char *what) {
  policy_error error = {POLICY_OK, 0, ""};
  policy_document *read = policy_read_file(path, NULL, &error),
                  *analysed = policy_analyse_file(path, NULL, NULL);
  tap_ok(read == NULL && analysed == NULL && error.code == POLICY_ERROR_IO && error.message[0] != '\0',
         "%s: %s", what, error.message);
  policy_document_unref(read);
  policy_document_unref(analysed);
}

/* Libraries below keep some memory from their first call on. */
static void warm_up(void) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "application/xml";
  policy_document_unref(policy_read("<a", 2, &options, NULL));
  make_docx();
  options.media_type = NULL;
  policy_document_unref(policy_read(docx_bytes, docx_size, &options, NULL));
}

int main(void) {
  static const scenario small[] = {{"by hand", NULL, by_hand, false},
                                   {"a small text", NULL, from_bytes, false},
                                   {"a treebank", NULL, from_treebank, false},
                                   {"a page", NULL, from_page, false},
                                   {"a packed text", NULL, from_packed, false},
                                   {"IG Script", NULL, from_igscript, false},
                                   {"XML", NULL, from_xml, false},
                                   {"Markdown", NULL, from_markdown, false},
                                   {"DOCX", NULL, from_docx, true}};
  static const scenario own = {"own entries", NULL, with_own_entries, false};
  size_t most = getenv("POLICY_FAULTS") != NULL ? SIZE_MAX / 2 : FULL + 500 / PACE;
  setvbuf(stdout, NULL, _IOLBF, 4096);
  warm_up();
  for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
    fail_everywhere(&small[i], "allocator", with_allocator, most);
    if (OWN_MALLOC) fail_everywhere(&small[i], "malloc", with_malloc, most);
  }
  fail_everywhere(&own, "allocator", with_allocator, most > FULL + 500 ? most : 300);
  if (OWN_MALLOC) fail_everywhere(&own, "malloc", with_malloc, most > FULL + 500 ? most : 100);
  fail_pdf(most > FULL + 500 ? most : 100);
  for (size_t i = 0; chain_samples[i] != NULL; i++) {
    const scenario s = {chain_samples[i], chain_samples[i], from_file, false};
    fail_everywhere(&s, "allocator", with_allocator, most > FULL + 500 ? most : 100);
    if (OWN_MALLOC) fail_everywhere(&s, "malloc", with_malloc, most > FULL + 500 ? most : 100);
  }
  if (!OWN_MALLOC) tap_skip("malloc fails", "malloc is the sanitizer's");
  free(docx_bytes);
  unreadable("/no/such/file", "a file that is not there");
  unreadable("/", "a folder");
  unreadable("", "no name");
  return tap_end();
}
