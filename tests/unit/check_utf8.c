/* The door for bytes: validation, line ends, normalisation, and the map back to the source. */
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <utf8proc.h>

#include "../pace.h"
#include "tally.h"
#include "text/utf8.h"

/* ---- helpers -------------------------------------------------------------------------------------------- */

typedef struct cleaned {
  policy_buffer text;
  policy__array runs;
  policy__cleaning cleaning;
} cleaned;

static cleaned clean(const void *bytes, size_t size) {
  cleaned c = {.text = POLICY_BUFFER_INIT};
  policy__array_init(&c.runs, &policy__malloc_allocator, sizeof(policy__source_run), SIZE_MAX);
  ck_assert_int_eq(policy__utf8_clean(bytes, size, &c.text, &c.runs, &c.cleaning), POLICY_OK);
  return c;
}

static void drop(cleaned *c) {
  policy_buffer_free(&c->text);
  policy__array_free(&c->runs);
}

static void becomes(const char *bytes, size_t size, const char *expected, uint64_t replaced) {
  cleaned c = clean(bytes, size);
  ck_assert_uint_eq(c.text.size, strlen(expected));
  if (c.text.size > 0) ck_assert_str_eq(c.text.data, expected);
  ck_assert_uint_eq(c.cleaning.replaced, replaced);
  drop(&c);
}

#define BECOMES(literal, expected, replaced) becomes(literal, sizeof literal - 1, expected, replaced)

/* The source offset as the runs tell it. */
static uint64_t source_of(const policy__array *runs, size_t byte) {
  uint64_t source = byte;
  for (size_t i = 0; i < runs->count; i++) {
    const policy__source_run *run = POLICY__AT(runs, policy__source_run, i);
    if (run->text <= byte) source = run->source + (byte - run->text);
  }
  return source;
}

static uint32_t random_state = 12345;

static uint32_t random_below(uint32_t n) {
  random_state = random_state * 1664525u + 1013904223u;
  return (uint32_t)((uint64_t)(random_state >> 8) * n >> 24);
}

#define R "\xEF\xBF\xBD"

/* ---- validation ----------------------------------------------------------------------------------------- */

START_TEST(good_text_passes) {
  BECOMES("", "", 0);
  BECOMES("plain", "plain", 0);
  BECOMES("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9D\x92\x9C", "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9D\x92\x9C", 0);
  BECOMES(
      "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF",
      "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF",
      0);
}
END_TEST

START_TEST(each_maximal_bad_part_becomes_one_mark) {
  BECOMES("\x80", R, 1);
  BECOMES("a\xFF"
          "b",
          "a" R "b", 1);
  BECOMES("\xC0\x80", R R, 2);
  BECOMES("\xC1\xBF", R R, 2);
  BECOMES("\xC3(", R "(", 1);
  BECOMES("\xE2\x82(", R "(", 1);
  BECOMES("\xE0\x80\x80", R R R, 3);
  BECOMES("\xED\xA0\x80", R R R, 3);
  BECOMES("\xF0\x80\x80\x80", R R R R, 4);
  BECOMES("\xF0\x9D\x92", R, 1);
  BECOMES("\xF0\x9D\x92\xF0\x9D\x92\x9C", R "\xF0\x9D\x92\x9C", 1);
  BECOMES("\xF4\x90\x80\x80", R R R R, 4);
  BECOMES("\xF5\x80", R R, 2);
  /* the example of Unicode 15, table 3-8 */
  BECOMES("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", "a" R R R "b" R "c" R R "d", 6);
}
END_TEST

START_TEST(nul_is_bad_too) {
  BECOMES("a\0b", "a" R "b", 1);
  BECOMES("\0\0", R R, 2);
  BECOMES("12345678\0", "12345678" R, 1);
}
END_TEST

START_TEST(where_the_first_bad_byte_was) {
  cleaned c = clean("\xEF\xBB\xBF"
                    "ab\r\n\xC3\xA9\xFFx\xFF",
                    12);
  ck_assert_uint_eq(c.cleaning.replaced, 2);
  ck_assert_uint_eq(c.cleaning.first_bad, 9);
  drop(&c);
}
END_TEST

