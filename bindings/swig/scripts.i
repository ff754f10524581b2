/* IG Script for the languages: each call reads the script, writes one thing of it, and lets it go, so that no
   language has to keep one. Reading is linear and the text is short. */
%{
typedef struct policy_script_job {
  unsigned flags;
  const char *id;
  char separator;
} policy_script_job;

typedef policy_status (*policy_script_writer)(const policy_igscript *script, const policy_script_job *job,
                                              policy_buffer *buffer, policy_error *error);

static policy_status policy_script_run(const void *bytes, size_t size, const policy_options *options,
                                       policy_script_writer write, policy_script_job job, policy_buffer *buffer,
                                       policy_error *error) {
  policy_igscript *script = policy_igscript_parse(bytes, size, options, error);
  if (script == NULL) return error->code;
  policy_status status = write(script, &job, buffer, error);
  policy_igscript_free(script);
  if (status != POLICY_OK && error->code == POLICY_OK) error->code = status;
  return status;
}

static policy_status policy_script_do_text(const policy_igscript *script, const policy_script_job *job,
                                           policy_buffer *buffer, policy_error *error) {
  policy_string text = policy_igscript_text(script);
  (void)job, (void)error;
  return policy_buffer_append(buffer, text.data, text.size);
}

static policy_status policy_script_do_print(const policy_igscript *script, const policy_script_job *job,
                                            policy_buffer *buffer, policy_error *error) {
  (void)job;
  return policy_igscript_print(script, buffer, error);
}

static policy_status policy_script_do_tree(const policy_igscript *script, const policy_script_job *job,
                                           policy_buffer *buffer, policy_error *error) {
  return policy_igscript_tree(script, job->flags, buffer, error);
}

static policy_status policy_script_do_table(const policy_igscript *script, const policy_script_job *job,
                                            policy_buffer *buffer, policy_error *error) {
  return policy_igscript_table(script, job->flags, job->id, job->separator, buffer, error);
}

/* A line for each warning: code, message, and the bytes where it begins and ends, between tabs. */
static policy_status policy_script_do_warnings(const policy_igscript *script, const policy_script_job *job,
                                               policy_buffer *buffer, policy_error *error) {
  policy_status status = POLICY_OK;
  (void)job, (void)error;
  for (uint32_t i = 0; i < policy_igscript_warning_count(script) && status == POLICY_OK; i++) {
    policy_igscript_warning warning = policy_igscript_warning_at(script, i);
    char line[256];
    int size = snprintf(line, sizeof line, "%s\t%s\t%u\t%u\n", policy_igscript_code_name(warning.code),
                        warning.message, (unsigned)warning.span.begin, (unsigned)warning.span.end);
    status = policy_buffer_append(buffer, line, (size_t)size);
  }
  return status;
}
%}

%inline %{
static policy_status policy_script_text(const void *bytes, size_t size, const policy_options *options,
                                        policy_buffer *buffer, policy_error *error) {
  policy_script_job job = {0, NULL, '\0'};
  return policy_script_run(bytes, size, options, policy_script_do_text, job, buffer, error);
}

static policy_status policy_script_print(const void *bytes, size_t size, const policy_options *options,
                                         policy_buffer *buffer, policy_error *error) {
  policy_script_job job = {0, NULL, '\0'};
  return policy_script_run(bytes, size, options, policy_script_do_print, job, buffer, error);
}

static policy_status policy_script_tree(const void *bytes, size_t size, unsigned flags, const policy_options *options,
                                        policy_buffer *buffer, policy_error *error) {
  policy_script_job job = {flags, NULL, '\0'};
  return policy_script_run(bytes, size, options, policy_script_do_tree, job, buffer, error);
}

/* Cells end with the character US (31), which no text should have. */
static policy_status policy_script_table(const void *bytes, size_t size, unsigned flags, const char *id,
                                         const policy_options *options, policy_buffer *buffer, policy_error *error) {
  policy_script_job job = {flags, id, '\x1f'};
  return policy_script_run(bytes, size, options, policy_script_do_table, job, buffer, error);
}

static policy_status policy_script_warnings(const void *bytes, size_t size, const policy_options *options,
                                            policy_buffer *buffer, policy_error *error) {
  policy_script_job job = {0, NULL, '\0'};
  return policy_script_run(bytes, size, options, policy_script_do_warnings, job, buffer, error);
}
%}
