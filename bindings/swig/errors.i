/* A failed call fills its policy_error, and the language's typemap(argout) raises what it says. No status and
   no error struct is ever seen. */
%typemap(in, numinputs=0) policy_error *error (policy_error failure) {
  memset(&failure, 0, sizeof failure);
  $1 = &failure;
}

%{
/* The status as a word for the languages: what their errors carry as `code`. */
static const char *policy_status_word(policy_status status) {
  switch (status) {
    case POLICY_OK: return "ok";
    case POLICY_ERROR_NO_MEMORY: return "no_memory";
    case POLICY_ERROR_ARGUMENT: return "argument";
    case POLICY_ERROR_IO: return "io";
    case POLICY_ERROR_FORMAT: return "format";
    case POLICY_ERROR_LIMIT: return "limit";
    case POLICY_ERROR_UNSUPPORTED: return "unsupported";
    case POLICY_ERROR_NOT_FOUND: return "not_found";
    case POLICY_ERROR_CORRUPT: return "corrupt";
    case POLICY_ERROR_CANCELLED: return "cancelled";
    case POLICY_ERROR_INTERNAL: return "internal";
  }
  return "internal";
}
%}