/* Against a decoder that is written the slow way. */
static size_t slow_decode(const unsigned char *at, size_t size, size_t *bad) {
  uint32_t c = at[0];
  size_t need = c < 0x80                ? 1
                : c >= 0xC2 && c < 0xE0 ? 2
                : c >= 0xE0 && c < 0xF0 ? 3
                : c >= 0xF0 && c < 0xF5 ? 4
                                        : 0;
  *bad = 1;
  if (need == 0 || c == 0) return 0;
  if (need > 1) c &= 0x3Fu >> (need - 1);
  for (size_t i = 1; i < need; i++) {
    if (i >= size || (at[i] & 0xC0) != 0x80) return 0;
    c = c << 6 | (at[i] & 0x3F);
    uint32_t low = c << 6 * (need - 1 - i), high = low | ((1u << 6 * (need - 1 - i)) - 1);
    uint32_t least = need == 2 ? 0x80 : need == 3 ? 0x800 : 0x10000;
    if (high < least || low > 0x10FFFF || (low >= 0xD800 && high < 0xE000)) return 0;
    *bad = i + 1;
  }
  return need;
}

START_TEST(random_bytes_against_a_slow_decoder) {
  static const unsigned char likely[] = {0,    'a',  '\r', '\n', 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                         0xBF, 0xC0, 0xC1, 0xC2, 0xC5, 0xDF, 0xE0, 0xE1, 0xED,
                                         0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF, 0xBB};
  for (int round = 0; round < 20000; round++) {
    unsigned char bytes[24], expected[80];
    size_t size = random_below(sizeof bytes), n = 0, at = 0;
    uint64_t replaced = 0;
    for (size_t i = 0; i < size; i++) bytes[i] = likely[random_below(sizeof likely)];
    while (size - at >= 3 && memcmp(bytes + at, "\xEF\xBB\xBF", 3) == 0) at += 3;
    for (size_t bad, good; at<size; at += good> 0 ? good : bad) {
      good = slow_decode(bytes + at, size - at, &bad);
      if (bytes[at] == '\r') {
        expected[n++] = '\n';
        good = at + 1 < size && bytes[at + 1] == '\n' ? 2 : 1;
      } else if (good > 0) {
        memcpy(expected + n, bytes + at, good);
        n += good;
      } else {
        memcpy(expected + n, R, 3);
        n += 3;
        replaced++;
      }
    }
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t length =
        utf8proc_map(expected, (utf8proc_ssize_t)n, &normal, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    ck_assert_int_ge(length, 0);
    cleaned c = clean(bytes, size);
    ck_assert_uint_eq(c.text.size, (size_t)length);
    if (length > 0) ck_assert_mem_eq(c.text.data, normal, (size_t)length);
    ck_assert_uint_eq(c.cleaning.replaced, replaced);
    drop(&c);
    free(normal);
  }
}
END_TEST

/* ---- line ends and marks of byte order ------------------------------------------------------------------- */

START_TEST(line_ends) {
  BECOMES("a\r\nb\rc\nd\r", "a\nb\nc\nd\n", 0);
  BECOMES("\r\r\n\n\r", "\n\n\n\n", 0);
  BECOMES("1234567\r\n90", "1234567\n90", 0);
  BECOMES("\r", "\n", 0);
}
END_TEST

START_TEST(byte_order_marks) {
  BECOMES("\xEF\xBB\xBF", "", 0);
  BECOMES("\xEF\xBB\xBFtext", "text", 0);
  BECOMES("\xEF\xBB\xBF\xEF\xBB\xBFtext", "text", 0);
  BECOMES("te\xEF\xBB\xBFxt", "te\xEF\xBB\xBFxt", 0);
  BECOMES("\xEF\xBB", R, 1);
}
END_TEST

/* ---- normalisation --------------------------------------------------------------------------------------- */

START_TEST(composing) {
  BECOMES("e\xCC\x81", "\xC3\xA9", 0);
  BECOMES("cafe\xCC\x81s", "caf\xC3\xA9s", 0);
  BECOMES("\xE2\x84\xAB", "\xC3\x85", 0);                             /* ANGSTROM SIGN */
  BECOMES("\xE2\x84\xA6", "\xCE\xA9", 0);                             /* OHM SIGN */
  BECOMES("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C", 0); /* Hangul from jamo */
  BECOMES("\xED\x95\x98\xE1\x86\xAB", "\xED\x95\x9C", 0);             /* a syllable takes a final */
  BECOMES("s\xCC\x87\xCC\xA3", "\xE1\xB9\xA9", 0);                    /* marks out of order */
  BECOMES("\xE1\xB8\x8B\xCC\xA3", "\xE1\xB8\x8D\xCC\x87", 0);         /* decomposed and put in order */
  BECOMES("\xE0\xA5\x98", "\xE0\xA4\x95\xE0\xA4\xBC", 0);             /* a composition exclusion */
  BECOMES("\xE3\x81\x8B\xE3\x82\x99", "\xE3\x81\x8C", 0);             /* kana with its voicing mark */
  BECOMES("\xEF\xAC\x81", "\xEF\xAC\x81", 0);                         /* ligatures are kept: NFC, not NFKC */
  BECOMES("\xF0\x9D\x85\x9E", "\xF0\x9D\x85\x97\xF0\x9D\x85\xA5", 0); /* excluded, astral */
  BECOMES("\xE2\x80\x80\xE2\x80\x81", "\xE2\x80\x82\xE2\x80\x83", 0); /* EN QUAD, EM QUAD */
  BECOMES("\xCC\x81"
          "a",
          "\xCC\x81"
          "a",
          0);                              /* a mark without a letter */
  BECOMES("<\xCC\xB8", "\xE2\x89\xAE", 0); /* a sign takes a stroke */
}
END_TEST

static size_t encode(uint32_t c, char *at) {
  return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)at);
}

