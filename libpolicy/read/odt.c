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

static policy_status read_parts(policy__office *office) {
  policy_buffer xml = {.allocator = *office->allocator};
  policy_status status = policy__office_part(office->archive, "content.xml", &xml, office->error);
  if (status == POLICY_ERROR_NOT_FOUND)
    status = policy__fail(office->error, POLICY_ERROR_FORMAT, 0, "the archive has no content.xml: it is no OpenDocument");
  if (status == POLICY_OK)
    status = policy__xml_compose(&office->composer, (policy_string){xml.data != NULL ? xml.data : "", xml.size}, "",
                                 &office->limits, office->allocator, office->error);
  policy_buffer_free(&xml);
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
