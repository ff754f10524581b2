/* The parts of an OpenDocument text. */
#include "read/odt.h"

#include <string.h>

#include "base/status.h"
#include "read/office.h"
#include "read/xml_read.h"

static const policy__fact properties[] = {
    {"meta title", NULL, POLICY_FIELD_TITLE, 0},         {"meta initial-creator", NULL, POLICY_FIELD_AUTHOR, 0},
    {"meta creator", NULL, POLICY_FIELD_AUTHOR, 1},      {"meta subject", NULL, POLICY_FIELD_TOPIC, 1},
    {"meta keyword", NULL, POLICY_FIELD_TOPIC, 0},       {"document-meta meta date", NULL, POLICY_FIELD_DATE, 0},
    {"meta creation-date", NULL, POLICY_FIELD_DATE, 1},  {"meta language", NULL, POLICY_FIELD_LANGUAGE, 0},
};

static policy_string string_of(const policy_buffer *buffer) {
  return (policy_string){buffer->data != NULL ? buffer->data : "", buffer->size};
}

/* Styles of the whole document: damaged ones are done without. */
static policy_status read_styles(policy__office *office, policy__odt_styles *styles) {
  policy_error own;
  policy_buffer xml = {.allocator = *office->allocator};
  policy_status status = policy__office_part(office->archive, "styles.xml", &xml, &own);
  if (status == POLICY_OK) status = policy__odt_styles_read(styles, string_of(&xml), &office->limits, &own);
  policy_buffer_free(&xml);
  status = policy__office_forgive(office, status);
  return status == POLICY_OK ? POLICY_OK : policy__fail(office->error, status, 0, "%s", own.message);
}

static policy_status read_content(policy__office *office, policy__odt_styles *styles) {
  policy_buffer xml = {.allocator = *office->allocator};
  policy_status status = policy__office_part(office->archive, "content.xml", &xml, office->error);
  if (status == POLICY_ERROR_NOT_FOUND)
    status = policy__fail(office->error, POLICY_ERROR_FORMAT, 0, "the archive has no content.xml: it is no OpenDocument");
  if (status == POLICY_OK) status = policy__odt_styles_read(styles, string_of(&xml), &office->limits, office->error);
  if (status == POLICY_OK && (status = policy__odt_styles_settle(styles)) != POLICY_OK)
    policy__fail_plain(office->error, status);
  if (status == POLICY_OK)
    status = policy__xml_compose(&office->composer, string_of(&xml), "", styles, &office->limits, office->allocator,
                                 office->error);
  policy_buffer_free(&xml);
  return status;
}

static policy_status read_parts(policy__office *office) {
  policy__odt_styles styles;
  policy__odt_styles_init(&styles, office->allocator);
  policy_status status = read_styles(office, &styles);
  if (status == POLICY_OK) status = read_content(office, &styles);
  policy__odt_styles_free(&styles);
  if (status != POLICY_OK) return status;
  return policy__office_collect(office->archive, "meta.xml", &office->facts, &office->limits, office->error);
}

policy_builder *policy__read_odt(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  policy__office office;
  policy_builder *builder = NULL;
  policy_status status =
      policy__office_open(&office, bytes, size, properties, sizeof properties / sizeof *properties, options, error);
  if (status == POLICY_OK) status = read_parts(&office);
  if (status == POLICY_OK) builder = policy__office_finish(&office, false, bytes, size, options);
  policy__office_close(&office, builder);
  return builder;
}
