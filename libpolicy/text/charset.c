/* Charsets: which one, and from it to UTF-8. */
#include "text/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <uchardet/uchardet.h>

#include "text/charset_map.h"

/* ---- names ----------------------------------------------------------------------------------------------- */

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static void copy(const char *from, char name[POLICY__CHARSET_SIZE]) {
  size_t size = strlen(from);
  if (size >= POLICY__CHARSET_SIZE) size = POLICY__CHARSET_SIZE - 1;
  memcpy(name, from, size);
  name[size] = '\0';
}

/* Labels that stand for another charset in practice (WHATWG Encoding, 4.2), then the name that iconv knows. */
static const struct {
  const char *label, *name, *iconv;
} names[] = {
    {"iso-8859-1", "windows-1252", "CP1252"},   {"iso8859-1", "windows-1252", "CP1252"},
    {"iso_8859-1", "windows-1252", "CP1252"},   {"latin1", "windows-1252", "CP1252"},
    {"l1", "windows-1252", "CP1252"},           {"us-ascii", "windows-1252", "CP1252"},
    {"ascii", "windows-1252", "CP1252"},        {"cp1252", "windows-1252", "CP1252"},
    {"x-cp1252", "windows-1252", "CP1252"},     {"ansi_x3.4-1968", "windows-1252", "CP1252"},
    {"windows-1252", "windows-1252", "CP1252"}, {"iso-8859-9", "windows-1254", "CP1254"},
    {"latin5", "windows-1254", "CP1254"},       {"iso-8859-11", "windows-874", "CP874"},
    {"tis-620", "windows-874", "CP874"},        {"windows-874", "windows-874", "CP874"},
    {"gb2312", "gb18030", "GB18030"},           {"gbk", "gb18030", "GB18030"},
    {"x-gbk", "gb18030", "GB18030"},            {"gb_2312-80", "gb18030", "GB18030"},
    {"shift_jis", "shift_jis", "CP932"},        {"shift-jis", "shift_jis", "CP932"},
    {"sjis", "shift_jis", "CP932"},             {"x-sjis", "shift_jis", "CP932"},
    {"windows-31j", "shift_jis", "CP932"},      {"ks_c_5601-1987", "euc-kr", "CP949"},
    {"euc-kr", "euc-kr", "CP949"},              {"uhc", "euc-kr", "CP949"},
    {"big5", "big5", "BIG5-HKSCS"},             {"big5-hkscs", "big5", "BIG5-HKSCS"},
    {"macintosh", "macintosh", "MACINTOSH"},    {"mac", "macintosh", "MACINTOSH"},
    {"x-mac-roman", "macintosh", "MACINTOSH"},  {"utf8", "utf-8", "UTF-8"},
    {"unicode-1-1-utf-8", "utf-8", "UTF-8"},    {"utf-16", "utf-16le", "UTF-16LE"},
    {"unicode", "utf-16le", "UTF-16LE"},        {"ucs-2", "utf-16le", "UTF-16LE"},
};

/* The charset's usual name, in lower case, into `name`, and iconv's; "" for what cannot be a name. */
static const char *resolve(const char *label, char name[POLICY__CHARSET_SIZE]) {
  size_t size = 0;
  if (label == NULL) label = "";
  label += strspn(label, " \t\r\n\"'");
  for (; size + 1 < POLICY__CHARSET_SIZE && strchr(" \t\r\n\"';,/", *label) == NULL; label++) {
    if (*label < '!' || *label > '~') break;
    name[size++] = lower(*label);
  }
  name[size] = '\0';
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(name, names[i].label) != 0) continue;
    copy(names[i].name, name);
    return names[i].iconv;
  }
  return name;
}

void policy__charset_of_type(const char *media_type, char name[POLICY__CHARSET_SIZE]) {
  static const char key[] = "charset=";
  name[0] = '\0';
  for (const char *at = media_type != NULL ? media_type : ""; *at != '\0'; at++) {
    size_t n = 0;
    while (key[n] != '\0' && lower(at[n]) == key[n]) n++;
    if (key[n] != '\0') continue;
    (void)resolve(at + n, name);
    return;
  }
}

