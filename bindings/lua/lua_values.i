/* Values: integers, strings, spans, places and words, in and out.

   A value of the wrong type or out of range is an error of Lua. luaL_error does not come back; that is safe
   here, since all that a call holds (objects, buffers) belongs to Lua's collector from the start. */
%{
#include <policy.h>

/* ---- integers: never floats, never strings --------------------------------------------------------------- */

/* The integer at a place of the stack, from 0 to `most`. */
static uint64_t policy_lua_integer(lua_State *L, int index, uint64_t most) {
  if (lua_type(L, index) != LUA_TNUMBER)
    luaL_error(L, "an integer is needed, not %s", lua_typename(L, lua_type(L, index)));
  lua_Number number = lua_tonumber(L, index);
  if (!(number >= 0 && number < 9223372036854775808.0) || number != (lua_Number)(uint64_t)number)
    luaL_error(L, "%f is no integer from 0", number);
  uint64_t value = (uint64_t)number;
#if LUA_VERSION_NUM >= 503
  if (lua_isinteger(L, index)) value = (uint64_t)lua_tointeger(L, index);
#endif
  if (value > most) luaL_error(L, "%f is out of range", number);
  return value;
}

/* ---- strings --------------------------------------------------------------------------------------------- */

static const char *policy_lua_bytes(lua_State *L, int index, size_t *size) {
  if (lua_type(L, index) != LUA_TSTRING)
    luaL_error(L, "a string is needed, not %s", lua_typename(L, lua_type(L, index)));
  return lua_tolstring(L, index, size);
}

/* The same as a C string, which has no NUL inside. */
static const char *policy_lua_string(lua_State *L, int index) {
  size_t size = 0;
  const char *string = policy_lua_bytes(L, index, &size);
  if (strlen(string) != size) luaL_error(L, "a string without NUL inside is needed");
  return string;
}

/* ---- spans: two byte positions for string.sub, from 1, the last one included ----------------------------- */

static uint32_t policy_lua_place(lua_State *L, int table, int n) {
  lua_rawgeti(L, table, n);
  uint32_t place = (uint32_t)policy_lua_integer(L, -1, UINT32_MAX);
  lua_pop(L, 1);
  return place;
}

static policy_span policy_lua_span(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE)
    luaL_error(L, "a span is needed, not %s", lua_typename(L, lua_type(L, index)));
  uint32_t first = policy_lua_place(L, index, 1), last = policy_lua_place(L, index, 2);
  if (first == 0 || last < first - 1) luaL_error(L, "a span has two places, from 1, in their order");
  policy_span span = {first - 1, last};
  return span;
}

static void policy_lua_set(lua_State *L, const char *name, uint32_t value) {
  lua_pushinteger(L, (lua_Integer)value);
  lua_setfield(L, -2, name);
}

/* nil for the empty span, which is no place at all. */
static void policy_lua_push_span(lua_State *L, policy_span span) {
  if (span.begin >= span.end) {
    lua_pushnil(L);
    return;
  }
  lua_createtable(L, 2, 0);
  lua_pushinteger(L, (lua_Integer)span.begin + 1);
  lua_rawseti(L, -2, 1);
  lua_pushinteger(L, (lua_Integer)span.end);
  lua_rawseti(L, -2, 2);
}

static void policy_lua_push_position(lua_State *L, policy_position place) {
  lua_createtable(L, 0, 5);
  policy_lua_set(L, "byte", place.byte);
  policy_lua_set(L, "code_point", place.code_point);
  policy_lua_set(L, "utf16", place.utf16);
  policy_lua_set(L, "line", place.line);
  policy_lua_set(L, "column", place.column);
}

static void policy_lua_push_box(lua_State *L, policy_box box) {
  const struct { const char *name; float value; } sides[] = {
    {"left", box.left}, {"top", box.top}, {"width", box.width}, {"height", box.height}};
  if (box.left == 0 && box.top == 0 && box.width == 0 && box.height == 0) {
    lua_pushnil(L);
    return;
  }
  lua_createtable(L, 0, 4);
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
    lua_pushnumber(L, (lua_Number)sides[i].value);
    lua_setfield(L, -2, sides[i].name);
  }
}
%}

%typemap(in) uint32_t, unsigned int "$1 = ($1_ltype)policy_lua_integer(L, $input, UINT32_MAX);"
%typemap(in) policy_status "$1 = (policy_status)-(int)policy_lua_integer(L, $input, INT_MAX);"
%typemap(out) uint32_t, unsigned int, int "lua_pushinteger(L, (lua_Integer)$1); SWIG_arg++;"
%typemap(out) uint64_t, size_t "lua_pushinteger(L, (lua_Integer)$1); SWIG_arg++;"

%typemap(in) const char * "$1 = ($1_ltype)policy_lua_string(L, $input);"
%typemap(out) const char * "lua_pushstring(L, $1); SWIG_arg++;"
%typemap(out) policy_string "lua_pushlstring(L, $1.data, $1.size); SWIG_arg++;"
%typemap(in) (const void *bytes, size_t size) "$1 = ($1_ltype)policy_lua_bytes(L, $input, &$2);"

%typemap(in) policy_span "$1 = policy_lua_span(L, $input);"
%typemap(out) policy_span "policy_lua_push_span(L, $1); SWIG_arg++;"
%typemap(out) policy_position "policy_lua_push_position(L, $1); SWIG_arg++;"
%typemap(out) policy_box "policy_lua_push_box(L, $1); SWIG_arg++;"

%define %policy_word_typemaps(TYPE, NAME)
%typemap(in) TYPE {
  size_t size = 0;
  const char *word = policy_lua_bytes(L, $input, &size);
  int value = TYPE##_of_word(word, size);
  if (value < 0) luaL_error(L, "'%s' is no " #TYPE, word);
  $1 = (TYPE)value;
}
%typemap(out) TYPE "lua_pushstring(L, NAME($1)); SWIG_arg++;"
%enddef
