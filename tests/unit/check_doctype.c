/* Kinds of documents. */
#include <check.h>
#include <string.h>

#include "reading.h"

static const struct {
  const char *text, *type;
} documents[] = {
    {"Night Sky Protection Act 2020\n\n1. Lamps shall point down.\n", "act"},
    {"Resolution 77 (2020)\n\nThe Assembly met on Monday and spoke of rivers at some length.\n", "resolution"},
    {"Rivers\n\nThe General Assembly,\n\nRecalling its earlier words on rivers,\n\n1. Urges States to act;\n", "resolution"},
    {"Government response to the report on rivers\n\nWe thank the members for it, and answer each point below.\n",
     "government response"},
    {"Select Committee on Rural Services\n\nThe last bus\n\nWe heard twelve witnesses in the spring of that year.\n",
     "committee report"},
    {"A strategy for repair\n\nThings that last are cheaper than things that do not, for all of us.\n", "strategy"},
    {"Remarks by the Governor at the harbour\n\nThank you all for coming on such a cold day of the year.\n", "speech"},
    {"REGULATION (EU) 2020/7 OF THE COUNCIL\n\nof 3 May 2020\n\nrepealing Council Directive 7/1 on mines\n\n"
     "The Council has met and heard what there was to hear of it.\n", "regulation"},
    {"The mine\n\nIt is old, and nobody has gone down there for years, as far as we know.\n", ""},
    {"Hospital staffing\n\nReport of the Auditor General\n\nWe looked at twelve wards.\n", "audit report"},
};

START_TEST(documents_say_what_they_are) {
  policy_document *document = reading_of(documents[_i].text);
  reading_is(policy_document_type(document), documents[_i].type);
  policy_document_unref(document);
}
END_TEST

Suite *suite_doctype(void) {
  Suite *suite = suite_create("doctype");
  TCase *tests = tcase_create("doctype");
  tcase_add_loop_test(tests, documents_say_what_they_are, 0, sizeof documents / sizeof *documents);
  suite_add_tcase(suite, tests);
  return suite;
}