static void settle(policy__charset *found, const char *name, policy__charset_reason reason, double confidence) {
  copy(name, found->name);
  found->reason = reason;
  found->confidence = confidence;
}

/* How sure a declared or guessed charset is in which `bad` of `high` bytes have no meaning. */
static double sureness(policy__charset_reason reason, size_t bad, size_t high) {
  double share = high > bad ? (double)(high - bad) / (double)high : high == 0;
  return share * (reason == POLICY__CHARSET_DECLARED ? 0.9 : 0.7);
}

/* ---- UTF-8 ------------------------------------------------------------------------------------------------ */

typedef struct survey {
  size_t high, sequences, stray; /* bytes from 0x80 on; well-formed sequences; bytes that are in none */

} survey;

/* The length of a well-formed sequence that begins with a high byte, or 0. */
static size_t sequence_at(const unsigned char *p, size_t size) {
  size_t need = p[0] >= 0xC2 && p[0] < 0xE0 ? 2 : (p[0] & 0xF0) == 0xE0 ? 3 : p[0] >= 0xF0 && p[0] < 0xF5 ? 4 : 0;
  if (need == 0 || need > size) return 0;
  for (size_t i = 1; i < need; i++)
    if ((p[i] & 0xC0) != 0x80) return 0;
  if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F)) return 0;
  if ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F)) return 0;
  return need;
}

static size_t skip_ascii(const unsigned char *p, size_t at, size_t size) {
  return policy__utf8_skip_ascii((const char *)p, at, size);
}

/* The chance that so many well-formed sequences are no accident of another charset. */
static double sureness_of_utf8(size_t sequences) {
  double chance = 1;
  for (size_t i = 0; i < sequences && i < 16; i++) chance /= 4;
  return sequences > 0 ? 1 - chance : 1;
}

static survey look(const unsigned char *p, size_t size) {
  survey s = {0};
  for (size_t at = skip_ascii(p, 0, size); at < size; at = skip_ascii(p, at, size)) {
    size_t length = sequence_at(p + at, size - at);
    s.high += length > 0 ? length : 1;
    if (length > 0) s.sequences++;
    else s.stray++;
    at += length > 0 ? length : 1;
  }
  return s;
}

/* ---- other charsets ---------------------------------------------------------------------------------------- */

static policy_status append(policy_buffer *text, const char *bytes, size_t size) {
  return size > 0 ? policy_buffer_append(text, bytes, size) : POLICY_OK;
}

/* A conversion: from where to where. */
typedef struct conversion {
  iconv_t descriptor;
  const char *bytes; /* the whole source */
  char *in;          /* what of it is left; iconv does not write there */
  size_t size;
  policy_buffer *text;
  policy__array *map; /* or NULL */
  size_t bad;         /* bytes without a meaning */
} conversion;

/* Appends what came out of `from` on. */
static policy_status take(conversion *c, const char *out, size_t size, const char *from,
                          policy__source_run run) {
  run.source = (uint64_t)(from - c->bytes);
  if (size == 0) return POLICY_OK;
  policy_status status = policy__map_note(c->map, c->text->size, &run);
  return status == POLICY_OK ? policy_buffer_append(c->text, out, size) : status;
}

static policy_status take_bad(conversion *c) {
  const policy__source_run run = {.unit = POLICY__SOURCE_BYTES, .of = 3, .from = 1};
  c->bad++;
  policy_status status = take(c, "\xEF\xBF\xBD", 3, c->in, run);
  c->in++, c->size--;
  return status;
}

/* In pieces, whose characters all take as many bytes of the source, as `run` tells. */
static policy_status convert_pieces(conversion *c, policy__source_run run) {
  enum { PIECE = 512, CHUNK = 16384 }; /* counting within a piece finds a place in it */
  char chunk[CHUNK];
  policy_status status = POLICY_OK;
  for (bool flushed = false; status == POLICY_OK && !flushed;) {
    char *out = chunk, *from = c->in;
    size_t room = c->map != NULL ? PIECE : CHUNK;
    flushed = c->size == 0;
    size_t result = iconv(c->descriptor, flushed ? NULL : &c->in, flushed ? NULL : &c->size, &out, &room);
    int why = errno;
    status = take(c, chunk, (size_t)(out - chunk), from, run);
    if (result != (size_t)-1 || why == E2BIG || status != POLICY_OK) continue;
    if (c->size == 0) break;
    status = take_bad(c);
  }
  return status;
}

