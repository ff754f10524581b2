/* Places in sources of other charsets: the bytes that a span came from, decoded again, are the span. */
#include <check.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "base/memory.h"
#include "text/charset.h"
#include "text/charset_map.h"

enum { ROOM = 1 << 16 };

/* From one charset to another; the bytes made. */
static size_t convert(const char *to, const char *from, const char *bytes, size_t size, char *out) {
  iconv_t descriptor = iconv_open(to, from);
  ck_assert_msg(descriptor != (iconv_t)-1, "no %s", to);
  char *in = (char *)(uintptr_t)bytes, *at = out;
  size_t room = ROOM;
  ck_assert_msg(iconv(descriptor, &in, &size, &at, &room) != (size_t)-1, "%s to %s: %.40s", from, to, in);
  (void)iconv(descriptor, NULL, NULL, &at, &room);
  iconv_close(descriptor);
  return (size_t)(at - out);
}

/* The same words in the letters of a charset: each with what needs one byte, two, and more. */
static const struct {
  const char *charset, *text;
} samples[] = {
    {"windows-1252",
     "Le Conseil a d\u00E9cid\u00E9, le 5\u00A0mai \u2013 \u201Cenfin\u201D. Les \u00C9tats doivent agir."},
    {"windows-1251", "\u0421\u043E\u0432\u0435\u0442 \u0440\u0435\u0448\u0438\u043B: 5 \u043C\u0430\u044F "
                     "\u2014 \u0434\u043E\u043B\u0436\u043D\u044B."},
    {"iso-8859-7", "\u03A4\u03BF \u03C3\u03C5\u03BC\u03B2\u03BF\u03CD\u03BB\u03B9\u03BF (2016) "
                   "\u03B1\u03C0\u03BF\u03C6\u03AC\u03C3\u03B9\u03C3\u03B5."},
    {"koi8-r", "\u0421\u043E\u0432\u0435\u0442 of 2016 \u0440\u0435\u0448\u0438\u043B."},
    {"macintosh", "Le Conseil a d\u00E9cid\u00E9 \u2014 enfin."},
    {"utf-16le", "Caf\u00E9 \U0001F600 \u65E5\u672C \u2013 wells must be kept."},
    {"utf-16be", "Caf\u00E9 \U0001F600 \u65E5\u672C \u2013 wells must be kept."},
    {"utf-32le", "Caf\u00E9 \U0001F600 \u65E5\u672C \u2013 wells must be kept."},
    {"gb18030", "\u56FD\u52A1\u9662 (2016) \u51B3\u5B9A\uFF1A\u00DF \U0001F600 \u6C34\u4E95\u3002"},
    {"shift_jis", "\u653F\u5E9C\u306F 2016 \u5E74\u306B \uFF76\uFF77 \u6C7A\u5B9A\u3057\u305F\u3002"},
    {"euc-jp", "\u653F\u5E9C\u306F 2016 \u5E74\u306B \uFF76\uFF77 \u6C7A\u5B9A\u3057\u305F\u3002"},
    {"euc-kr", "\uC815\uBD80\uB294 2016\uB144 \uACB0\uC815\uD588\uB2E4."},
    {"big5", "\u653F\u5E9C 2016 \u5E74\u6C7A\u5B9A\u3002"},
};

enum { SAMPLES = sizeof samples / sizeof *samples };

/* ---- the map ---------------------------------------------------------------------------------------------- */

/* A text many times, so that it has more than one piece. */
static size_t repeat(const char *text, char *out, size_t times) {
  size_t size = strlen(text);
  for (size_t i = 0; i < times; i++) memcpy(out + i * size, text, size);
  out[times * size] = '\0';
  return times * size;
}