/* The shortcuts against utf8proc over the whole string, which takes none. */
static void agrees(const char *text, size_t size) {
  utf8proc_uint8_t *normal = NULL;
  utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &normal,
                                    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  cleaned c = clean(text, size);
  ck_assert_msg((utf8proc_ssize_t)c.text.size == n && (n == 0 || memcmp(c.text.data, normal, (size_t)n) == 0),
                "%.*s becomes %s, not %s", (int)size, text, c.text.data, (char *)normal);
  drop(&c);
  free(normal);
}

START_TEST(every_code_point_alone_and_between_others) {
  for (uint32_t c = 1; c < 0x110000; c += PACE * (c > 0x30000 ? 377 : c > 0x3400 && c < 0xD700 ? 31 : 1)) {
    if (c == '\r' || c == 0xFEFF || (c >= 0xD800 && c < 0xE000)) continue;
    char text[32] = "x";
    size_t size = encode(c, text);
    agrees(text, size);
    memcpy(text + size, "\xCC\x81", 2); /* takes an accent */
    agrees(text, size + 2);
    text[0] = 'e';
    size = 1 + encode(c, text + 1); /* behind a letter */
    agrees(text, size);
    size = encode(0x1100, text);
    size += encode(c, text + size);
    size += encode(0x3099, text + size);
    agrees(text, size);
  }
}
END_TEST

START_TEST(random_strings_of_what_composes) {
  static const uint32_t points[] = {
      'a',     'e',     ' ',     '\n',    0xE9,   0x300,  0x301,  0x323,  0x327,  0x338,  0x345,  0x344,
      0x340,   0x391,   0x3B1,   0x1F80,  0x1FB3, 0x439,  0x415,  0x5D0,  0x5B4,  0xFB1D, 0x915,  0x93C,
      0x958,   0x9C7,   0x9BE,   0xF71,   0xF72,  0xF73,  0xF75,  0xF81,  0x1100, 0x1161, 0x11A8, 0xAC00,
      0xAC01,  0x304B,  0x3099,  0x30D0,  0x4E00, 0xF900, 0x2126, 0x212B, 0x2000, 0x2010, 0xFFFD, 0x1D15E,
      0x1D165, 0x110BA, 0x11099, 0x1F600, 0x64B,  0x651,  0x622,  0x627,  0x653,  0xDD9,  0xDCA,  0xDCF};
  for (int round = 0; round < 20000; round++) {
    char text[128];
    size_t size = 0;
    for (uint32_t n = random_below(20); n > 0; n--)
      size += encode(points[random_below(sizeof points / sizeof *points)], text + size);
    agrees(text, size);
  }
}
END_TEST

