/* The door to libxml2: what is told of XML, and what is refused. */
#include <check.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/builder.h"
#include "reading.h"
#include "read/xml.h"
#include "read/xml_words.h"

static char told[4096];
static const char *source;
static policy_status answer;

static void tell(const char *sign, policy_string string) {
  size_t had = strlen(told);
  ck_assert_uint_lt(had + string.size + 8, sizeof told);
  snprintf(told + had, sizeof told - had, "%s%.*s", sign, (int)string.size, string.data);
}

static policy_status begin(void *context, const policy__xml_element *element) {
  (void)context;
  tell("<", element->name);
  if (element->prefix.size > 0) tell("^", element->prefix);
  policy_string language = policy__xml_attribute(element, "xml:lang"), id = policy__xml_attribute(element, "id");
  if (language.size > 0) tell("@", language);
  if (id.size > 0) tell("#", id);
  return answer;
}

/* Text whose place in the source is told stands there. */
static policy_status text(void *context, policy_string piece, uint64_t at) {
  (void)context;
  for (size_t i = 0; at != UINT64_MAX && i < piece.size; i++)
    ck_assert(source[at + i] == piece.data[i] || (source[at + i] < ' ' && piece.data[i] == ' '));
  tell(at != UINT64_MAX ? "" : "~", piece);
  return POLICY_OK;
}

static policy_status end(void *context, policy_string name) {
  (void)context;
  tell("/", name);
  return POLICY_OK;
}

static policy__xml_oddities oddities;
static policy_error error;

static policy_status parse_bytes(const char *bytes, size_t size, uint32_t depth) {
  const policy__xml_handler handler = {NULL, begin, text, end};
  policy_limits limits = policy__limits_fill(NULL, size);
  limits.depth = depth;
  told[0] = '\0';
  source = bytes;
  oddities = (policy__xml_oddities){0, 0};
  error = (policy_error){0};
  return policy__xml_parse(bytes, size, &limits, &policy__malloc_allocator, &handler, &oddities, &error);
}

static policy_status parse(const char *xml) {
  return parse_bytes(xml, strlen(xml), 64);
}

START_TEST(elements_and_text) {
  ck_assert_int_eq(parse("<?xml version='1.0' encoding='latin1'?><!-- c --><a:b xmlns:a='u' xml:lang='en' id='1'>x\xC3\xA9 "
                         "<i x:id='2'/><![CDATA[<y>]]></a:b>"),
                   POLICY_OK);
  ck_assert_str_eq(told, "<b^a@en#1x\xC3\xA9 <i#2/i<y>/b");
  ck_assert_uint_eq(oddities.bad_characters + oddities.unknown_entities, 0);
}
END_TEST

START_TEST(long_texts_keep_their_places) {
  enum { SIZE = 100000 };
  char *xml = malloc(SIZE + 16), *at = xml + sprintf(xml, "<a>");
  for (int i = 0; at < xml + SIZE; i++) at += sprintf(at, i % 7 == 0 ? "\xE2\x80\x94 " : i % 5 == 0 ? "w%d\n" : "w%d ", i);
  strcpy(at, "</a>");
  policy_document *document = reading_as(xml, strlen(xml), "application/xml");
  const char *words = policy_document_text(document).data;
  for (uint32_t i = 0; i < policy_document_text(document).size; i += 97) {
    if (words[i] == ' ' || words[i] == '\n' || (words[i] & 0xC0) == 0x80) continue;
    uint64_t offset = policy_document_source_offset(document, i);
    ck_assert_int_eq(memcmp(xml + offset, words + i, 1), 0);
  }
  policy_document_unref(document);
  free(xml);
}
END_TEST

START_TEST(entities) {
  ck_assert_int_eq(parse("<!DOCTYPE a [<!ENTITY who 'the &#38;amp; Council &#x2014;'><!ENTITY b '<i/>'><!ENTITY c '&who;'>"
                         "<!ENTITY % p 'x'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
                         "<a id='&who;'>1&who;2&amp;&#233;&nbsp;&mdash;&b;&c;&f;&none;3</a>"),
                   POLICY_OK);
  const char *after = strstr(told, "1");
  ck_assert_ptr_nonnull(after);
  ck_assert_ptr_nonnull(strstr(after, "1~the & Council \xE2\x80\x94" "2&~\xC3\xA9~\xC2\xA0~\xE2\x80\x94"));
  ck_assert_uint_eq(oddities.unknown_entities, 4);
  ck_assert_int_eq(parse("<a>&nbsp;&Eacute;&yuml;&euro;&foo;</a>"), POLICY_OK);
  ck_assert_uint_eq(oddities.unknown_entities, 1);
  ck_assert_str_eq(told, "<a~\xC2\xA0~\xC3\x89~\xC3\xBF~\xE2\x82\xAC/a");
}
END_TEST