/* Whether bytes change the meaning of those that follow, and are no characters. */
static bool is_shift(char byte) {
  return byte == 0x1B || byte == 0x0E || byte == 0x0F;
}

/* Appends what came out behind a letter that was waiting: that letter, now with its mark perhaps, while another
   waits; or the letter and what follows it. */
static policy_status take_waiting(conversion *c, const char *out, size_t size, const char *begin,
                                  const char **waiting) {
  const char *at = out;
  policy__utf8_next(&at);
  size_t first = (size_t)(at - out);
  policy_status status = take(c, out, first, *waiting, (policy__source_run){.of = (uint8_t)first, .from = 1});
  *waiting = first == size ? begin : NULL;
  if (status != POLICY_OK) return status;
  return take(c, at, size - first, begin, (policy__source_run){.of = (uint8_t)(size - first), .from = 1});
}

/* Converts the next character, which `c->in` moves behind, unless its bytes have no meaning. Charsets whose
   letters wait for a mark give them one step later: `*waiting` is where they began. */
static policy_status convert_next(conversion *c, const char **waiting, bool *good) {
  enum { MOST = 8, ROOM = 64 };
  char chunk[ROOM], *out = chunk, *begin = c->in;
  size_t room = ROOM, result = (size_t)-1;
  for (size_t n = 1; n <= MOST && n <= c->size && result == (size_t)-1; n++) {
    size_t left = n;
    c->in = begin;
    result = iconv(c->descriptor, &c->in, &left, &out, &room);
    if (result == (size_t)-1 && errno != EINVAL) break;
  }
  *good = result != (size_t)-1;
  if (!*good) c->in = begin;
  c->size -= (size_t)(c->in - begin);
  size_t made = (size_t)(out - chunk);
  const policy__source_run run = {.of = (uint8_t)made, .from = (uint8_t)(c->in - begin)};
  if (*waiting != NULL && made > 0) return take_waiting(c, chunk, made, begin, waiting);
  if (made == 0 && *good && *waiting == NULL && !is_shift(*begin)) *waiting = begin;
  return take(c, chunk, made, begin, run);
}

/* One character after another, each with its own number of bytes. */
static policy_status convert_characters(conversion *c) {
  const char *waiting = NULL;
  policy_status status = POLICY_OK;
  while (c->size > 0 && status == POLICY_OK) {
    bool good;
    status = convert_next(c, &waiting, &good);
    if (!good && status == POLICY_OK) status = take_bad(c);
  }
  char chunk[64], *out = chunk;
  size_t room = sizeof chunk;
  (void)iconv(c->descriptor, NULL, NULL, &out, &room);
  const policy__source_run run = {.unit = POLICY__SOURCE_BYTES};
  const char *from = waiting != NULL ? waiting : c->in;
  return status == POLICY_OK ? take(c, chunk, (size_t)(out - chunk), from, run) : status;
}

/* Whether each byte is a character, or nothing. */
static bool is_single(iconv_t descriptor) {
  for (unsigned value = 0; value < 256; value++) {
    char byte = (char)value, made[16], *in = &byte, *out = made;
    size_t size = 1, room = sizeof made;
    size_t result = iconv(descriptor, &in, &size, &out, &room);
    if (result == (size_t)-1 && errno != EILSEQ) return false;
    const char *at = made;
    if (result != (size_t)-1 && out == made) return false;
    if (out > made) (void)policy__utf8_next(&at);
    if (at < out) return false;
    (void)iconv(descriptor, NULL, NULL, NULL, NULL);
  }
  return true;
}

static bool begins(const char *name, const char *prefix) {
  while (*prefix != '\0' && lower(*name) == *prefix) name++, prefix++;
  return *prefix == '\0';
}

