/* Gazetteers from tables, saved and read again: what is good is read, and nothing else. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../pace.h"
#include "base/memory.h"
#include "gazetteer/shelf.h"

static const char table[] =
    "entry\tst:JPN\tstate\tJapan\tiso3166-1=JPN;iso3166-1-alpha-2=JP;m49=392;member_of=igo:UN\r\n"
    "form\tname\tde\tJapan|Nippon\r\n"
    "form\tname\tfr\tJapon\r\n"
    "form\tname\tpt\tJap\xC3\xA3o\r\n"
    "\r\n"
    "# a comment\r\n"
    "entry\tigo:UN\tigo\tUnited Nations\tfrom=1945-10-24;sector=IGO\r\n"
    "form\tacronym\t\tUN\r\n"
    "entry\tgov:JPN\tgovernment\tGovernment of Japan\tgovernment_of=st:JPN;to=1991\r\n";

static policy_gazetteer *read_on(const char *text, const policy_gazetteer *base, policy_error *error) {
  policy_gazetteer_options options = POLICY_GAZETTEER_OPTIONS_INIT;
  options.base = base;
  return policy_gazetteer_read(text, strlen(text), &options, error);
}

static policy_gazetteer *read_good(const char *text, const policy_gazetteer *base) {
  policy_error error = {.code = POLICY_OK};
  policy_gazetteer *gazetteer = read_on(text, base, &error);
  ck_assert_msg(gazetteer != NULL, "%s", error.message);
  return gazetteer;
}

START_TEST(entries_tell_what_the_table_says) {
  policy_gazetteer *gazetteer = read_good(table, NULL);
  ck_assert_uint_eq(policy_gazetteer_entry_count(gazetteer), 3);
  policy_entry japan = policy_gazetteer_find(gazetteer, "st:JPN"), un = policy_gazetteer_find(gazetteer, "igo:UN");
  ck_assert_str_eq(policy_entry_name(japan).data, "Japan");
  ck_assert_int_eq(policy_entry_kind(japan), POLICY_ACTOR_STATE);
  ck_assert_uint_eq(policy_entry_code_count(japan), 3);
  ck_assert_str_eq(policy_entry_code_scheme(japan, 1).data, "iso3166-1-alpha-2");
  ck_assert_str_eq(policy_entry_code_value(japan, 1).data, "JP");
  ck_assert_str_eq(policy_entry_code(japan, "m49").data, "392");
  ck_assert_str_eq(policy_entry_code(japan, "m4").data, "");
  ck_assert_uint_eq(policy_entry_link_count(japan), 1);
  ck_assert_uint_eq(policy_entry_link(japan, 0).id, un.id);
  ck_assert_str_eq(policy_entry_from(un).data, "1945-10-24");
  ck_assert_str_eq(policy_entry_sector(un).data, "IGO");
  policy_entry government = policy_gazetteer_entry(gazetteer, 2);
  ck_assert_str_eq(policy_entry_to(government).data, "1991");
  ck_assert_int_eq(policy_entry_link_kind(government, 0), POLICY_LINK_GOVERNMENT_OF);
  ck_assert_uint_eq(policy_gazetteer_find_code(gazetteer, "iso3166-1-alpha-2", "JP").id, japan.id);
  ck_assert_ptr_null(policy_gazetteer_find_code(gazetteer, "iso3166-1", "JP").gazetteer);
  ck_assert_ptr_null(policy_gazetteer_find(gazetteer, "st:JP").gazetteer);
  ck_assert_ptr_null(policy_gazetteer_entry(gazetteer, 3).gazetteer);
  policy_gazetteer_unref(gazetteer);
}
END_TEST

static const char persons[] = "entry\tp:ash\tperson\tIda Ash\n"
                              "post\tPresident\tst:NOR\t2001-02-03\t2005\n"
                              "post\tEnvoy\tst:NOR\t\t2006-07\n"
                              "entry\tst:NOR\tstate\tNorland\n"
                              "post\tKeeper of Seals\tst:NOR\n";

START_TEST(posts_are_dated) {
  policy_gazetteer *base = read_good(persons, NULL);
  policy_gazetteer *gazetteer = read_good("entry\tp:ash\npost\tJudge\tst:NOR\t2007\n", base);
  policy_entry ash = policy_gazetteer_find(gazetteer, "p:ash"), norland = policy_gazetteer_find(gazetteer, "st:NOR");
  ck_assert_uint_eq(policy_entry_post_count(ash), 3);
  ck_assert_str_eq(policy_entry_post_title(ash, 0).data, "President");
  ck_assert_uint_eq(policy_entry_post(ash, 0).id, norland.id);
  ck_assert_str_eq(policy_entry_post_from(ash, 0).data, "2001-02-03");
  ck_assert_str_eq(policy_entry_post_to(ash, 0).data, "2005");
  ck_assert_str_eq(policy_entry_post_from(ash, 1).data, "");
  ck_assert_str_eq(policy_entry_post_to(ash, 1).data, "2006-07");
  ck_assert_str_eq(policy_entry_post_title(ash, 2).data, "Judge");
  ck_assert_str_eq(policy_entry_post_title(ash, 3).data, "");
  ck_assert_ptr_null(policy_entry_post(ash, 3).gazetteer);
  ck_assert_uint_eq(policy_entry_post_count(norland), 1);
  ck_assert_str_eq(policy_entry_post_to(norland, 0).data, "");
  policy_gazetteer_unref(gazetteer);
  policy_gazetteer_unref(base);
}
END_TEST

START_TEST(names_are_told_by_language) {
  policy_gazetteer *gazetteer = read_good(table, NULL);
  policy_entry japan = policy_gazetteer_find(gazetteer, "st:JPN");
  ck_assert_str_eq(policy_entry_name_in(japan, "de").data, "Japan");
  ck_assert_str_eq(policy_entry_name_in(japan, "fr-CA").data, "Japon");
  ck_assert_str_eq(policy_entry_name_in(japan, "PT-br").data, "Jap\xC3\xA3o");
  ck_assert_str_eq(policy_entry_name_in(japan, "ja").data, "");
  ck_assert_str_eq(policy_entry_name_in(japan, "").data, "");
  ck_assert_uint_eq(policy_entry_form_count(japan), 4);
  ck_assert_str_eq(policy_entry_form(japan, 0).data, "Japan");
  ck_assert_str_eq(policy_entry_form_language(japan, 0, 0).data, "de");
  ck_assert_uint_eq(policy_entry_form_language_count(japan, 0), 1);
  policy_gazetteer_unref(gazetteer);
}
END_TEST

START_TEST(tables_lie_one_on_another) {
  policy_gazetteer *base = read_good(table, NULL);
  policy_gazetteer *both = read_good("entry\tst:JPN\nform\tname\tja-Latn\tNihon\nform\tname\tde\tLand\n"
                                     "entry\tngo:x\tngo\tX Watch\tmember_of=igo:UN\n",
                                     base);
  ck_assert_uint_eq(policy_gazetteer_entry_count(both), 4);
  policy_entry japan = policy_gazetteer_find(both, "st:JPN");
  ck_assert_str_eq(policy_entry_name(japan).data, "Japan");
  ck_assert_str_eq(policy_entry_name_in(japan, "ja-Latn").data, "Nihon");
  ck_assert_str_eq(policy_entry_name_in(japan, "de").data, "Japan"); /* the base's stays the first */
  ck_assert_str_eq(policy_entry_code(japan, "m49").data, "392");
  ck_assert_str_eq(policy_entry_id(policy_entry_link(policy_gazetteer_find(both, "ngo:x"), 0)).data, "igo:UN");
  policy_gazetteer *changed =
      read_good("entry\tst:JPN\tother\tNippon-koku\tm49=000;wikidata=Q17;sector=GOV\n", base);
  japan = policy_gazetteer_find(changed, "st:JPN");
  ck_assert_str_eq(policy_entry_name(japan).data, "Nippon-koku");
  ck_assert_int_eq(policy_entry_kind(japan), POLICY_ACTOR_OTHER);
  ck_assert_str_eq(policy_entry_code(japan, "m49").data, "000");
  ck_assert_uint_eq(policy_entry_code_count(japan), 4);
  ck_assert_ptr_null(policy_gazetteer_find_code(changed, "m49", "392").gazetteer);
  policy_gazetteer_unref(changed);
  policy_gazetteer_unref(both);
  policy_gazetteer_unref(base);
}
END_TEST