START_TEST(entities_of_entities_do_not_grow) {
  char xml[4096], *at = xml + sprintf(xml, "<!DOCTYPE a [<!ENTITY l0 'lol'>");
  for (int i = 1; i < 20; i++) {
    at += sprintf(at, "<!ENTITY l%d '", i);
    for (int k = 0; k < 8; k++) at += sprintf(at, "&l%d;", i - 1);
    at += sprintf(at, "'>");
  }
  sprintf(at, "]><a>&l19;&l0;</a>");
  ck_assert_int_eq(parse(xml), POLICY_OK);
  ck_assert_str_eq(told, "<a~lol/a");
  ck_assert_uint_eq(oddities.unknown_entities, 1);
}
END_TEST

START_TEST(a_long_entity_called_often_is_a_limit) {
  enum { CALLS = 5000 };
  char *xml = malloc(CALLS * 3 + 5000), *at = xml + sprintf(xml, "<!DOCTYPE a [<!ENTITY x '%04000d'>]><a>", 0);
  for (int i = 0; i < CALLS; i++) at += sprintf(at, "&x;");
  strcpy(at, "</a>");
  const policy__xml_handler nobody = {NULL, NULL, NULL, NULL};
  policy_limits limits = policy__limits_fill(NULL, 0);
  ck_assert_int_eq(policy__xml_parse(xml, strlen(xml), &limits, &policy__malloc_allocator, &nobody, &oddities, &error),
                   POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "entities"));
  free(xml);
}
END_TEST

static const struct {
  const char *xml, *words;
} broken[] = {
    {"", "empty"},
    {"<", "line 1: "},
    {"<a>", "line 1: "},
    {"text", "line 1: "},
    {"<a>\n<b></a>", "line 2: the XML is broken: Opening and ending tag mismatch: b and a"},
    {"<a b=1>", "line 1: "},
    {"<a b='1' b='2'/>", "redefined"},
    {"<a/><b/>", "Extra content"},
    {"<a><![CDATA[</a>", "line 1: "},
    {"<a><!-- </a>", "line 1: "},
    {"<a b='<'/>", "line 1: "},
};

START_TEST(broken_xml_is_refused_with_its_line) {
  ck_assert_int_eq(parse(broken[_i].xml), POLICY_ERROR_FORMAT);
  ck_assert_msg(strstr(error.message, broken[_i].words) != NULL, "%s", error.message);
  ck_assert_uint_le(error.offset, strlen(broken[_i].xml));
}
END_TEST

START_TEST(characters_that_xml_forbids_are_left_out) {
  ck_assert_int_eq(parse("<a>x\x01y&#2;z</a>"), POLICY_OK);
  ck_assert_str_eq(told, "<ax yz/a");
  ck_assert_uint_eq(oddities.bad_characters, 2);
  ck_assert_int_eq(parse("<a>\xEF\xBF\xBFx&amp;</a>"), POLICY_OK);
  ck_assert_uint_eq(oddities.bad_characters, 1);
}
END_TEST

START_TEST(depth_and_attributes_have_ceilings) {
  enum { MANY = 2000 };
  char *xml = malloc(MANY * 16), *at = xml;
  for (int i = 0; i < 8; i++) at += sprintf(at, "<a>");
  for (int i = 0; i < 8; i++) at += sprintf(at, "</a>");
  ck_assert_int_eq(parse_bytes(xml, (size_t)(at - xml), 2), POLICY_OK);
  ck_assert_int_eq(parse_bytes(xml, (size_t)(at - xml), 1), POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "deeper than 4"));
  at = xml + sprintf(xml, "<!-- \"\" --><?p '' ?><a>");
  for (int i = 0; i < 300; i++) at += sprintf(at, "<a>");
  ck_assert_int_eq(parse_bytes(xml, (size_t)(at - xml), 1000), POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "deeper than 256"));
  at = xml + sprintf(xml, "<a><b ");
  for (int i = 0; i <= 1024; i++) at += sprintf(at, "a%d='>' ", i);
  at += sprintf(at, "/></a>");
  ck_assert_int_eq(parse_bytes(xml, (size_t)(at - xml), 64), POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "1024 attributes"));
  ck_assert_uint_eq(error.offset, 3);
  free(xml);
}
END_TEST