static policy_status convert_all(conversion *c, const char *charset) {
  static const policy__source_run utf16 = {.unit = POLICY__SOURCE_UNITS, .of = 1, .from = 2},
                                  utf32 = {.unit = POLICY__SOURCE_POINTS, .of = 1, .from = 4},
                                  single = {.unit = POLICY__SOURCE_POINTS, .of = 1, .from = 1};
  if (c->map == NULL) return convert_pieces(c, single);
  if (begins(charset, "utf-16")) return convert_pieces(c, utf16);
  if (begins(charset, "utf-32")) return convert_pieces(c, utf32);
  if (is_single(c->descriptor)) return convert_pieces(c, single);
  (void)iconv(c->descriptor, NULL, NULL, NULL, NULL);
  return convert_characters(c);
}

/* Appends the bytes from `skip` on in UTF-8, and says where they came from. `bad` counts those without a
   meaning; UNSUPPORTED when iconv does not know the charset. */
static policy_status convert(const char *charset, policy_string bytes, size_t skip, policy_buffer *text,
                             policy__array *map, size_t *bad) {
  conversion c = {.bytes = bytes.data, .size = bytes.size - skip, .text = text, .map = map};
  c.in = (char *)(uintptr_t)bytes.data + skip;
  *bad = 0;
  c.descriptor = iconv_open("UTF-8", charset);
  if (c.descriptor == (iconv_t)-1) return errno == ENOMEM ? POLICY_ERROR_NO_MEMORY : POLICY_ERROR_UNSUPPORTED;
  policy_status status = convert_all(&c, charset);
  *bad = c.bad;
  iconv_close(c.descriptor);
  return status;
}

/* The same, but the text stays as it was where more than one byte in fifty of those from 0x80 on has no meaning. */
static policy_status convert_if_valid(const char *charset, policy_string bytes, size_t high,
                                      policy_buffer *text, policy__array *map, policy__charset *found,
                                      bool *valid) {
  size_t bad = 0, before = text->size;
  policy_status status = convert(charset, bytes, 0, text, map, &bad);
  *valid = status == POLICY_OK && bad * 50 <= high;
  found->confidence = sureness(found->reason, bad, high);
  if (!*valid) text->size = before;
  if (!*valid && map != NULL) map->count = 0;
  return status == POLICY_ERROR_UNSUPPORTED ? POLICY_OK : status;
}

/* Stray bytes among UTF-8 are those of windows-1252, as where a page was pasted together. */
static policy_status convert_mixed(const unsigned char *p, size_t size, policy_buffer *text,
                                   policy__array *map) {
  policy_status status = POLICY_OK;
  policy__source_run run = {.unit = POLICY__SOURCE_BYTES};
  for (size_t at = 0; at < size && status == POLICY_OK;) {
    size_t end = skip_ascii(p, at, size), bad;
    for (size_t length = 1; end < size && p[end] >= 0x80; end += length) {
      length = sequence_at(p + end, size - end);
      if (length == 0) break;
    }
    run.source = at;
    if (end > at) status = policy__map_note(map, text->size, &run);
    if (status == POLICY_OK) status = append(text, (const char *)p + at, end - at);
    at = end;
    if (at == size || status != POLICY_OK) break;
    run.source = at;
    status = policy__map_note(map, text->size, &run);
    if (status == POLICY_OK)
      status = convert("CP1252", (policy_string){(const char *)p + at++, 1}, 0, text, NULL, &bad);
  }
  return status;
}

/* ---- guessing ---------------------------------------------------------------------------------------------- */

/* UTF-16 without a mark: one of two places is NUL nearly always, the other hardly ever. */
static const char *utf16_name(const unsigned char *p, size_t size) {
  enum { LOOK = 4096, FEWEST = 8 };
  size_t zeros[2] = {0, 0}, half;
  if (size > LOOK) size = LOOK;
  half = size / 2;
  for (size_t i = 0; i < half * 2; i++) zeros[i & 1] += p[i] == 0;
  if (half < FEWEST) return NULL;
  if (zeros[1] * 2 > half && zeros[0] * 20 < half) return "utf-16le";
  if (zeros[0] * 2 > half && zeros[1] * 20 < half) return "utf-16be";
  return NULL;
}