START_TEST(cleaning_twice_changes_nothing) {
  for (int round = 0; round < 20000; round++) {
    char bytes[96];
    size_t size = 0;
    while (size < 80) {
      uint32_t kind = random_below(8);
      if (kind == 0)
        bytes[size++] = (char)random_below(256);
      else if (kind == 1)
        bytes[size++] = "\r\n\0 "[random_below(4)];
      else if (kind == 2)
        size += encode(0x300 + random_below(0x70), bytes + size);
      else if (kind == 3)
        size += encode(0xF71 + random_below(16), bytes + size);
      else if (kind == 4)
        size += encode(0x1100 + random_below(0x100), bytes + size);
      else if (kind == 5)
        size += encode(0xFEFF, bytes + size);
      else
        size += encode('a' + random_below(26), bytes + size);
    }
    cleaned once = clean(bytes, size), twice = clean(once.text.data, once.text.size);
    ck_assert_uint_eq(once.text.size, twice.text.size);
    ck_assert_mem_eq(once.text.data, twice.text.data, once.text.size);
    ck_assert_uint_eq(twice.cleaning.replaced, 0);
    ck_assert_uint_eq(twice.runs.count, 0);
    drop(&once);
    drop(&twice);
  }
}
END_TEST

/* ---- long runs of marks ---------------------------------------------------------------------------------- */

START_TEST(thirty_marks_are_put_in_order_and_more_are_left) {
  for (size_t marks = 29; marks <= 32; marks++) {
    char text[80] = "e";
    size_t size = 1;
    for (size_t i = 0; i < marks; i++) size += encode(i == marks - 1 ? 0x323 : 0x301, text + size);
    cleaned c = clean(text, size);
    ck_assert_uint_eq(c.cleaning.long_runs, marks > 30);
    if (marks > 30)
      ck_assert_mem_eq(c.text.data, text, size);
    else
      ck_assert_int_ne(c.text.data[0], 'e');
    drop(&c);
  }
}
END_TEST

static double seconds(const char *unit, size_t unit_size, size_t times) {
  char *text = malloc(unit_size * times);
  ck_assert_ptr_nonnull(text);
  for (size_t i = 0; i < times; i++) memcpy(text + i * unit_size, unit, unit_size);
  clock_t begin = clock();
  cleaned c = clean(text, unit_size * times);
  double spent = (double)(clock() - begin) / CLOCKS_PER_SEC;
  drop(&c);
  free(text);
  return spent;
}

START_TEST(megabytes_of_marks_take_no_time) {
  static const char *const units[] = {"\xCC\x81",     "\xCC\x81\xCC\xA3",  "\xE0\xBD\xB3", "\xE0\xBD\xB5",
                                      "\xE0\xBE\x81", "a\xCC\xA3\xCC\x81", "\xCD\x84",     "\xE1\x84\x80",
                                      "\xE0\xA5\x98", "\xF0\x9D\x85\xA5"};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    double spent = seconds(units[i], strlen(units[i]), 300000);
    ck_assert_msg(spent < 3, "%zu: %.1f s", i, spent);
  }
}
END_TEST

/* ---- the map to the source ------------------------------------------------------------------------------- */

START_TEST(untouched_text_has_no_runs) {
  cleaned c = clean("a\n\xC3\xA9\xE2\x82\xAC z", 8);
  ck_assert_uint_eq(c.runs.count, 0);
  drop(&c);
}
END_TEST

