/* Enumerations travel as the words of policy-document: "state", "should_not". The numbers are C's alone.

   For each there is a function TYPE_of_word, which gives the number of a word, or -1. */
%define %policy_word(TYPE, NAME, LAST)
%{
static int TYPE##_of_word(const char *word, size_t size) {
  for (int value = 0; value <= (int)LAST; value++) {
    const char *name = NAME((TYPE)value);
    if (strlen(name) == size && memcmp(name, word, size) == 0) return value;
  }
  return -1;
}
%}
%policy_word_typemaps(TYPE, NAME)
%enddef

%policy_word(policy_block_kind, policy_block_kind_name, POLICY_BLOCK_BOILERPLATE)
%policy_word(policy_block_part, policy_block_part_name, POLICY_BLOCK_PART_OPERATIVE)
%policy_word(policy_charset_source, policy_charset_source_name, POLICY_CHARSET_DETECTED)
%policy_word(policy_upos, policy_upos_name, POLICY_UPOS_X)
%policy_word(policy_actor_kind, policy_actor_kind_name, POLICY_ACTOR_PERSON)
%policy_word(policy_mention_form, policy_mention_form_name, POLICY_MENTION_PRONOUN)
%policy_word(policy_statement_type, policy_statement_type_name, POLICY_STATEMENT_CONSTITUTIVE)
%policy_word(policy_role, policy_role_name, POLICY_ROLE_REASON)
%policy_word(policy_force, policy_force_name, POLICY_FORCE_MUST_NOT)
%policy_word(policy_voice, policy_voice_name, POLICY_VOICE_REPORTED)
%policy_word(policy_party, policy_party_name, POLICY_PARTY_BENEFICIARY)
%policy_word(policy_time_type, policy_time_type_name, POLICY_TIME_TIME)
%policy_word(policy_citation_kind, policy_citation_kind_name, POLICY_CITATION_REPORT)
%policy_word(policy_contributor_role, policy_contributor_role_name, POLICY_CONTRIBUTOR_OTHER)
%policy_word(policy_date_kind, policy_date_kind_name, POLICY_DATE_OTHER)
%policy_word(policy_event_status, policy_event_status_name, POLICY_EVENT_HYPOTHETICAL)
%policy_word(policy_sign, policy_sign_name, POLICY_SIGN_NEGATIVE)
