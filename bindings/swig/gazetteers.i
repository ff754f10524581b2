/* Gazetteers and matchers as objects that own what they point to; entries as pairs of a gazetteer and a number.

   A language that includes this file defines typemaps for
     policy_entry                       in: its gazetteer and number; out: the number, or nothing
     policy_match *match                argout: a match, or nothing behind the last
     policy_buffer *saved               argout: bytes; its in and freearg are here
     (const char *text, size_t size)    in: text that outlives the matcher
     const policy_gazetteer_options *options, const policy_matcher_options *options    in */
%newobject policy_gazetteer_read;
%newobject policy_gazetteer_open;
%newobject policy_matcher_new;

%typemap(check) const policy_gazetteer *gazetteer, policy_matcher *matcher {
  if ($1 == NULL) SWIG_exception(SWIG_TypeError, "a gazetteer or matcher is needed here");
}
%typemap(in, numinputs=0) policy_buffer *saved (policy_buffer written) {
  memset(&written, 0, sizeof written);
  $1 = &written;
}
%typemap(freearg) policy_buffer *saved {
  if ($1 != NULL) policy_buffer_free($1);
}

%nodefaultctor;
struct policy_gazetteer {};
%extend policy_gazetteer {
  ~policy_gazetteer() { policy_gazetteer_unref($self); }
}
struct policy_matcher {};
%extend policy_matcher {
  ~policy_matcher() { policy_matcher_free($self); }
}

%policy_word(policy_form_use, policy_form_use_name, POLICY_FORM_GROUP)
%policy_word(policy_link_kind, policy_link_kind_name, POLICY_LINK_GOVERNMENT_OF)

%include <policy/gazetteer.h>