START_TEST(the_end_comes_from_the_end) {
  static const struct {
    const char *bytes;
    size_t size;
  } cases[] = {{"a\r\n", 3},
               {"a\r", 2},
               {"\xFF", 1},
               {"a\xE2\x82", 3},
               {"e\xCC\x81", 3},
               {"xe\xCC\x81", 4},
               {"\xE2\x84\xAB", 3},
               {"\xEF\xBB\xBF", 3},
               {"a\0", 2},
               {"\xE0\xA5\x98", 3},
               {"\xEF\xBB\xBF\r\n", 5},
               {"e\xCC\x81\r\n\r\n", 7}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cleaned c = clean(cases[i].bytes, cases[i].size);
    ck_assert_msg(source_of(&c.runs, c.text.size) == cases[i].size, "case %zu", i);
    drop(&c);
  }
}
END_TEST

/* What a text may be made of, and what it becomes; each is followed by an x, so that they do not touch. */
static const struct {
  const char *source;
  size_t source_size;
  const char *text;
} pieces[] = {
    {"a", 1, "a"},
    {"plain words", 11, "plain words"},
    {"\n", 1, "\n"},
    {"\r", 1, "\n"},
    {"\r\n", 2, "\n"},
    {"\r\n\r\n", 4, "\n\n"},
    {"\xC3\xA9", 2, "\xC3\xA9"},
    {"e\xCC\x81", 3, "\xC3\xA9"},
    {"\xFF", 1, R},
    {"\xE2\x82", 2, R},
    {"\xF0\x9D\x92", 3, R},
    {"\0", 1, R},
    {"\xE2\x82\xAC", 3, "\xE2\x82\xAC"},
    {"\xF0\x9D\x92\x9C", 4, "\xF0\x9D\x92\x9C"},
    {"\xE2\x84\xAB", 3, "\xC3\x85"},
    {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 9, "\xED\x95\x9C"},
    {"\xE0\xA5\x98", 3, "\xE0\xA4\x95\xE0\xA4\xBC"},
    {"\xEF\xBB\xBF", 3, "\xEF\xBB\xBF"},
    {"\xCE\xB1\xCE\xB2", 4, "\xCE\xB1\xCE\xB2"},
};

START_TEST(every_piece_knows_where_it_came_from) {
  for (int round = 0; round < 5000 / PACE; round++) {
    char source[2048], text[2048];
    size_t from[64], to[64], count = 1 + random_below(40), n = 0, m = 0;
    if (random_below(3) == 0) memcpy(source, "\xEF\xBB\xBF", 3), n = 3;
    source[n++] = text[m++] = 'x';
    for (size_t i = 0; i < count; i++) {
      size_t p = random_below(sizeof pieces / sizeof *pieces);
      from[i] = n;
      to[i] = m;
      memcpy(source + n, pieces[p].source, pieces[p].source_size);
      n += pieces[p].source_size;
      memcpy(text + m, pieces[p].text, strlen(pieces[p].text));
      m += strlen(pieces[p].text);
      source[n++] = text[m++] = 'x';
    }
    cleaned c = clean(source, n);
    ck_assert_uint_eq(c.text.size, m);
    ck_assert_mem_eq(c.text.data, text, m);
    for (size_t i = 0; i < count; i++) {
      ck_assert_uint_eq(source_of(&c.runs, to[i]), from[i]);
      ck_assert_uint_eq(source_of(&c.runs, to[i] - 1), from[i] - 1); /* the x before */
    }
    ck_assert_uint_eq(source_of(&c.runs, m), n);
    for (size_t i = 1; i < c.runs.count; i++) {
      const policy__source_run *a = POLICY__AT(&c.runs, policy__source_run, i - 1), *b = a + 1;
      ck_assert(a->text < b->text && a->source < b->source);
    }
    drop(&c);
  }
}
END_TEST

/* ---- memory and ceilings --------------------------------------------------------------------------------- */

