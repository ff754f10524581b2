/* Calls: options, progress, what writers write, errors, and Python's lock. */

/* ---- options: (name, media_type, limits, progress, full, gazetteer), or None; the last two may be left out ------------------ */

%fragment("policy_call", "header", fragment="policy_text") %{
/* The options of one call with what they point to. All objects are borrowed from the call's arguments. */
typedef struct policy_call {
  policy_options options;
  policy_limits limits;
  PyObject *progress;
} policy_call;

/* Answers signals, so that Ctrl-C ends a long call, then asks Python. What is raised stays raised: the library
   comes back with POLICY_ERROR_CANCELLED, and the exception goes on from there. */
static bool policy_call_progress(void *context, double done) {
  policy_call *call = (policy_call *)context;
  PyGILState_STATE state = PyGILState_Ensure();
  bool go_on = !PyErr_Occurred() && PyErr_CheckSignals() == 0;
  if (go_on && call->progress != Py_None) {
    PyObject *answer = PyObject_CallFunction(call->progress, "d", done);
    go_on = answer != NULL && answer != Py_False;
    Py_XDECREF(answer);
  }
  PyGILState_Release(state);
  return go_on;
}

/* The place of a limit by its name; 4 or 8 bytes wide. */
static void *policy_call_limit(policy_limits *limits, PyObject *name, size_t *width) {
  struct { const char *name; void *value; size_t width; } known[] = {
    {"input", &limits->input, sizeof limits->input},
    {"text", &limits->text, sizeof limits->text},
    {"memory", &limits->memory, sizeof limits->memory},
    {"blocks", &limits->blocks, sizeof limits->blocks},
    {"tokens", &limits->tokens, sizeof limits->tokens},
    {"entries", &limits->entries, sizeof limits->entries},
    {"mentions", &limits->mentions, sizeof limits->mentions},
    {"warnings", &limits->warnings, sizeof limits->warnings},
    {"depth", &limits->depth, sizeof limits->depth},
    {"sentence", &limits->sentence, sizeof limits->sentence},
    {"token", &limits->token, sizeof limits->token},
    {"child_seconds", &limits->child_seconds, sizeof limits->child_seconds},
    {"child_memory", &limits->child_memory, sizeof limits->child_memory},
    {"elements", &limits->elements, sizeof limits->elements},
    {"nesting", &limits->nesting, sizeof limits->nesting},
    {"ratio", &limits->ratio, sizeof limits->ratio}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (!PyUnicode_Check(name) || PyUnicode_CompareWithASCIIString(name, known[i].name) != 0) continue;
    *width = known[i].width;
    return known[i].value;
  }
  PyErr_Format(PyExc_ValueError, "%R is no limit", name);
  return NULL;
}

static bool policy_call_set_limit(policy_limits *limits, PyObject *name, PyObject *number) {
  size_t width = 0;
  void *place = policy_call_limit(limits, name, &width);
  if (place == NULL) return false;
  unsigned long long value = PyLong_AsUnsignedLongLong(number);
  if (value == (unsigned long long)-1 && PyErr_Occurred()) return false;
  if (width == sizeof(uint64_t)) *(uint64_t *)place = value;
  else *(uint32_t *)place = value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
  return true;
}

/* The gazetteer of an object; NULL for None. */
static bool policy_gazetteer_of(PyObject *object, const policy_gazetteer **gazetteer) {
  void *pointer = NULL;
  *gazetteer = NULL;
  if (object == Py_None) return true;
  if (!SWIG_IsOK(SWIG_ConvertPtr(object, &pointer, SWIGTYPE_p_policy_gazetteer, 0)) || pointer == NULL) {
    PyErr_Format(PyExc_TypeError, "a Gazetteer is needed, not %.200s", Py_TYPE(object)->tp_name);
    return false;
  }
  *gazetteer = (const policy_gazetteer *)pointer;
  return true;
}

static bool policy_call_fill(policy_call *call, PyObject *given) {
  const policy_options options = POLICY_OPTIONS_INIT;
  const policy_limits limits = POLICY_LIMITS_INIT;
  call->options = options;
  call->limits = limits;
  call->options.limits = &call->limits;
  call->options.progress = policy_call_progress;
  call->options.context = call;
  call->progress = Py_None;
  if (given == Py_None) return true;
  PyObject *name, *media_type, *limited, *key, *value, *own = Py_None;
  int full = 0;
  if (!PyTuple_Check(given)) {
    PyErr_SetString(PyExc_TypeError, "options are a tuple");
    return false;
  }
  if (!PyArg_ParseTuple(given, "OOOO|pO:options", &name, &media_type, &limited, &call->progress, &full, &own))
    return false;
  call->options.full = full != 0;
  if (!policy_gazetteer_of(own, &call->options.gazetteer)) return false;
  if (name != Py_None && (call->options.name = policy_c_string(name)) == NULL) return false;
  if (media_type != Py_None && (call->options.media_type = policy_c_string(media_type)) == NULL) return false;
  if (call->progress != Py_None && !PyCallable_Check(call->progress)) {
    PyErr_SetString(PyExc_TypeError, "progress must be callable");
    return false;
  }
  if (limited == Py_None) return true;
  if (!PyDict_Check(limited)) {
    PyErr_SetString(PyExc_TypeError, "limits must be a dict");
    return false;
  }
  for (Py_ssize_t at = 0; PyDict_Next(limited, &at, &key, &value);)
    if (!policy_call_set_limit(&call->limits, key, value)) return false;
  return true;
}
%}

