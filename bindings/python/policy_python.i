/* The private module libpolicy._core: the C interface with Python's values. The classes in src/libpolicy are
   its proxies: they register themselves, so that SWIG's own Python file is not used. */
%module(package="libpolicy") core

%begin %{
#define PY_SSIZE_T_CLEAN
#define SWIG_PYTHON_SLOW_GETSET_THIS /* proxies have slots, no dictionary; and no private function of Python */
%}

%include "policy_values.i"
%include "policy_calls.i"
%include "policy.i"
%include "policy_gazetteers.i"
%include "gazetteers.i"