/* How well high bytes sit among letters, if these bytes are small letters there, those closing quotes, those dashes
   or opening quotes. What is none of them speaks against the charset. */
static long fit(const unsigned char *p, size_t size, const char *small, const char *quotes, const char *openers) {
  long score = 0;
  for (size_t i = 0; i < size; i++) {
    if (p[i] < 0x80) continue;
    bool before = i > 0 && lower((char)p[i - 1]) >= 'a' && lower((char)p[i - 1]) <= 'z';
    bool after = i + 1 < size && lower((char)p[i + 1]) >= 'a' && lower((char)p[i + 1]) <= 'z';
    if (strchr(small, p[i]) != NULL) score += before || after ? 1 : -1;
    else if (strchr(quotes, p[i]) != NULL) score += before ? 1 : 0;
    else if (strchr(openers, p[i]) != NULL) score += !before || !after ? 1 : 0;
    else score--;
  }
  return score;
}

/* Mac Roman, or windows-1252, which is far more common. */
static const char *western_name(const unsigned char *p, size_t size) {
  enum { LOOK = 1 << 20 };
  static const char windows_small[] = "\xDF\xE0\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF1\xF2\xF3"
                                      "\xF4\xF5\xF6\xF8\xF9\xFA\xFB\xFC\xFD\xFF\xC9\xD6\xDC\xC4\xC5\xC7\x9A\x9E\x9C";
  static const char mac_small[] = "\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B"
                                  "\x9C\x9D\x9E\x9F\xA7\xBE\xBF\xCF\x83\x80\x85\x86\x81\x82";
  if (size > LOOK) size = LOOK;
  long windows = fit(p, size, windows_small, "\x92\x94\x85", "\x93\x91\x96\x97\xA0\xA7\xA9\xAB\xBB\xB7\x95\xA3\xB0\x80");
  long mac = fit(p, size, mac_small, "\xD5\xD3\xC9", "\xD2\xD4\xD0\xD1\xCA\xA4\xA9\xC7\xC8\xE1\xA5\xA3\xA1\xDB");
  return mac > windows ? "macintosh" : "windows-1252";
}

/* The lines with high bytes are what a guess hangs on: uchardet gets up to 64 KiB of them. */
static void feed(uchardet_t detector, const unsigned char *p, size_t size) {
  enum { LOOK = 65536, AROUND = 64 };
  size_t fed = 0;
  for (size_t at = skip_ascii(p, 0, size); at < size && fed < LOOK; at = skip_ascii(p, at, size)) {
    size_t begin = at > AROUND ? at - AROUND : 0, end = size - at > AROUND ? at + AROUND : size;
    while (begin < at && p[begin] >= 0x80) begin++; /* in the middle of a character perhaps */
    while (end < size && p[end] >= 0x80) end++;
    if (end - begin > LOOK) end = begin + LOOK;
    if (uchardet_handle_data(detector, (const char *)p + begin, end - begin) != 0) return;
    fed += end - begin;
    at = end;
  }
}

