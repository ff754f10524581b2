/* Documents and parts as objects that own what they point to.

   A document object owns one reference. A part object owns one reference to its document, so that it outlives
   every other object of the same document; its C value lies on the heap. Nothing is freed by hand, so nothing
   can be freed twice. A part or document that is needed and not given is an error of the language. */
%{
/* A copy of a part on the heap, with a reference to its document; NULL when there is no memory. */
static void *policy_part_keep(const void *part, size_t size, const policy_document *document) {
  void *copy = malloc(size);
  if (copy != NULL) {
    memcpy(copy, part, size);
    policy_document_ref(document);
  }
  return copy;
}

static void policy_part_drop(void *part, const policy_document *document) {
  free(part);
  policy_document_unref((policy_document *)(uintptr_t)document);
}
%}

%newobject policy_read;
%newobject policy_read_file;
%newobject policy_analyse;
%newobject policy_analyse_file;
%newobject policy_parse;
%newobject policy_json_read;

%typemap(check) const policy_document *document {
  if ($1 == NULL) SWIG_exception(SWIG_TypeError, "a document is needed here");
}
%typemap(check) SWIGTYPE *self {
  if ($1 == NULL) SWIG_exception(SWIG_TypeError, "a part or document is needed here");
}

%nodefaultctor;
struct policy_document {};
%extend policy_document {
  ~policy_document() { policy_document_unref($self); }
  /* The same for all objects of one document, and for no other living one. */
  uint64_t key() { return (uint64_t)(uintptr_t)$self; }
}

/* owner: the document, as one more object of it.
   key: with the id, what equality and hashes go by.
   piece, code_points: slice and code_points of the document, without making an object for it. */
%define %policy_part(TYPE)
%policy_part_typemaps(TYPE)
%ignore TYPE::document;
%immutable TYPE::id;
%newobject TYPE::owner;
%extend TYPE {
  ~TYPE() { policy_part_drop($self, $self->document); }
  policy_document *owner() { return policy_document_ref($self->document); }
  uint64_t key() { return (uint64_t)(uintptr_t)$self->document; }
  policy_string piece(policy_span span) { return policy_document_slice($self->document, span); }
  policy_span code_points(policy_span span) { return policy_document_code_points($self->document, span); }
}
%enddef

%policy_part(policy_block)
%policy_part(policy_page)
%policy_part(policy_line)
%policy_part(policy_sentence)
%policy_part(policy_token)
%policy_part(policy_warning)
%policy_part(policy_actor)
%policy_part(policy_component)
%policy_part(policy_statement)
%policy_part(policy_recommendation)
%policy_part(policy_time)
%policy_part(policy_citation)
%policy_part(policy_event)
%policy_part(policy_relation)
%policy_part(policy_causal)