START_TEST(every_allocation_may_fail) {
  static const char bytes[] =
      "\xEF\xBB\xBFs\xCC\x87\xCC\xA3\r\nand \xFF e\xCC\x81\r\n \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB "
      "the end of it all, with more text behind it so that buffers grow: "
      "the parties shall publish the register within thirty days, and every year thereafter, "
      "and shall give reasons in writing whenever an entry is removed from it by a ministry.";
  for (size_t n = 1;; n++) {
    tally t;
    tally_init(&t);
    t.fail_at = n;
    policy_buffer text = {.allocator = t.allocator};
    policy__array runs;
    policy__cleaning cleaning = {0};
    policy__array_init(&runs, &t.allocator, sizeof(policy__source_run), SIZE_MAX);
    policy_status status = policy__utf8_clean(bytes, sizeof bytes - 1, &text, &runs, &cleaning);
    bool failed = t.calls >= n;
    ck_assert_int_eq(status, failed ? POLICY_ERROR_NO_MEMORY : POLICY_OK);
    policy_buffer_free(&text);
    policy__array_free(&runs);
    ck_assert(tally_is_clean(&t));
    if (!failed) break;
  }
}
END_TEST

START_TEST(the_ceiling_of_the_text) {
  static const char bytes[] = "one\r\ntwo e\xCC\x81"; /* eleven bytes of text */
  for (size_t ceiling = 1; ceiling < 16; ceiling++) {
    policy_buffer text = {.ceiling = ceiling};
    policy__cleaning cleaning = {0};
    policy_status status = policy__utf8_clean(bytes, sizeof bytes - 1, &text, NULL, &cleaning);
    if (ceiling < 10) ck_assert_int_eq(status, POLICY_ERROR_LIMIT);
    if (ceiling > 11) ck_assert_int_eq(status, POLICY_OK);
    if (status == POLICY_OK) ck_assert_uint_eq(text.size, 10);
    policy_buffer_free(&text);
  }
}
END_TEST

START_TEST(appending_to_what_is_there) {
  policy_buffer text = POLICY_BUFFER_INIT;
  policy__cleaning cleaning = {0};
  ck_assert_int_eq(policy__utf8_clean("e", 1, &text, NULL, &cleaning), POLICY_OK);
  ck_assert_int_eq(policy__utf8_clean("\xEF\xBB\xBF"
                                      "a\xCC\x81\r\n",
                                      8, &text, NULL, &cleaning),
                   POLICY_OK);
  ck_assert_str_eq(text.data, "e\xC3\xA1\n");
  policy_buffer_free(&text);
}
END_TEST

/* ---- walking and asking ---------------------------------------------------------------------------------- */

START_TEST(walking_to_and_fro) {
  for (uint32_t c = 1; c < 0x110000; c += PACE * (c < 0x30000 ? 1 : 17)) {
    if (c >= 0xD800 && c < 0xE000) continue;
    char text[8] = {0};
    size_t size = encode(c, text);
    const char *at = text;
    ck_assert_uint_eq(policy__utf8_next(&at), c);
    ck_assert_ptr_eq(at, text + size);
    ck_assert_uint_eq(policy__utf8_previous(&at), c);
    ck_assert_ptr_eq(at, text);
    for (size_t i = 0; i < size; i++) ck_assert_int_eq(policy__utf8_is_boundary(text[i]), i == 0);
  }
}
END_TEST

