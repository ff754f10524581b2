/* What a writer fills: the buffer lives for the call, and the language takes a string from it.

   The language adds typemap(argout), which runs before the one of the error: it looks at `result`. */
%typemap(in, numinputs=0) policy_buffer *buffer (policy_buffer written) {
  memset(&written, 0, sizeof written);
  $1 = &written;
}
%typemap(freearg) policy_buffer *buffer {
  if ($1 != NULL) policy_buffer_free($1);
}