%typemap(in, fragment="policy_call") const policy_options *options (policy_call call) {
  if (!policy_call_fill(&call, $input)) SWIG_fail;
  $1 = &call.options;
}

/* ---- what writers write ---------------------------------------------------------------------------------- */

%typemap(argout) policy_buffer *buffer {
  if (result == POLICY_OK) {
    Py_DECREF($result);
    $result = PyUnicode_DecodeUTF8($1->size > 0 ? $1->data : "", (Py_ssize_t)$1->size, "strict");
    if ($result == NULL) SWIG_fail;
  }
}

%typemap(out) policy_status {
  (void)$1;
  Py_INCREF(Py_None);
  $result = Py_None;
}

/* ---- errors ---------------------------------------------------------------------------------------------- */

%fragment("policy_raise", "header") %{
/* Raises what the error says as libpolicy's own exception, unless Python has raised one meanwhile. */
static void policy_raise(const policy_error *error) {
  if (PyErr_Occurred()) return;
  PyObject *module = PyImport_ImportModule("libpolicy._errors");
  if (module == NULL) return;
  PyObject *exception = PyObject_CallMethod(module, "make", "ssK", policy_status_word(error->code), error->message,
                                            (unsigned long long)error->offset);
  if (exception != NULL) PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
  Py_XDECREF(exception);
  Py_DECREF(module);
}
%}

%typemap(argout, fragment="policy_raise") policy_error *error {
  if ($1->code != POLICY_OK) {
    Py_CLEAR($result);
    policy_raise($1);
    SWIG_fail;
  }
}

/* ---- Python's lock: given up in the calls that take long, and in no other -------------------------------- */

%define %policy_unlocked(FUNCTION)
%exception FUNCTION {
  Py_BEGIN_ALLOW_THREADS
  $action
  Py_END_ALLOW_THREADS
}
%enddef

%policy_unlocked(policy_read)
%policy_unlocked(policy_read_file)
%policy_unlocked(policy_analyse)
%policy_unlocked(policy_analyse_file)
%policy_unlocked(policy_parse)
%policy_unlocked(policy_json_read)
%policy_unlocked(policy_json_write)
%policy_unlocked(policy_conllu_write)
%policy_unlocked(policy_summary_write)
%policy_unlocked(policy_html_write)
%policy_unlocked(policy_script_text)
%policy_unlocked(policy_script_print)
%policy_unlocked(policy_script_tree)
%policy_unlocked(policy_script_table)
%policy_unlocked(policy_script_warnings)
