/* The door for bytes: validation, line ends and normalisation; and the properties of code points. */
#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "base/checked.h"

enum { REPLACEMENT = 0xFFFD, LONGEST_MARKS = 30 };

/* ---- validation --------------------------------------------------------------------------------------- */

/* The range of the second byte after a lead byte (Unicode 15, table 3-7); `need` is the whole length. */
static size_t lead(unsigned char c, unsigned char *low, unsigned char *high) {
  *low = 0x80;
  *high = 0xBF;
  if (c < 0xC2 || c > 0xF4) return 0;
  if (c < 0xE0) return 2;
  if (c == 0xE0) *low = 0xA0;
  if (c == 0xED) *high = 0x9F;
  if (c < 0xF0) return 3;
  if (c == 0xF0) *low = 0x90;
  if (c == 0xF4) *high = 0x8F;
  return 4;
}

/* The length of the well-formed sequence at `at`, or 0, with the length of the maximal bad part in `bad`. */
static size_t sequence(const unsigned char *at, size_t size, size_t *bad) {
  unsigned char low, high;
  if (at[0] < 0x80) return 1;
  size_t need = lead(at[0], &low, &high);
  *bad = 1;
  if (need == 0) return 0;
  for (size_t i = 1; i < need; i++) {
    if (i >= size || at[i] < (i == 1 ? low : 0x80) || at[i] > (i == 1 ? high : 0xBF)) return 0;
    *bad = i + 1;
  }
  return need;
}

/* How many bytes from `at` on can be copied as they are: ASCII but NUL and CR. */
static size_t plain_ascii(const unsigned char *at, size_t size) {
  const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  size_t n = 0;
  for (; size - n >= 8; n += 8) {
    uint64_t word, cr;
    memcpy(&word, at + n, 8);
    cr = word ^ ones * '\r';
    if ((word | ((word - ones) & ~word) | ((cr - ones) & ~cr)) & highs) break;
  }
  while (n < size && at[n] < 0x80 && at[n] != 0 && at[n] != '\r') n++;
  return n;
}

/* Notes that the text's next byte comes from `source`, if that does not follow from the last run. */
static policy_status note_run(policy__array *runs, size_t text, uint64_t source) {
  if (runs == NULL) return POLICY_OK;
  policy_status status;
  policy__source_run *last =
      runs->count > 0 ? POLICY__AT(runs, policy__source_run, runs->count - 1) : NULL;
  if (last != NULL ? last->source - last->text == source - text : source == text) return POLICY_OK;
  if (last != NULL && last->text == text) {
    last->source = source;
    return POLICY_OK;
  }
  policy__source_run *run = policy__array_push(runs, &status);
  if (run != NULL) *run = (policy__source_run){.text = (uint32_t)text, .source = source};
  return status;
}

/* Appends what stands at `at`, one character or more, and tells how many bytes it was. */
static policy_status clean_piece(const unsigned char *at, size_t size, uint64_t offset, policy_buffer *text,
                                 policy__cleaning *cleaning, size_t *taken) {
  size_t bad = 1;
  *taken = plain_ascii(at, size);
  if (*taken > 0) return policy_buffer_append(text, at, *taken);
  if (*at == '\r') {
    *taken = size > 1 && at[1] == '\n' ? 2 : 1;
    return policy_buffer_append(text, "\n", 1);
  }
  *taken = *at == 0 ? 0 : sequence(at, size, &bad);
  if (*taken > 0) return policy_buffer_append(text, at, *taken);
  *taken = bad;
  if (cleaning->replaced++ == 0) cleaning->first_bad = offset;
  return policy_buffer_append(text, "\xEF\xBF\xBD", 3);
}

static policy_status validate(const unsigned char *bytes, size_t size, policy_buffer *text,
                              policy__array *runs, policy__cleaning *cleaning) {
  size_t base = text->size, at = 0;
  while (size - at >= 3 && memcmp(bytes + at, "\xEF\xBB\xBF", 3) == 0) at += 3;
  while (at < size) {
    size_t taken;
    policy_status status = note_run(runs, text->size - base, at);
    if (status == POLICY_OK) status = clean_piece(bytes + at, size - at, at, text, cleaning, &taken);
    if (status != POLICY_OK) return status;
    at += taken;
  }
  return note_run(runs, text->size - base, at); /* the end comes from the end */
}

