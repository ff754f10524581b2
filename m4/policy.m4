# Macros of libpolicy's configure.ac.

# POLICY_PROBE_CFLAGS(VARIABLE, FLAGS): the flags that the compiler takes, each tried alone.
AC_DEFUN([POLICY_PROBE_CFLAGS], [
  $1=""
  for flag in $2; do
    AX_CHECK_COMPILE_FLAG([$flag], [$1="$$1 $flag"], [], [-Werror])
  done
  AC_SUBST([$1])])

# POLICY_PROBE_LDFLAGS(VARIABLE, FLAGS): the same for the linker.
AC_DEFUN([POLICY_PROBE_LDFLAGS], [
  $1=""
  for flag in $2; do
    AX_CHECK_LINK_FLAG([$flag], [$1="$$1 $flag"])
  done
  AC_SUBST([$1])])

# POLICY_CHECK_PYTHON: PYTHON, which some tests need too; for the binding, its compiler flags and where modules go;
# sets have_python.
AC_DEFUN([POLICY_CHECK_PYTHON], [
  have_python=no
  AM_PATH_PYTHON([3.8], [], [:])
  AS_IF([test "x$with_python" != xno && test "x$SWIG" != xno && test "x$PYTHON" != "x:"], [
    AC_MSG_CHECKING([for the headers of $PYTHON])
    PYTHON_INCLUDE=`$PYTHON -c 'import sysconfig; print(sysconfig.get_path("include"))'`
    PYTHON_SUFFIX=`$PYTHON -c 'import sysconfig; print(sysconfig.get_config_var("EXT_SUFFIX"))'`
    AS_IF([test -f "$PYTHON_INCLUDE/Python.h"], [have_python=yes])
    AC_MSG_RESULT([$have_python])])
  AS_IF([test "x$with_python" = xyes && test "x$have_python" != xyes],
    [AC_MSG_ERROR([--with-python needs SWIG and the headers of Python])])
  AM_CONDITIONAL([HAVE_PYTHON_PROGRAM], [test "x$PYTHON" != "x:"])
  AC_SUBST([PYTHON_INCLUDE])
  AC_SUBST([PYTHON_SUFFIX])])

# POLICY_CHECK_LUA: LUA and LUA_CFLAGS of Lua 5.4; other versions are built by bindings/lua itself.
AC_DEFUN([POLICY_CHECK_LUA], [
  have_lua=no
  AS_IF([test "x$with_lua" != xno && test "x$SWIG" != xno], [
    AC_PATH_PROGS([LUA], [lua5.4 lua54 lua], [no])
    PKG_CHECK_MODULES([LUA], [lua5.4], [AS_IF([test "x$LUA" != xno], [have_lua=yes])], [:])])
  AS_IF([test "x$with_lua" = xyes && test "x$have_lua" != xyes],
    [AC_MSG_ERROR([--with-lua needs SWIG and Lua 5.4])])
  AC_SUBST([LUA_CMOD], ['${libdir}/lua/5.4'])
  AC_SUBST([LUA_MOD], ['${datadir}/lua/5.4'])])