START_TEST(a_handler_ends_the_parsing) {
  answer = POLICY_ERROR_CANCELLED;
  ck_assert_int_eq(parse("<a><b/></a>"), POLICY_ERROR_CANCELLED);
  answer = POLICY_OK;
  ck_assert_str_eq(told, "<a");
}
END_TEST

static int errors_seen;

static void receive(void *context, xmlErrorPtr e) {
  (void)context, (void)e;
  errors_seen++;
}

START_TEST(an_applications_receiver_of_errors_stays) {
  xmlSetStructuredErrorFunc(&errors_seen, receive);
  ck_assert_int_eq(parse("<a><b></a>"), POLICY_ERROR_FORMAT);
  ck_assert_int_eq(errors_seen, 0);
  ck_assert_ptr_eq(xmlStructuredErrorContext, &errors_seen);
  xmlSetStructuredErrorFunc(NULL, NULL);
}
END_TEST

START_TEST(first_looks) {
  char name[POLICY__XML_NAME];
#define CHARSET(xml, expected)                      \
  policy__xml_charset(xml, sizeof(xml) - 1, name); \
  ck_assert_str_eq(name, expected)
  CHARSET("<?xml version='1.0' encoding = \"ISO-8859-1\"?>", "ISO-8859-1");
  CHARSET("<?xml version='1.0'?><a encoding='x'/>", "");
  CHARSET("<?xml encoding='x", "");
  CHARSET("<?xml encoding=", "");
  CHARSET("<a/>", "");
#define ROOT(xml, expected) reading_is(policy__xml_root(xml, sizeof xml - 1), expected)
  ROOT("<?xml version='1.0'?>\n<!-- <x> --><!DOCTYPE a [<!ENTITY b '>'>] ><p:a b='1'>", "a");
  ROOT("<!DOCTYPE a SYSTEM 'b'><a/>", "a");
  ROOT("<!DOCTYPE a [", "");
  ROOT("<!-- ", "");
  ROOT("", "");
  ROOT("x<a>", "");
  ROOT("<", "");
}
END_TEST

START_TEST(words_are_in_order) {
  for (size_t i = 1; i < policy__xml_word_count(); i++)
    ck_assert_int_le(strcmp(policy__xml_word(i - 1), policy__xml_word(i)), 0);
  ck_assert_int_eq(policy__xml_role(POLICY__TEI, reading_string("head")), POLICY__ROLE_HEADING);
  ck_assert_int_eq(policy__xml_role(POLICY__JATS, reading_string("title")), POLICY__ROLE_HEADING);
  ck_assert_int_eq(policy__xml_role(POLICY__USLM, reading_string("title")), POLICY__ROLE_DIVISION);
  ck_assert_int_eq(policy__xml_role(POLICY__TEI, reading_string("headings")), POLICY__ROLE_NONE);
  ck_assert_int_eq(policy__xml_role(POLICY__TEI, reading_string("")), POLICY__ROLE_NONE);
  ck_assert_int_eq(policy__xml_role(POLICY__TEI, reading_string("zzz")), POLICY__ROLE_NONE);
}
END_TEST

Suite *suite_xml(void) {
  Suite *suite = suite_create("xml");
  TCase *cases = tcase_create("xml");
  tcase_add_test(cases, elements_and_text);
  tcase_add_test(cases, long_texts_keep_their_places);
  tcase_add_test(cases, entities);
  tcase_add_test(cases, entities_of_entities_do_not_grow);
  tcase_add_test(cases, a_long_entity_called_often_is_a_limit);
  tcase_add_loop_test(cases, broken_xml_is_refused_with_its_line, 0, sizeof broken / sizeof *broken);
  tcase_add_test(cases, characters_that_xml_forbids_are_left_out);
  tcase_add_test(cases, depth_and_attributes_have_ceilings);
  tcase_add_test(cases, a_handler_ends_the_parsing);
  tcase_add_test(cases, an_applications_receiver_of_errors_stays);
  tcase_add_test(cases, first_looks);
  tcase_add_test(cases, words_are_in_order);
  suite_add_tcase(suite, cases);
  return suite;
}