/* ---- normalisation -------------------------------------------------------------------------------------- */

/* Code points that are NFC as they stand, and never join the one before. Coarse: what is not listed here is
   handed to utf8proc. */
static bool is_stable(uint32_t c) {
  return c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x5D0 && c < 0x5EB) || (c >= 0x2010 && c < 0x2060) ||
         (c >= 0x3041 && c < 0x3097) || (c >= 0x30A1 && c < 0x30FB) || (c >= 0x3400 && c < 0xA000) ||
         (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xFF01 && c < 0xFF5F) || (c >= 0x3001 && c < 0x302A) ||
         c == REPLACEMENT;
}

/* The first byte at or behind `at` whose code point is not stable; `size` when all are. */
static size_t find_unstable(const char *text, size_t at, size_t size) {
  while ((at = policy__utf8_skip_ascii(text, at, size)) < size) {
    if ((unsigned char)text[at] < 0xCC) { /* below U+0300: the lead byte is enough */
      at += 2;
      continue;
    }
    const char *p = text + at;
    if (!is_stable(policy__utf8_next(&p))) return at;
    at = (size_t)(p - text);
  }
  return size;
}

/* Whether a code point is a combining mark, or becomes several: U+0F73, U+0F75 and U+0F81 are the only ones of
   class 0 that decompose into marks alone. */
static bool is_combining(uint32_t c) {
  if (c == 0xF73 || c == 0xF75 || c == 0xF81) return true;
  return utf8proc_get_property((utf8proc_int32_t)c)->combining_class != 0;
}

/* The end of the piece to normalise that begins at `at`: the next stable code point. Tells whether it has a
   run of combining marks so long that putting it in order would not be linear. */
static size_t end_of_unstable(const char *text, size_t at, size_t size, bool *long_run) {
  size_t marks = 0;
  *long_run = false;
  while (at < size) {
    const char *p = text + at;
    uint32_t c = policy__utf8_next(&p);
    if (is_stable(c)) return at;
    marks = is_combining(c) ? marks + 1 : 0;
    *long_run |= marks > LONGEST_MARKS;
    at = (size_t)(p - text);
  }
  return size;
}

static policy_status append_code_point(policy_buffer *buffer, utf8proc_int32_t c) {
  utf8proc_uint8_t bytes[4];
  utf8proc_ssize_t n = utf8proc_encode_char(c, bytes);
  return policy_buffer_append(buffer, bytes, (size_t)n);
}

/* Appends one piece of valid text in NFC. `scratch` holds code points. */
static policy_status compose(const char *piece, size_t size, policy_buffer *out, policy_buffer *scratch) {
  const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
  /* A code point decomposes into at most four, and takes at least a byte. */
  size_t room;
  if (!policy__multiply(size, 4 * sizeof(utf8proc_int32_t), &room)) return POLICY_ERROR_LIMIT;
  while (scratch->capacity <= room) {
    static const char zeros[1024] = {0};
    size_t more = room - scratch->size < sizeof zeros ? room - scratch->size + 1 : sizeof zeros;
    policy_status status = policy_buffer_append(scratch, zeros, more);
    if (status != POLICY_OK) return status;
  }
  utf8proc_int32_t *points = (utf8proc_int32_t *)(void *)scratch->data;
  utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)piece, (utf8proc_ssize_t)size, points,
                                              (utf8proc_ssize_t)(size * 4), options);
  if (count >= 0) count = utf8proc_normalize_utf32(points, count, options);
  if (count < 0) return POLICY_ERROR_INTERNAL;
  for (utf8proc_ssize_t i = 0; i < count; i++) {
    policy_status status = append_code_point(out, points[i]);
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}

/* Where byte `at` of the text that `runs` describes came from. `run` walks along. */
static uint64_t source_of(const policy__array *runs, size_t *run, size_t at) {
  while (*run < runs->count && POLICY__AT(runs, policy__source_run, *run)->text <= at) ++*run;
  if (*run == 0) return at;
  const policy__source_run *last = POLICY__AT(runs, policy__source_run, *run - 1);
  return last->source + (at - last->text);
}