START_TEST(classes) {
  static const struct {
    uint32_t c;
    unsigned class;
  } cases[] = {
      {'a', POLICY__LETTER | POLICY__LOWER},
      {'Z', POLICY__LETTER | POLICY__UPPER},
      {'0', POLICY__DIGIT},
      {'9', POLICY__DIGIT},
      {' ', POLICY__SPACE},
      {'\n', POLICY__SPACE},
      {'\t', POLICY__SPACE},
      {'\v', POLICY__SPACE},
      {0x85, POLICY__SPACE},
      {0xA0, POLICY__SPACE},
      {0x2028, POLICY__SPACE},
      {0x3000, POLICY__SPACE},
      {1, POLICY__CONTROL},
      {0x7F, POLICY__CONTROL},
      {0x80, POLICY__CONTROL},
      {0x200B, POLICY__CONTROL},
      {0x202E, POLICY__CONTROL},
      {0xFEFF, POLICY__CONTROL},
      {'$', POLICY__SYMBOL},
      {'~', POLICY__SYMBOL},
      {0x20AC, POLICY__SYMBOL},
      {0x1F600, POLICY__SYMBOL},
      {0xB2, POLICY__SYMBOL},
      {0x2167, POLICY__SYMBOL},
      {'.', POLICY__PUNCTUATION},
      {'(', POLICY__PUNCTUATION},
      {'_', POLICY__PUNCTUATION},
      {0x201C, POLICY__PUNCTUATION},
      {0x2014, POLICY__PUNCTUATION},
      {0xE9, POLICY__LETTER | POLICY__LOWER},
      {0x416, POLICY__LETTER | POLICY__UPPER},
      {0x1C5, POLICY__LETTER | POLICY__UPPER},
      {0x5D0, POLICY__LETTER},
      {0x2B0, POLICY__LETTER},
      {0x301, POLICY__MARK},
      {0x903, POLICY__MARK},
      {0x661, POLICY__DIGIT},
      {0x4E00, POLICY__LETTER | POLICY__IDEOGRAPH},
      {0x3042, POLICY__LETTER | POLICY__IDEOGRAPH},
      {0x20000, POLICY__LETTER | POLICY__IDEOGRAPH},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_msg(policy__classify(cases[i].c) == cases[i].class, "U+%04X is %u", (unsigned)cases[i].c,
                  policy__classify(cases[i].c));
}
END_TEST

START_TEST(every_code_point_has_one_class) {
  const unsigned kinds = POLICY__LETTER | POLICY__DIGIT | POLICY__MARK | POLICY__SPACE | POLICY__PUNCTUATION |
                         POLICY__SYMBOL | POLICY__CONTROL;
  for (uint32_t c = 0; c < 0x110000; c += PACE) {
    unsigned class = policy__classify(c), kind = class & kinds;
    ck_assert(kind != 0 && (kind & (kind - 1)) == 0);
    if (class & (POLICY__UPPER | POLICY__LOWER | POLICY__IDEOGRAPH)) ck_assert(class & POLICY__LETTER);
  }
}
END_TEST

START_TEST(lower_case) {
  ck_assert_uint_eq(policy__lower('A'), 'a');
  ck_assert_uint_eq(policy__lower('Z'), 'z');
  ck_assert_uint_eq(policy__lower('@'), '@');
  ck_assert_uint_eq(policy__lower('['), '[');
  ck_assert_uint_eq(policy__lower(0xC9), 0xE9);
  ck_assert_uint_eq(policy__lower(0x416), 0x436);
  ck_assert_uint_eq(policy__lower(0x4E00), 0x4E00);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy__append_lower(&buffer, (policy_string){"\xC3\x89tat OF \xF0\x90\x90\x80", 13}),
                   POLICY_OK);
  ck_assert_str_eq(buffer.data, "\xC3\xA9tat of \xF0\x90\x90\xA8");
  policy_buffer_free(&buffer);
  policy_buffer small = {.ceiling = 2};
  ck_assert_int_eq(policy__append_lower(&small, (policy_string){"ABC", 3}), POLICY_ERROR_LIMIT);
  policy_buffer_free(&small);
}
END_TEST

/* ---- collections of others, where they are at hand ------------------------------------------------------- */

static FILE *open_gold(const char *name) {
  const char *gold = getenv("POLICY_GOLD");
  char path[1024];
  snprintf(path, sizeof path, "%s/bad-inputs/utf8/%s", gold != NULL ? gold : "../shared", name);
  FILE *file = fopen(path, "r");
  if (file == NULL) printf("# skipped: %s is not there\n", path);
  return file;
}

/* "C2 A9" or "c2a9", up to the colon or the end of the line. */
static size_t from_hex(const char *hex, char *bytes) {
  size_t n = 0;
  while (*hex != '\0' && *hex != ':' && *hex != '\n') {
    unsigned byte;
    while (*hex == ' ') hex++;
    if (sscanf(hex, "%2x", &byte) != 1) break;
    bytes[n++] = (char)byte;
    hex += 2;
  }
  return n;
}

