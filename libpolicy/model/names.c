/* The words of policy-document for every enumeration, each in one place. */
#include "model/names.h"

#include <string.h>

#define NAMES(...) {(const char *const[]){__VA_ARGS__}, (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))}

static const struct {
  const char *const *names;
  int count;
} enumerations[POLICY__ENUMERATIONS] = {
    [POLICY__BLOCK_KIND] = NAMES("paragraph", "heading", "list_item", "quote", "table", "caption", "footnote",
                                 "citation", "boilerplate"),
    [POLICY__BLOCK_PART] = NAMES("", "contents", "preamble", "operative"),
    [POLICY__CHARSET_SOURCE] = NAMES("", "bom", "declared", "valid-utf8", "detected"),
    [POLICY__UPOS] = NAMES("", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
                           "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
    [POLICY__ACTOR_KIND] = NAMES("other", "state", "igo", "government", "party", "military", "company", "ngo",
                                 "media", "academic", "group", "person"),
    [POLICY__MENTION_FORM] = NAMES("name", "acronym", "demonym", "capital", "descriptor", "pronoun"),
    [POLICY__STATEMENT_TYPE] = NAMES("regulative", "constitutive"),
    [POLICY__ROLE] = NAMES("attributes", "deontic", "aim", "direct_objects", "indirect_objects",
                           "activation_conditions", "execution_constraints", "or_else", "entities", "modal",
                           "function", "properties", "purposes", "reasons"),
    [POLICY__ROLE_SYMBOL] =
        NAMES("A", "D", "I", "Bdir", "Bind", "Cac", "Cex", "O", "E", "M", "F", "P", "", ""),
    [POLICY__FORCE] = NAMES("could", "should", "must", "should_not", "must_not"),
    [POLICY__VOICE] = NAMES("author", "reported"),
    [POLICY__PARTY] = NAMES("addressees", "partners", "targets", "beneficiaries"),
    [POLICY__TIME_TYPE] = NAMES("date", "duration", "set", "time"),
    [POLICY__CITATION_KIND] = NAMES("url", "doi", "resolution", "legislation", "case", "treaty", "report"),
    [POLICY__CONTRIBUTOR_ROLE] = NAMES("author", "editor", "translator", "publisher", "sponsor", "speaker", "other"),
    [POLICY__DATE_KIND] = NAMES("published", "created", "modified", "accessed", "submitted", "accepted", "adopted",
                                "in_force", "other"),
    [POLICY__EVENT_STATUS] = NAMES("past", "planned", "hypothetical"),
    [POLICY__SIGN] = NAMES("0", "+", "-"),
};

int policy__name_count(policy__enumeration enumeration) {
  return enumerations[enumeration].count;
}

const char *policy__name(policy__enumeration enumeration, int value) {
  bool known = value >= 0 && value < enumerations[enumeration].count;
  return known ? enumerations[enumeration].names[value] : "";
}

int policy__value(policy__enumeration enumeration, policy_string name) {
  for (int i = 0; i < enumerations[enumeration].count; i++) {
    const char *word = enumerations[enumeration].names[i];
    if (strlen(word) == name.size && memcmp(word, name.data, name.size) == 0) return i;
  }
  return -1;
}

/* ---- the public functions ------------------------------------------------------------------------------ */

const char *policy_block_kind_name(policy_block_kind kind) {
  return policy__name(POLICY__BLOCK_KIND, (int)kind);
}

const char *policy_block_part_name(policy_block_part part) {
  return policy__name(POLICY__BLOCK_PART, (int)part);
}

const char *policy_charset_source_name(policy_charset_source source) {
  return policy__name(POLICY__CHARSET_SOURCE, (int)source);
}

const char *policy_upos_name(policy_upos upos) {
  return policy__name(POLICY__UPOS, (int)upos);
}

const char *policy_actor_kind_name(policy_actor_kind kind) {
  return policy__name(POLICY__ACTOR_KIND, (int)kind);
}

const char *policy_mention_form_name(policy_mention_form form) {
  return policy__name(POLICY__MENTION_FORM, (int)form);
}

const char *policy_statement_type_name(policy_statement_type type) {
  return policy__name(POLICY__STATEMENT_TYPE, (int)type);
}

const char *policy_role_name(policy_role role) {
  return policy__name(POLICY__ROLE, (int)role);
}

const char *policy_role_symbol(policy_role role) {
  return policy__name(POLICY__ROLE_SYMBOL, (int)role);
}

const char *policy_force_name(policy_force force) {
  return policy__name(POLICY__FORCE, (int)force);
}

const char *policy_voice_name(policy_voice voice) {
  return policy__name(POLICY__VOICE, (int)voice);
}

const char *policy_party_name(policy_party party) {
  return policy__name(POLICY__PARTY, (int)party);
}

const char *policy_time_type_name(policy_time_type type) {
  return policy__name(POLICY__TIME_TYPE, (int)type);
}

const char *policy_citation_kind_name(policy_citation_kind kind) {
  return policy__name(POLICY__CITATION_KIND, (int)kind);
}

const char *policy_contributor_role_name(policy_contributor_role role) {
  return policy__name(POLICY__CONTRIBUTOR_ROLE, (int)role);
}

const char *policy_date_kind_name(policy_date_kind kind) {
  return policy__name(POLICY__DATE_KIND, (int)kind);
}

const char *policy_event_status_name(policy_event_status status) {
  return policy__name(POLICY__EVENT_STATUS, (int)status);
}

const char *policy_sign_name(policy_sign sign) {
  return policy__name(POLICY__SIGN, (int)sign);
}