/* Copies the runs that begin in [begin, end) of the raw text, moved to where it now stands in the text. */
static policy_status copy_runs(const policy__array *from, size_t *run, size_t begin, size_t end, size_t text,
                               policy__array *to) {
  if (from == NULL) return POLICY_OK;
  policy_status status = note_run(to, text, source_of(from, run, begin));
  while (status == POLICY_OK && *run < from->count && POLICY__AT(from, policy__source_run, *run)->text < end) {
    const policy__source_run *r = POLICY__AT(from, policy__source_run, *run);
    status = note_run(to, text + (r->text - begin), r->source);
    ++*run;
  }
  return status;
}

/* Where the character begins that may take a mark at `at`: the one before, but for those that the raw text has
   in place of other bytes, and that take none. */
static size_t base_of(const char *raw, size_t at) {
  const char *p = raw + at;
  policy__utf8_previous(&p);
  const char *next = p;
  uint32_t c = policy__utf8_next(&next);
  return c == '\n' || c == REPLACEMENT ? at : (size_t)(p - raw);
}

/* Appends raw[0, size) in NFC: stable stretches copied, the others composed. */
static policy_status normalise(const char *raw, size_t size, policy_buffer *text, policy_buffer *scratch,
                               const policy__array *raw_runs, policy__array *runs, policy__cleaning *cleaning) {
  size_t base = text->size, done = 0, run = 0;
  while (done < size) {
    size_t begin = find_unstable(raw, done, size);
    if (begin < size && begin > done) begin = base_of(raw, begin);
    policy_status status = copy_runs(raw_runs, &run, done, begin, text->size - base, runs);
    if (status == POLICY_OK) status = policy_buffer_append(text, raw + done, begin - done);
    if (status != POLICY_OK) return status;
    if (begin >= size) break;
    const char *second = raw + begin;
    policy__utf8_next(&second);
    bool long_run;
    size_t end = end_of_unstable(raw, (size_t)(second - raw), size, &long_run);
    cleaning->long_runs += long_run;
    if (raw_runs != NULL) status = note_run(runs, text->size - base, source_of(raw_runs, &run, begin));
    if (status == POLICY_OK && long_run) status = policy_buffer_append(text, raw + begin, end - begin);
    else if (status == POLICY_OK) status = compose(raw + begin, end - begin, text, scratch);
    if (status != POLICY_OK) return status;
    done = end;
  }
  return raw_runs != NULL ? note_run(runs, text->size - base, source_of(raw_runs, &run, size)) : POLICY_OK;
}

policy_status policy__utf8_clean(const char *bytes, size_t size, policy_buffer *text, policy__array *runs,
                                 policy__cleaning *cleaning) {
  size_t base = text->size;
  policy_status status = validate((const unsigned char *)bytes, size, text, runs, cleaning);
  if (status != POLICY_OK || text->size == base) return status;
  if (find_unstable(text->data, base, text->size) == text->size) return POLICY_OK;
  policy_buffer scratch = {.allocator = text->allocator}, raw = {.allocator = text->allocator};
  policy__array raw_runs = {0};
  status = policy_buffer_append(&raw, text->data + base, text->size - base);
  if (runs != NULL) {
    raw_runs = *runs;
    policy__array_init(runs, raw_runs.allocator, raw_runs.item, raw_runs.ceiling);
  }
  text->size = base;
  if (status == POLICY_OK)
    status = normalise(raw.data, raw.size, text, &scratch, runs != NULL ? &raw_runs : NULL, runs, cleaning);
  policy_buffer_free(&raw);
  policy_buffer_free(&scratch);
  if (runs != NULL) policy__array_free(&raw_runs);
  return status;
}

/* ---- questions about code points -------------------------------------------------------------------------- */

static unsigned classify_category(utf8proc_category_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return POLICY__LETTER | POLICY__UPPER;
    case UTF8PROC_CATEGORY_LL: return POLICY__LETTER | POLICY__LOWER;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return POLICY__LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return POLICY__MARK;
    case UTF8PROC_CATEGORY_ND: return POLICY__DIGIT;
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return POLICY__SYMBOL;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return POLICY__SPACE;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return POLICY__PUNCTUATION;
    default: return POLICY__CONTROL;
  }
}

static unsigned classify_ascii(uint32_t c) {
  if (c - 'a' < 26) return POLICY__LETTER | POLICY__LOWER;
  if (c - 'A' < 26) return POLICY__LETTER | POLICY__UPPER;
  if (c - '0' < 10) return POLICY__DIGIT;
  if (c == ' ' || (c >= 9 && c <= 13)) return POLICY__SPACE;
  if (c < 32 || c == 127) return POLICY__CONTROL;
  return strchr("$+<=>^`|~", (int)c) != NULL ? POLICY__SYMBOL : POLICY__PUNCTUATION;
}