START_TEST(utf8tests) {
  FILE *file = open_gold("utf8tests/utf8tests.txt");
  if (file == NULL) return;
  char line[1024];
  int count = 0;
  while (fgets(line, sizeof line, file) != NULL) {
    char in[512], out[512];
    char *valid = strstr(line, ":valid hex:"), *invalid = strstr(line, ":invalid hex:");
    if (line[0] == '#' || (valid == NULL && invalid == NULL)) continue;
    size_t n = from_hex(valid != NULL ? valid + 11 : invalid + 13, in), m = n;
    memcpy(out, in, n);
    if (invalid != NULL) {
      char *skipped = strchr(invalid + 13, ':'), *replaced = skipped != NULL ? strchr(skipped + 1, ':') : NULL;
      ck_assert_ptr_nonnull(replaced);
      m = from_hex(replaced + 1, out);
    }
    if (memchr(in, 0, n) != NULL || memchr(in, '\r', n) != NULL ||
        (n >= 3 && memcmp(in, "\xEF\xBB\xBF", 3) == 0))
      continue;
    cleaned c = clean(in, n);
    ck_assert_msg(c.text.size == m && memcmp(c.text.data, out, m) == 0, "%s", line);
    drop(&c);
    count++;
  }
  fclose(file);
  ck_assert_int_gt(count, 50);
}
END_TEST

/* One field of NormalizationTest.txt: code points in hexadecimal, up to the semicolon. */
static size_t from_points(char **field, char *bytes) {
  size_t n = 0;
  char *at = *field, *end;
  while (*at != ';' && *at != '\0') {
    unsigned long c = strtoul(at, &end, 16);
    if (end == at) break;
    n += encode((uint32_t)c, bytes + n);
    at = end;
    while (*at == ' ') at++;
  }
  *field = *at == ';' ? at + 1 : at;
  return n;
}

START_TEST(normalization_test) {
  FILE *file = open_gold("normalization/NormalizationTest.txt");
  if (file == NULL) return;
  char line[4096];
  int count = 0;
  while (fgets(line, sizeof line, file) != NULL) {
    if (line[0] == '#' || line[0] == '@' || line[0] == '\n') continue;
    char columns[5][512], *at = line;
    size_t sizes[5];
    for (int i = 0; i < 5; i++) sizes[i] = from_points(&at, columns[i]);
    for (int i = 0; i < 5; i++) {
      int expected = i < 3 ? 1 : 3;
      cleaned c = clean(columns[i], sizes[i]);
      ck_assert_msg(c.text.size == sizes[expected] && memcmp(c.text.data, columns[expected], c.text.size) == 0,
                    "%s", line);
      drop(&c);
    }
    count++;
  }
  fclose(file);
  ck_assert_int_gt(count, 1000);
}
END_TEST

Suite *suite_utf8(void) {
  Suite *suite = suite_create("utf8");
  TCase *tests = tcase_create("utf8");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, good_text_passes);
  tcase_add_test(tests, each_maximal_bad_part_becomes_one_mark);
  tcase_add_test(tests, nul_is_bad_too);
  tcase_add_test(tests, where_the_first_bad_byte_was);
  tcase_add_test(tests, random_bytes_against_a_slow_decoder);
  tcase_add_test(tests, line_ends);
  tcase_add_test(tests, byte_order_marks);
  tcase_add_test(tests, composing);
  tcase_add_test(tests, every_code_point_alone_and_between_others);
  tcase_add_test(tests, random_strings_of_what_composes);
  tcase_add_test(tests, cleaning_twice_changes_nothing);
  tcase_add_test(tests, thirty_marks_are_put_in_order_and_more_are_left);
  tcase_add_test(tests, megabytes_of_marks_take_no_time);
  tcase_add_test(tests, untouched_text_has_no_runs);
  tcase_add_test(tests, the_end_comes_from_the_end);
  tcase_add_test(tests, every_piece_knows_where_it_came_from);
  tcase_add_test(tests, every_allocation_may_fail);
  tcase_add_test(tests, the_ceiling_of_the_text);
  tcase_add_test(tests, appending_to_what_is_there);
  tcase_add_test(tests, walking_to_and_fro);
  tcase_add_test(tests, classes);
  tcase_add_test(tests, every_code_point_has_one_class);
  tcase_add_test(tests, lower_case);
  tcase_add_test(tests, utf8tests);
  tcase_add_test(tests, normalization_test);
  suite_add_tcase(suite, tests);
  return suite;
}