static void refuse(const char *text, const char *message, uint64_t offset) {
  policy_error error = {.code = POLICY_OK};
  ck_assert_ptr_null(read_on(text, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_FORMAT);
  ck_assert_str_eq(error.message, message);
  ck_assert_uint_eq(error.offset, offset);
}

START_TEST(bad_lines_are_refused_with_their_number) {
  refuse("entity\ta\tstate\tA\n", "line 1: neither entry, form nor post: entity", 0);
  refuse("\r\n# x\r\nentry\n", "line 3: an entry has 2 to 5 fields", 7);
  refuse("entry\ta\tstate\tA\n\nform\tname\n", "line 3: forms have 4 fields", 17);
  refuse("form\tname\ten\tA\n", "line 1: forms before any entry", 0);
  refuse("entry\ta\tnation\tA\n", "line 1: no kind of actor: nation", 0);
  refuse("entry\ta\tstate\n", "line 1: an entry that is new needs a kind and a name: a", 0);
  refuse("entry\ta b\tstate\tA\n", "line 1: no id: a b", 0);
  refuse("entry\t\tstate\tA\n", "line 1: no id", 0);
  refuse("entry\ta\tstate\tA\nentry\ta\tstate\tA\n", "line 2: an entry for the second time: a", 16);
  refuse("entry\ta\tstate\tA\tx\n", "line 1: not KEY=VALUE: x", 0);
  refuse("entry\ta\tstate\tA\tx=\n", "line 1: no value of: x", 0);
  refuse("entry\ta\tstate\tA\tfrom=May\n", "line 1: no date: May", 0);
  refuse("entry\ta\tstate\tA\tfrom=1945-13\n", "line 1: no date: 1945-13", 0);
  refuse("entry\ta\tstate\tA\tpart_of=b|\n", "line 1: an empty id", 0);
  refuse("entry\ta\tstate\tA\tpart_of=b\n", "line 1: there is no entry b", 0);
  refuse("entry\ta\tstate\tA\nform\tnick\ten\tA\n", "line 2: no use of a form: nick", 16);
  refuse("entry\ta\tstate\tA\nform\tname\te n\tA\n", "line 2: no tag of a language: e n", 16);
  refuse("entry\ta\tstate\tA\nform\tname\ten\tA||B\n", "line 2: an empty form", 16);
  refuse("entry\ta\tstate\tA\nform\tname\ten\t...\n", "line 2: this cannot be a form: ...", 16);
  refuse("entry\ta\tstate\t--\n", "line 1: this cannot be a name: --", 0);
  refuse("post\tKing\ta\n", "line 1: a post before any entry", 0);
  refuse("entry\ta\tstate\tA\npost\tKing\n", "line 2: posts have 3 to 5 fields", 16);
  refuse("entry\ta\tstate\tA\npost\tKing\ta\t\t\tx\n", "line 2: posts have 3 to 5 fields", 16);
  refuse("entry\ta\tstate\tA\npost\t\ta\n", "line 2: no title of a post", 16);
  refuse("entry\ta\tstate\tA\npost\tKing\t\t\n", "line 2: an empty id", 16);
  refuse("entry\ta\tstate\tA\npost\tKing\ta\tMay\n", "line 2: no date: May", 16);
  refuse("entry\ta\tstate\tA\npost\tKing\ta\t\t1\n", "line 2: no date: 1", 16);
  refuse("entry\ta\tstate\tA\npost\tKing\tb\n", "line 2: there is no entry b", 16);
  refuse("# x\nentry\ta\tstate\tA\xFF\n", "line 2: not UTF-8", 19);
  refuse("entry\ta\tstate\tA\tB\tC\tD\n", "line 1: an entry has 2 to 5 fields", 0);
}
END_TEST

START_TEST(ceilings_hold) {
  policy_limits limits = POLICY_LIMITS_INIT;
  policy_gazetteer_options options = POLICY_GAZETTEER_OPTIONS_INIT;
  policy_error error = {.code = POLICY_OK};
  options.limits = &limits;
  limits.entries = 2;
  ck_assert_ptr_null(policy_gazetteer_read(table, strlen(table), &options, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits.entries = 3, limits.tokens = 3;
  ck_assert_ptr_null(policy_gazetteer_read(table, strlen(table), &options, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits.tokens = 0, limits.input = strlen(table) - 1;
  ck_assert_ptr_null(policy_gazetteer_read(table, strlen(table), &options, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits.input = 0, limits.memory = 4096;
  ck_assert_ptr_null(policy_gazetteer_read(table, strlen(table), &options, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
}
END_TEST

START_TEST(nobody_has_too_many_posts) {
  policy_buffer text = POLICY_BUFFER_INIT;
  policy_error error = {.code = POLICY_OK};
  ck_assert_int_eq(policy_buffer_append(&text, "entry\ta\tstate\tA\n", 16), POLICY_OK);
  for (int i = 0; i < POLICY__POSTS_MOST; i++)
    ck_assert_int_eq(policy_buffer_append(&text, "post\tKing\ta\n", 12), POLICY_OK);
  ck_assert_int_eq(policy_buffer_append(&text, "", 1), POLICY_OK);
  policy_gazetteer_unref(read_good(text.data, NULL));
  text.size--;
  ck_assert_int_eq(policy_buffer_append(&text, "post\tKing\ta\n", 13), POLICY_OK);
  ck_assert_ptr_null(read_on(text.data, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  policy_buffer_free(&text);
}
END_TEST

START_TEST(one_key_may_not_have_too_many_readings) {
  enum { ENTRIES = POLICY__GROUP_READINGS + 1 };
  policy_buffer text = POLICY_BUFFER_INIT;
  policy_error error = {.code = POLICY_OK};
  for (int i = 0; i < ENTRIES; i++) {
    char line[64];
    int size = snprintf(line, sizeof line, "entry\tx:%d\tother\tSmith\n", i);
    ck_assert_int_eq(policy_buffer_append(&text, line, (size_t)size), POLICY_OK);
  }
  ck_assert_ptr_null(read_on(text.data, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  policy_buffer_free(&text);
}
END_TEST

static policy_buffer saved(const policy_gazetteer *gazetteer) {
  policy_buffer bytes = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_gazetteer_save(gazetteer, &bytes, NULL), POLICY_OK);
  return bytes;
}

START_TEST(what_is_saved_is_read_again) {
  policy_gazetteer *first = read_good(table, NULL);
  policy_buffer bytes = saved(first);
  policy_gazetteer *second = policy_gazetteer_read(bytes.data, bytes.size, NULL, NULL);
  ck_assert_ptr_nonnull(second);
  policy_buffer again = saved(second);
  ck_assert_uint_eq(again.size, bytes.size);
  ck_assert_int_eq(memcmp(again.data, bytes.data, bytes.size), 0);
  /* Taken over by an empty table, it stays as it is. */
  policy_gazetteer *third = read_good("", first);
  policy_buffer over = saved(third);
  ck_assert_uint_eq(over.size, bytes.size);
  ck_assert_int_eq(memcmp(over.data, bytes.data, bytes.size), 0);
  policy_gazetteer_unref(first);
  policy_gazetteer_unref(second);
  policy_gazetteer_unref(third);
  policy_buffer_free(&bytes);
  policy_buffer_free(&again);
  policy_buffer_free(&over);
}
END_TEST

static policy_status read_copy(const char *bytes, size_t size) {
  /* A block of just the size, so that sanitizers see its end. */
  unsigned char *copy = malloc(size > 0 ? size : 1);
  memcpy(copy, bytes, size);
  policy_error error = {.code = POLICY_OK};
  policy_status status = policy__shelf_check(copy, size, &error);
  ck_assert_int_eq(error.code, status);
  ck_assert_uint_le(error.offset, size);
  free(copy);
  return status;
}

START_TEST(what_is_cut_short_is_refused) {
  policy_gazetteer *gazetteer = read_good(table, NULL);
  policy_buffer bytes = saved(gazetteer);
  for (size_t size = 0; size < bytes.size; size += size < 600 || bytes.size - size < 600 ? PACE : 501)
    ck_assert_int_eq(read_copy(bytes.data, size), POLICY_ERROR_FORMAT);
  ck_assert_int_eq(read_copy(bytes.data, bytes.size), POLICY_OK);
  policy_gazetteer_unref(gazetteer);
  policy_buffer_free(&bytes);
}
END_TEST

static void seal(policy_buffer *bytes) {
  uint64_t sum = policy__shelf_sum((unsigned char *)bytes->data, bytes->size);
  for (int i = 0; i < 8; i++) bytes->data[POLICY__SHELF_SUM + i] = (char)(sum >> 8 * i);
}

/* Walks through everything that a gazetteer tells. */
static void use(const policy_gazetteer *gazetteer) {
  size_t bytes = 0;
  for (uint32_t i = 0; i < policy_gazetteer_entry_count(gazetteer); i++) {
    policy_entry entry = policy_gazetteer_entry(gazetteer, i);
    bytes += strlen(policy_entry_id(entry).data) + strlen(policy_entry_name(entry).data);
    bytes += strlen(policy_entry_name_in(entry, "fr").data) + strlen(policy_entry_code(entry, "m49").data);
    for (uint32_t n = 0; n < policy_entry_link_count(entry); n++) bytes += policy_entry_link(entry, n).id;
    for (uint32_t n = 0; n < policy_entry_post_count(entry); n++)
      bytes += policy_entry_post(entry, n).id + strlen(policy_entry_post_title(entry, n).data) +
               strlen(policy_entry_post_to(entry, n).data);
    for (uint32_t n = 0; n < policy_entry_form_count(entry); n++) bytes += strlen(policy_entry_form(entry, n).data);
  }
  policy_matcher *matcher = policy_matcher_new(gazetteer, "the UN, Japan and Japon", 23, NULL, NULL);
  for (policy_match match; policy_matcher_next(matcher, &match);) bytes += match.end;
  policy_matcher_free(matcher);
  ck_assert_uint_lt(bytes, 1000000);
}

START_TEST(flipped_bits_are_seen_or_do_no_harm) {
  policy_gazetteer *gazetteer = read_good(table, NULL);
  policy_buffer bytes = saved(gazetteer);
  uint32_t refused = 0;
  size_t filter = POLICY__FILTER_BITS / 8; /* most of the file, and harmless: each 97th byte of it is enough */
  for (size_t at = 0; at < bytes.size; at += at < bytes.size - filter - POLICY__SHELF_PAD ? PACE : 97 * PACE) {
    char flip = (char)(1 << at % 8);
    bytes.data[at] ^= flip;
    ck_assert_int_eq(read_copy(bytes.data, bytes.size), POLICY_ERROR_FORMAT);
    seal(&bytes);
    policy_gazetteer *damaged = policy_gazetteer_read(bytes.data, bytes.size, NULL, NULL);
    if (damaged != NULL) use(damaged);
    else refused++;
    policy_gazetteer_unref(damaged);
    bytes.data[at] ^= flip;
    seal(&bytes);
  }
  ck_assert_uint_gt(refused, 300 / PACE);
  policy_gazetteer_unref(gazetteer);
  policy_buffer_free(&bytes);
}
END_TEST

/* An allocator that fails from a given allocation on. */
typedef struct starving {
  policy_allocator allocator;
  uint32_t left;
} starving;

static void *starve_allocate(void *context, size_t size) {
  starving *s = context;
  return s->left > 0 ? s->left--, malloc(size) : NULL;
}

static void *starve_reallocate(void *context, void *block, size_t old_size, size_t size) {
  starving *s = context;
  (void)old_size;
  return s->left > 0 ? s->left--, realloc(block, size) : NULL;
}

static void starve_release(void *context, void *block, size_t size) {
  (void)context, (void)size;
  free(block);
}

START_TEST(want_of_memory_is_a_status) {
  starving s = {{starve_allocate, starve_reallocate, starve_release, NULL}, 0};
  s.allocator.context = &s;
  policy_gazetteer_options options = POLICY_GAZETTEER_OPTIONS_INIT;
  policy_matcher_options matching = POLICY_MATCHER_OPTIONS_INIT;
  options.allocator = matching.allocator = &s.allocator;
  policy_gazetteer *gazetteer = NULL, *base = read_good(table, NULL);
  options.base = base;
  uint32_t tries = 0;
  for (; gazetteer == NULL; tries++) {
    policy_error error = {.code = POLICY_OK};
    s.left = tries;
    gazetteer = policy_gazetteer_read("entry\tx\tother\tX\n", 16, &options, &error);
    if (gazetteer == NULL) ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
    ck_assert_uint_lt(tries, 10000);
  }
  ck_assert_uint_gt(tries, 30);
  for (s.left = 0; s.left < 2; s.left++) {
    uint32_t left = s.left;
    ck_assert_ptr_null(policy_matcher_new(gazetteer, "X", 1, &matching, NULL));
    s.left = left;
  }
  policy_gazetteer_unref(gazetteer);
  policy_gazetteer_unref(base);
}
END_TEST

START_TEST(the_gazetteer_of_the_library_is_whole) {
  const policy_gazetteer *builtin = policy_gazetteer_builtin();
  policy_buffer bytes = saved(builtin);
  ck_assert_int_eq(read_copy(bytes.data, bytes.size), POLICY_OK);
  ck_assert_uint_le(bytes.size, 3000000);
  ck_assert_ptr_eq(policy_gazetteer_ref(builtin), builtin);
  policy_entry japan = policy_gazetteer_find_code(builtin, "iso3166-1", "JPN");
  ck_assert_str_eq(policy_entry_name(japan).data, "Japan");
  policy_buffer_free(&bytes);
}
END_TEST

Suite *suite_shelf(void);
Suite *suite_shelf(void) {
  Suite *suite = suite_create("shelf");
  TCase *tests = tcase_create("shelf");
  tcase_add_test(tests, entries_tell_what_the_table_says);
  tcase_add_test(tests, posts_are_dated);
  tcase_add_test(tests, names_are_told_by_language);
  tcase_add_test(tests, tables_lie_one_on_another);
  tcase_add_test(tests, bad_lines_are_refused_with_their_number);
  tcase_add_test(tests, ceilings_hold);
  tcase_add_test(tests, nobody_has_too_many_posts);
  tcase_add_test(tests, one_key_may_not_have_too_many_readings);
  tcase_add_test(tests, what_is_saved_is_read_again);
  tcase_add_test(tests, what_is_cut_short_is_refused);
  tcase_add_test(tests, flipped_bits_are_seen_or_do_no_harm);
  tcase_add_test(tests, want_of_memory_is_a_status);
  tcase_add_test(tests, the_gazetteer_of_the_library_is_whole);
  suite_add_tcase(suite, tests);
  return suite;
}