unsigned policy__classify(uint32_t c) {
  if (c < 0x80) return classify_ascii(c);
  if (c == 0x85) return POLICY__SPACE;
  if ((c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x32000))
    return POLICY__LETTER | POLICY__IDEOGRAPH;
  return classify_category(utf8proc_category((utf8proc_int32_t)c));
}

uint32_t policy__lower(uint32_t c) {
  if (c < 0x80) return c - 'A' < 26 ? c + 32 : c;
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

/* Marks that are written or not. */
static bool is_loose_mark(uint32_t c) {
  return (c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x488) || (c >= 0x591 && c < 0x5C8 && c != 0x5BE) ||
         (c >= 0x64B && c < 0x660) || c == 0x640 || c == 0x670 || (c >= 0x1AB0 && c < 0x1B00) ||
         (c >= 0x1DC0 && c < 0x1E00) || (c >= 0x20D0 && c < 0x2100) || (c >= 0xFE20 && c < 0xFE30);
}

/* Letters whose mark is no code point of its own; the others as they are. */
static uint32_t without_stroke(uint32_t c) {
  static const struct {
    uint16_t letter;
    char plain;
  } strokes[] = {{0xF0, 'd'},   {0xF8, 'o'},   {0x111, 'd'}, {0x127, 'h'}, {0x131, 'i'}, {0x142, 'l'}, {0x167, 't'},
                 {0x180, 'b'},  {0x199, 'k'},  {0x19A, 'l'}, {0x1B4, 'y'}, {0x1B6, 'z'}, {0x1E5, 'g'}, {0x23C, 'c'},
                 {0x249, 'j'},  {0x24D, 'r'},  {0x24F, 'y'}, {0x253, 'b'}, {0x256, 'd'}, {0x257, 'd'}, {0x260, 'g'},
                 {0x268, 'i'},  {0x2C66, 't'}};
  for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
    if (c == strokes[i].letter) return (uint32_t)strokes[i].plain;
  return c;
}

/* Letters of which utf8proc would make the same: those of scripts without case and marks. */
static bool is_plain(uint32_t c) {
  return (c >= 0x5D0 && c < 0x5EB) || (c >= 0x900 && c < 0x10A0) || (c >= 0x3040 && c < 0xA000) ||
         (c >= 0xAC00 && c < 0xD7A4);
}

size_t policy__utf8_plain(uint32_t c, uint32_t plain[POLICY__PLAIN_MOST]) {
  if (c < 0x80 || is_plain(c)) return plain[0] = policy__lower(c), 1;
  if (is_loose_mark(c)) return 0;
  utf8proc_int32_t points[16];
  int last = 0;
  const utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD;
  utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)c, points, 16, options, &last);
  if (count <= 0 || count > 16) return plain[0] = c, 1;
  size_t size = 0;
  for (utf8proc_ssize_t i = 0; i < count && size < POLICY__PLAIN_MOST; i++) {
    uint32_t point = (uint32_t)points[i];
    if (is_loose_mark(point)) continue;
    if ((point == 0xE6 || point == 0x153) && size + 1 < POLICY__PLAIN_MOST) {
      plain[size++] = point == 0xE6 ? 'a' : 'o';
      point = 'e';
    }
    plain[size++] = without_stroke(point);
  }
  return size;
}

policy_status policy__append_lower(policy_buffer *buffer, policy_string string) {
  for (const char *at = string.data, *end = at + string.size; at < end;) {
    policy_status status = append_code_point(buffer, (utf8proc_int32_t)policy__lower(policy__utf8_next(&at)));
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}

/* ---- from right to left ---------------------------------------------------------------------------------- */

static bool is_from_right(uint32_t point) {
  return (point >= 0x590 && point < 0x900) || (point >= 0xFB1D && point < 0xFE00) ||
         (point >= 0xFE70 && point < 0xFF00);
}

bool policy__runs_from_right(policy_string text) {
  size_t right = 0, left = 0;
  for (const char *at = text.data, *end = at + text.size; at < end;) {
    uint32_t point = policy__utf8_next(&at);
    if (is_from_right(point)) right++;
    else if ((policy__classify(point) & POLICY__LETTER) != 0) left++;
  }
  return right > left;
}