START_TEST(every_character_is_found) {
  static char text[ROOM], source[ROOM], part[ROOM];
  const char *charset = samples[_i].charset;
  size_t size = repeat(samples[_i].text, text, 40), source_size = convert(charset, "UTF-8", text, size, source);
  policy_buffer decoded = POLICY_BUFFER_INIT;
  policy__charset found;
  policy__array map;
  policy__array_init(&map, &policy__malloc_allocator, sizeof(policy__source_run), UINT32_MAX);
  char declared[64];
  snprintf(declared, sizeof declared, "%s", charset);
  /* NULs at every other place tell UTF-16; UTF-32 tells itself by its mark alone. */
  size_t mark = strncmp(charset, "utf-", 4) == 0 ? convert(charset, "UTF-8", "\uFEFF", 3, part) : 0;
  memmove(source + mark, source, source_size);
  memcpy(source, part, mark);
  ck_assert_int_eq(policy__charset_decode(source, mark + source_size, declared, &decoded, &map, &found),
                   POLICY_OK);
  ck_assert_uint_eq(decoded.size, size);
  ck_assert_mem_eq(decoded.data, text, size);
  size_t expected = mark;
  for (const char *at = text; at < text + size;) {
    uint32_t place = (uint32_t)(at - text), n = policy__map_find(&map, place);
    uint64_t told = policy__map_source(&map, n, (policy_string){text, size}, place);
    ck_assert_msg(told == expected, "%s: byte %u: %llu, not %zu", charset, place, (unsigned long long)told,
                  expected);
    const char *begin = at;
    policy__utf8_next(&at);
    expected += convert(charset, "UTF-8", begin, (size_t)(at - begin), part);
  }
  if (strncmp(charset, "utf-", 4) == 0 || strchr("wik", charset[0]) != NULL)
    ck_assert_uint_le(map.count, size / 256 + 1);
  policy_buffer_free(&decoded);
  policy__array_free(&map);
}
END_TEST

/* Bytes without a meaning, letters that wait for a mark, and shifts: each character lies where its bytes are. */
START_TEST(odd_bytes_are_found) {
  static const struct {
    const char *charset, *bytes, *text;
    size_t size;
    uint64_t places[8];
  } odd[] = {
      {"utf-16le",
       "\xFF\xFE"
       "A\0\0\xD8"
       "B\0",
       "A\uFFFD\uFFFD",
       8,
       {2, 4, 5}},
      {"iso-2022-jp", "a\x1B$B9q\x1B(Bb", "a\u56FDb", 10, {0, 4, 9}},
      {"windows-1255", "\xE0\xE1\xC8\xE2 a", "\u05D0\u05D1\u05B8\u05D2 a", 6, {0, 1, 2, 3, 4, 5}},
      {"mixed",
       "caf\xC3\xA9 \xC3\xA9\xC3\xA9 \x93k",
       "caf\u00E9 \u00E9\u00E9 \u201Ck",
       13,
       {0, 1, 2, 3, 5, 6, 8, 10}},
  };
  policy_buffer decoded = POLICY_BUFFER_INIT;
  policy__charset found;
  policy__array map;
  policy__array_init(&map, &policy__malloc_allocator, sizeof(policy__source_run), UINT32_MAX);
  ck_assert_int_eq(policy__charset_decode(odd[_i].bytes, odd[_i].size, odd[_i].charset, &decoded, &map, &found),
                   POLICY_OK);
  if (_i != 0) ck_assert_str_eq(decoded.data, odd[_i].text);
  const char *at = decoded.data;
  for (int n = 0; n < 8 && at < decoded.data + decoded.size; n++) {
    uint32_t place = (uint32_t)(at - decoded.data);
    uint64_t told = policy__map_source(&map, policy__map_find(&map, place),
                                       (policy_string){decoded.data, decoded.size}, place);
    if (n == 0 || odd[_i].places[n] > 0)
      ck_assert_msg(told == odd[_i].places[n], "%s: character %d: %llu", odd[_i].charset, n,
                    (unsigned long long)told);
    policy__utf8_next(&at);
  }
  policy_buffer_free(&decoded);
  policy__array_free(&map);
}
END_TEST

/* ---- documents -------------------------------------------------------------------------------------------- */

static const struct {
  const char *media_type, *before, *between, *after;
} formats[] = {{"text/plain", "", "\r\n\r\n", "\r\n"},
               {"text/markdown", "", "\n\n", "\n"},
               {"text/html", "<html><body><p>", "</p>\n<p><b>1.</b> ", "</p></body></html>"},
               {"application/xml", "<report><p>", "</p>\r\n  <p>", "</p></report>"}};

enum { FORMATS = sizeof formats / sizeof *formats };

/* Whether the bytes of a span, decoded, are its text. */
static void check_span(const policy_document *document, const char *charset, const char *bytes,
                       policy_span span) {
  static char back[ROOM];
  policy_source source = policy_document_source(document, span);
  policy_string text = policy_document_slice(document, span);
  ck_assert_uint_le(source.end, policy_document_source_size(document));
  size_t size = convert("UTF-8", charset, bytes + source.begin, (size_t)(source.end - source.begin), back);
  ck_assert_msg(size == text.size && memcmp(back, text.data, size) == 0, "%s: '%.*s' is not '%.*s'", charset,
                (int)size, back, (int)text.size, text.data);
}