/* Charsets of Latin letters: uchardet takes one for another too easily. */
static bool is_latin(const char *name) {
  static const char *const latin[] = {"windows-125", "iso-8859-", "ibm8", "mac-central", "viscii"};
  static const char *const others[] = {"windows-1251", "windows-1253", "windows-1255", "windows-1256", "iso-8859-5",
                                       "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "ibm855",       "ibm866"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(name, others[i]) == 0) return false;
  for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
    if (begins(name, latin[i])) return true;
  return false;
}

/* What the bytes look like, as a name for `resolve`. */
static void guess(const unsigned char *p, size_t size, size_t high, char name[POLICY__CHARSET_SIZE]) {
  enum { FEW = 50, FEWEST = 20 }; /* one high byte in fifty: a language that needs its own charset has more */
  name[0] = '\0';
  uchardet_t detector = uchardet_new();
  if (detector != NULL) {
    feed(detector, p, size);
    uchardet_data_end(detector);
    (void)resolve(uchardet_get_charset(detector), name);
    uchardet_delete(detector);
  }
  if (name[0] == '\0' || begins(name, "utf-") || begins(name, "windows-1252") || begins(name, "macintosh") ||
      (high * FEW < size && size > FEW * 4) || high < 4 ||
      (is_latin(name) && (high < FEWEST || high * (FEW / 2) < size)))
    copy(western_name(p, size), name);
}

/* ---- deciding ---------------------------------------------------------------------------------------------- */

static const struct {
  const char *mark;
  size_t size;
  const char *name;
} marks[] = {{"\xFF\xFE\0\0", 4, "utf-32le"}, {"\0\0\xFE\xFF", 4, "utf-32be"}, {"\xFF\xFE", 2, "utf-16le"},
             {"\xFE\xFF", 2, "utf-16be"},     {"\xEF\xBB\xBF", 3, "utf-8"}};

/* By a mark, or by NULs; NULL where there is neither. */
static const char *wide_name(const char *bytes, size_t size, size_t *skip, policy__charset_reason *reason) {
  *reason = POLICY__CHARSET_MARK;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    *skip = marks[i].size;
    if (size >= *skip && memcmp(bytes, marks[i].mark, *skip) == 0) return marks[i].name;
  }
  *skip = 0;
  *reason = POLICY__CHARSET_GUESSED;
  return utf16_name((const unsigned char *)bytes, size);
}

/* Declared if the bytes agree, else guessed. */
static policy_status decode_legacy(policy_string bytes, size_t high, const char *declared, policy_buffer *text,
                                   policy__array *map, policy__charset *found) {
  char name[POLICY__CHARSET_SIZE];
  bool valid = false;
  size_t bad;
  const char *known = resolve(declared, name);
  if (name[0] != '\0' && strcmp(name, "utf-8") != 0 && !begins(name, "utf-16")) {
    settle(found, name, POLICY__CHARSET_DECLARED, 0);
    policy_status status = convert_if_valid(known, bytes, high, text, map, found, &valid);
    if (valid || status != POLICY_OK) return status;
  }
  guess((const unsigned char *)bytes.data, bytes.size, high, name);
  settle(found, name, POLICY__CHARSET_GUESSED, 0);
  known = resolve(found->name, name);
  policy_status status = convert_if_valid(known, bytes, high, text, map, found, &valid);
  if (valid || status != POLICY_OK) return status;
  settle(found, "windows-1252", POLICY__CHARSET_GUESSED, 0);
  status = convert("CP1252", bytes, 0, text, map, &bad);
  found->confidence = sureness(found->reason, bad, high) / 2; /* nothing else would do */
  return status;
}

policy_status policy__charset_decode(const char *bytes, size_t size, const char *declared, policy_buffer *text,
                                     policy__array *map, policy__charset *found) {
  size_t skip, bad;
  char name[POLICY__CHARSET_SIZE];
  const unsigned char *p = (const unsigned char *)bytes;
  *found = (policy__charset){.as_is = true};
  policy__charset_reason reason;
  const char *wide = wide_name(bytes, size, &skip, &reason);
  if (wide != NULL) settle(found, wide, reason, reason == POLICY__CHARSET_MARK ? 1 : 0.95);
  if (wide != NULL && strcmp(wide, "utf-8") == 0) return POLICY_OK;
  if (wide != NULL) {
    found->as_is = false;
    return convert(wide, (policy_string){bytes, size}, skip, text, map, &bad);
  }
  survey seen = look(p, size);
  bool escapes = seen.high == 0 && memchr(bytes, 0x1B, size) != NULL;
  settle(found, "utf-8", POLICY__CHARSET_VALID, sureness_of_utf8(seen.sequences));
  if (seen.stray == 0 && !(escapes && begins(resolve(declared, name), "iso-2022"))) return POLICY_OK;
  found->as_is = false;
  if (seen.sequences > 2 * seen.stray) {
    double share = (double)seen.sequences / (double)(seen.sequences + seen.stray);
    settle(found, "utf-8", POLICY__CHARSET_MIXED, share * sureness_of_utf8(seen.sequences));
    return convert_mixed(p, size, text, map);
  }
  return decode_legacy((policy_string){bytes, size}, seen.high, declared, text, map, found);
}
