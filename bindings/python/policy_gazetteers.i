/* Gazetteers: entries as pairs of the gazetteer and a number, matches as tuples. */

%typemap(in, fragment="policy_call") policy_entry {
  unsigned long long id = 0;
  PyObject *gazetteer = NULL;
  if (!PyTuple_Check($input)) {
    PyErr_Format(PyExc_TypeError, "an entry is expected, not %.200s", Py_TYPE($input)->tp_name);
    SWIG_fail;
  }
  if (!PyArg_ParseTuple($input, "OK:entry", &gazetteer, &id)) SWIG_fail;
  if (!policy_gazetteer_of(gazetteer, &$1.gazetteer)) SWIG_fail;
  $1.id = id < UINT32_MAX ? (uint32_t)id : UINT32_MAX;
}
%typemap(out) policy_entry {
  if ($1.gazetteer != NULL) $result = PyLong_FromUnsignedLong($1.id);
  else Py_INCREF(Py_None), $result = Py_None;
  if ($result == NULL) SWIG_fail;
}

/* (begin, end, number of the entry, use, language), or None behind the last; places are bytes. */
%typemap(in, numinputs=0) policy_match *match (policy_match found) {
  $1 = &found;
}
%typemap(argout) policy_match *match {
  if (result) {
    Py_DECREF($result);
    $result = Py_BuildValue("(nnIss#)", (Py_ssize_t)$1->begin, (Py_ssize_t)$1->end, $1->entry.id,
                            policy_form_use_name($1->use), $1->language.data, (Py_ssize_t)$1->language.size);
    if ($result == NULL) SWIG_fail;
  } else {
    Py_DECREF($result);
    Py_INCREF(Py_None);
    $result = Py_None;
  }
}

/* Bytes, which the caller keeps as long as the matcher. */
%typemap(in) (const char *text, size_t size) {
  char *data = NULL;
  Py_ssize_t size = 0;
  if (PyBytes_AsStringAndSize($input, &data, &size) != 0) SWIG_fail;
  $1 = data;
  $2 = (size_t)size;
}

%typemap(argout) policy_buffer *saved {
  if (result == POLICY_OK) {
    Py_DECREF($result);
    $result = PyBytes_FromStringAndSize($1->size > 0 ? $1->data : "", (Py_ssize_t)$1->size);
    if ($result == NULL) SWIG_fail;
  }
}

/* ---- options: (base, limits) and (languages, longer) ------------------------------------------------------ */

%fragment("policy_gazetteer_call", "header", fragment="policy_call") %{
typedef struct policy_gazetteer_call {
  policy_gazetteer_options options;
  policy_limits limits;
} policy_gazetteer_call;

static bool policy_gazetteer_call_fill(policy_gazetteer_call *call, PyObject *given) {
  const policy_gazetteer_options options = POLICY_GAZETTEER_OPTIONS_INIT;
  const policy_limits limits = POLICY_LIMITS_INIT;
  PyObject *base, *limited, *key, *value;
  call->options = options;
  call->limits = limits;
  call->options.limits = &call->limits;
  if (!PyTuple_Check(given)) {
    PyErr_SetString(PyExc_TypeError, "options are a tuple");
    return false;
  }
  if (!PyArg_ParseTuple(given, "OO:options", &base, &limited)) return false;
  if (!policy_gazetteer_of(base, &call->options.base)) return false;
  if (limited == Py_None) return true;
  if (!PyDict_Check(limited)) {
    PyErr_SetString(PyExc_TypeError, "limits must be a dict");
    return false;
  }
  for (Py_ssize_t at = 0; PyDict_Next(limited, &at, &key, &value);)
    if (!policy_call_set_limit(&call->limits, key, value)) return false;
  return true;
}

static bool policy_matcher_call_fill(policy_matcher_options *options, PyObject *given) {
  const policy_matcher_options none = POLICY_MATCHER_OPTIONS_INIT;
  PyObject *languages;
  int longer = 0;
  *options = none;
  if (!PyTuple_Check(given)) {
    PyErr_SetString(PyExc_TypeError, "options are a tuple");
    return false;
  }
  if (!PyArg_ParseTuple(given, "Op:options", &languages, &longer)) return false;
  options->longer = longer != 0;
  return languages == Py_None || (options->languages = policy_c_string(languages)) != NULL;
}
%}
%typemap(in, fragment="policy_gazetteer_call") const policy_gazetteer_options *options (policy_gazetteer_call call) {
  if (!policy_gazetteer_call_fill(&call, $input)) SWIG_fail;
  $1 = &call.options;
}
%typemap(in, fragment="policy_gazetteer_call") const policy_matcher_options *options (policy_matcher_options call) {
  if (!policy_matcher_call_fill(&call, $input)) SWIG_fail;
  $1 = &call;
}

%policy_unlocked(policy_gazetteer_read)
%policy_unlocked(policy_gazetteer_open)