/* Words of a text: each span between spaces and line ends. */
static unsigned check_words(const policy_document *document, const char *charset, const char *bytes) {
  policy_string text = policy_document_text(document);
  unsigned words = 0;
  for (uint32_t at = 0, begin = 0; at <= text.size; at++) {
    bool ends = at == text.size || strchr(" \n\t", text.data[at]) != NULL;
    if (ends && at > begin) {
      check_span(document, charset, bytes, (policy_span){begin, at});
      words++;
    }
    if (ends) begin = at + 1;
  }
  return words;
}

START_TEST(spans_of_documents_are_their_bytes) {
  static char text[ROOM], bytes[ROOM], mark[64];
  const char *charset = samples[_i / FORMATS].charset, *sample = samples[_i / FORMATS].text;
  size_t format = (size_t)_i % FORMATS;
  int size = snprintf(text, sizeof text, "%s%s%s%s%s%s%s", formats[format].before, sample,
                      formats[format].between, sample, formats[format].between, sample, formats[format].after);
  bool wide = strncmp(charset, "utf-", 4) == 0;
  size_t skip = wide ? convert(charset, "UTF-8", "\uFEFF", 3, mark) : 0;
  memcpy(bytes, mark, skip);
  size_t source_size = skip + convert(charset, "UTF-8", text, (size_t)size, bytes + skip);
  char type[128];
  snprintf(type, sizeof type, "%s; charset=%s", formats[format].media_type, charset);
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {0};
  options.media_type = type;
  policy_document *document = policy_read(bytes, source_size, &options, &error);
  ck_assert_msg(document != NULL, "%s: %s", type, error.message);
  ck_assert_str_eq(policy_document_charset(document).data, charset);
  ck_assert_uint_ge(check_words(document, charset, bytes), 6);
  policy_document *analysed = policy_analyse(document, NULL, &error);
  ck_assert_msg(analysed != NULL, "%s", error.message);
  ck_assert_uint_ge(check_words(analysed, charset, bytes), 6);
  policy_document_unref(document);
  policy_document_unref(analysed);
}
END_TEST

/* A page with a mark and bad bytes is cleaned before it is read: places are those of the bytes as they came. */
START_TEST(a_marked_page_with_bad_bytes) {
  static const char page[] = "\xEF\xBB\xBF<p>bad \xFF bytes, caf\xC3\xA9</p>";
  policy_document *document = policy_read(page, sizeof page - 1, NULL, NULL);
  ck_assert_ptr_nonnull(document);
  const char *text = policy_document_text(document).data, *at = strstr(text, "caf");
  ck_assert_ptr_nonnull(at);
  uint32_t begin = (uint32_t)(at - text);
  ck_assert_uint_eq(policy_document_source(document, (policy_span){begin, begin + 5}).begin, 19);
  ck_assert_uint_eq(policy_document_source(document, (policy_span){begin, begin + 5}).end, 24);
  policy_document_unref(document);
}
END_TEST

START_TEST(the_place_of_an_error_is_that_of_the_source) {
  static char bytes[256];
  policy_error error = {0};
  size_t size = convert("utf-16be", "UTF-8", "\uFEFF<report><p>\u00E9</q></report>", 27, bytes);
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "application/xml";
  ck_assert_ptr_null(policy_read(bytes, size, &options, &error));
  ck_assert_uint_ge(error.offset, 2 * 13);
  ck_assert_uint_le(error.offset, 2 * 17);
}
END_TEST

Suite *suite_offsets(void) {
  Suite *suite = suite_create("offsets");
  TCase *tests = tcase_create("offsets");
  tcase_add_loop_test(tests, every_character_is_found, 0, SAMPLES);
  tcase_add_loop_test(tests, odd_bytes_are_found, 0, 4);
  tcase_add_loop_test(tests, spans_of_documents_are_their_bytes, 0, SAMPLES * FORMATS);
  tcase_add_test(tests, a_marked_page_with_bad_bytes);
  tcase_add_test(tests, the_place_of_an_error_is_that_of_the_source);
  suite_add_tcase(suite, tests);
  return suite;
}
