/* Values: strings, spans, words and parts, in and out. */

/* ---- strings: strict UTF-8 both ways, of any length, with NUL where C takes a length --------------------- */

%typemap(out) policy_string {
  $result = PyUnicode_DecodeUTF8($1.data, (Py_ssize_t)$1.size, "strict");
  if ($result == NULL) SWIG_fail;
}

%typemap(out) const char * {
  $result = PyUnicode_FromString($1);
  if ($result == NULL) SWIG_fail;
}

%fragment("policy_text", "header") %{
/* The UTF-8 of a str, or of bytes as they are; NULL with an exception. Lives as long as the object. */
static const char *policy_text(PyObject *object, Py_ssize_t *size) {
  if (PyUnicode_Check(object)) return PyUnicode_AsUTF8AndSize(object, size);
  char *data = NULL;
  if (PyBytes_Check(object) && PyBytes_AsStringAndSize(object, &data, size) == 0) return data;
  if (!PyErr_Occurred())
    PyErr_Format(PyExc_TypeError, "str or bytes expected, not %.200s", Py_TYPE(object)->tp_name);
  return NULL;
}

/* The same as a C string, which has no NUL inside. */
static const char *policy_c_string(PyObject *object) {
  Py_ssize_t size = 0;
  const char *text = policy_text(object, &size);
  if (text == NULL || strlen(text) == (size_t)size) return text;
  PyErr_SetString(PyExc_ValueError, "embedded null character");
  return NULL;
}
%}

%typemap(in, fragment="policy_text") const char * {
  $1 = (char *)policy_c_string($input);
  if ($1 == NULL) SWIG_fail;
}
%typemap(freearg) const char * ""

/* A path: str, bytes or os.PathLike. */
%typemap(in) const char *path (PyObject *held = NULL) {
  if (!PyUnicode_FSConverter($input, &held)) SWIG_fail;
  $1 = PyBytes_AS_STRING(held);
}
%typemap(freearg) const char *path {
  Py_XDECREF(held$argnum);
}

/* Source bytes: str as UTF-8, bytes as they are, other buffers as a copy, since they may change meanwhile. */
%typemap(in, fragment="policy_text") (const void *bytes, size_t size) (PyObject *held = NULL, Py_ssize_t size) {
  if (PyUnicode_Check($input) || PyBytes_Check($input)) {
    Py_INCREF($input);
    held = $input;
  } else if (PyObject_CheckBuffer($input)) {
    held = PyBytes_FromObject($input);
    if (held == NULL) SWIG_fail;
  } else {
    PyErr_Format(PyExc_TypeError, "str or bytes expected, not %.200s", Py_TYPE($input)->tp_name);
    SWIG_fail;
  }
  $1 = (void *)policy_text(held, &size);
  if ($1 == NULL) SWIG_fail;
  $2 = (size_t)size;
}
%typemap(freearg) (const void *bytes, size_t size) {
  Py_XDECREF(held$argnum);
}

/* ---- spans and places ------------------------------------------------------------------------------------ */

%typemap(out) policy_span {
  $result = Py_BuildValue("(II)", $1.begin, $1.end);
}
%typemap(in) policy_span {
  unsigned long long begin, end;
  if (!PyTuple_Check($input)) {
    PyErr_Format(PyExc_TypeError, "a pair of places expected, not %.200s", Py_TYPE($input)->tp_name);
    SWIG_fail;
  }
  if (!PyArg_ParseTuple($input, "KK:span", &begin, &end)) SWIG_fail;
  if (begin > UINT32_MAX || end > UINT32_MAX) {
    PyErr_SetString(PyExc_OverflowError, "a place is out of range");
    SWIG_fail;
  }
  $1.begin = (uint32_t)begin;
  $1.end = (uint32_t)end;
}
%typemap(out) policy_position {
  $result = Py_BuildValue("(IIIII)", $1.byte, $1.code_point, $1.utf16, $1.line, $1.column);
}
%typemap(out) policy_box {
  $result = Py_BuildValue("(ffff)", $1.left, $1.top, $1.width, $1.height);
}

/* ---- words ----------------------------------------------------------------------------------------------- */

%define %policy_word_typemaps(TYPE, NAME)
%typemap(in) TYPE {
  int value = -1;
  if (PyUnicode_Check($input)) {
    Py_ssize_t size = 0;
    const char *word = PyUnicode_AsUTF8AndSize($input, &size);
    if (word == NULL) SWIG_fail;
    value = TYPE##_of_word(word, (size_t)size);
  } else {
    long number = PyLong_AsLong($input);
    if (number == -1 && PyErr_Occurred()) SWIG_fail;
    if (number >= 0 && number < 256) value = (int)number;
  }
  if (value < 0) {
    PyErr_Format(PyExc_ValueError, "%R is no " #TYPE, $input);
    SWIG_fail;
  }
  $1 = (TYPE)value;
}
%typemap(out) TYPE {
  $result = PyUnicode_FromString(NAME($1));
}
%enddef

/* ---- parts ----------------------------------------------------------------------------------------------- */

%fragment("policy_part_object", "header") %{
/* A part as an object of its class, or None for the null part. */
static PyObject *policy_part_object(const void *part, size_t size, const policy_document *document,
                                    swig_type_info *type) {
  if (document == NULL) Py_RETURN_NONE;
  void *copy = policy_part_keep(part, size, document);
  if (copy == NULL) return PyErr_NoMemory();
  return SWIG_NewPointerObj(copy, type, SWIG_POINTER_OWN);
}
%}

%define %policy_part_typemaps(TYPE)
%typemap(in) TYPE {
  void *part = NULL;
  if (!SWIG_IsOK(SWIG_ConvertPtr($input, &part, $&1_descriptor, 0)) || part == NULL) {
    PyErr_Format(PyExc_TypeError, #TYPE " expected, not %.200s", Py_TYPE($input)->tp_name);
    SWIG_fail;
  }
  $1 = *(TYPE *)part;
}
%typemap(out, fragment="policy_part_object") TYPE {
  $result = policy_part_object(&$1, sizeof $1, $1.document, $&1_descriptor);
  if ($result == NULL) SWIG_fail;
}
%enddef
