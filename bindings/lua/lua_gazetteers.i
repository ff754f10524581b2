/* Gazetteers and matchers as objects; entries as tables of a gazetteer and a number, matches as five values. */
%{
/* The entry {gazetteer, number}. */
static policy_entry policy_lua_entry(lua_State *L, int index, swig_type_info *type) {
  policy_entry entry;
  if (lua_type(L, index) != LUA_TTABLE)
    luaL_error(L, "an entry is needed, not %s", luaL_typename(L, index));
  luaL_checkstack(L, 8, NULL);
  lua_rawgeti(L, index, 1);
  entry.gazetteer = (const policy_gazetteer *)policy_lua_pointer(L, lua_gettop(L), type, "gazetteer");
  lua_rawgeti(L, index, 2);
  entry.id = (uint32_t)policy_lua_integer(L, lua_gettop(L), UINT32_MAX);
  lua_pop(L, 2);
  return entry;
}

/* Whether a match was found: its first and last byte, the number of its entry, its use and its language; else nil. */
static int policy_lua_push_match(lua_State *L, bool found, const policy_match *match) {
  luaL_checkstack(L, 5, NULL);
  if (!found) return lua_pushnil(L), 1;
  lua_pushinteger(L, (lua_Integer)match->begin + 1);
  lua_pushinteger(L, (lua_Integer)match->end);
  lua_pushinteger(L, (lua_Integer)match->entry.id);
  lua_pushstring(L, policy_form_use_name(match->use));
  lua_pushlstring(L, match->language.data, match->language.size);
  return 5;
}

/* {base = GAZETTEER, limits = {...}}, or nil. */
typedef struct policy_lua_gazetteer_call {
  policy_gazetteer_options options;
  policy_limits limits;
} policy_lua_gazetteer_call;

static void policy_lua_fill_gazetteer_call(lua_State *L, int index, policy_lua_gazetteer_call *call,
                                           swig_type_info *type) {
  const policy_gazetteer_options options = POLICY_GAZETTEER_OPTIONS_INIT;
  const policy_limits limits = POLICY_LIMITS_INIT;
  call->options = options;
  call->limits = limits;
  call->options.limits = &call->limits;
  if (lua_isnoneornil(L, index)) return;
  luaL_checktype(L, index, LUA_TTABLE);
  luaL_checkstack(L, 8, NULL);
  policy_lua_fill_limits(L, index, &call->limits);
  call->options.base = policy_lua_gazetteer(L, index, "base", type);
}

/* {languages = "en fr", longer = true}, or nil. */
static void policy_lua_fill_matcher_call(lua_State *L, int index, policy_matcher_options *options) {
  const policy_matcher_options none = POLICY_MATCHER_OPTIONS_INIT;
  *options = none;
  if (lua_isnoneornil(L, index)) return;
  luaL_checktype(L, index, LUA_TTABLE);
  luaL_checkstack(L, 8, NULL);
  options->languages = policy_lua_option(L, index, "languages");
  lua_getfield(L, index, "longer");
  options->longer = lua_toboolean(L, -1);
}
%}

%typemap(in) const policy_gazetteer *gazetteer
  "$1 = ($1_ltype)policy_lua_pointer(L, $input, SWIGTYPE_p_policy_gazetteer, \"gazetteer\");"
%typemap(in) policy_matcher *matcher
  "$1 = ($1_ltype)policy_lua_pointer(L, $input, SWIGTYPE_p_policy_matcher, \"matcher\");"
%typemap(in) (const char *text, size_t size) "$1 = ($1_ltype)policy_lua_bytes(L, $input, &$2);"
%typemap(in) policy_entry "$1 = policy_lua_entry(L, $input, SWIGTYPE_p_policy_gazetteer);"
%typemap(out) policy_entry {
  if ($1.gazetteer != NULL) lua_pushinteger(L, (lua_Integer)$1.id);
  else lua_pushnil(L);
  SWIG_arg++;
}
%typemap(in, numinputs=0) policy_match *match (policy_match found) "$1 = &found;"
%typemap(argout) policy_match *match {
  lua_pop(L, SWIG_arg);
  SWIG_arg = policy_lua_push_match(L, result, $1);
}
%typemap(in) const policy_gazetteer_options *options (policy_lua_gazetteer_call call) {
  policy_lua_fill_gazetteer_call(L, $input, &call, SWIGTYPE_p_policy_gazetteer);
  $1 = &call.options;
}
%typemap(in) const policy_matcher_options *options (policy_matcher_options call) {
  policy_lua_fill_matcher_call(L, $input, &call);
  $1 = &call;
}
%typemap(check) policy_buffer *saved "$1 = policy_lua_buffer(L);"
%typemap(argout) policy_buffer *saved {
  if (result == POLICY_OK) {
    lua_pop(L, SWIG_arg);
    lua_pushlstring(L, $1->size > 0 ? $1->data : "", $1->size);
    SWIG_arg = 1;
  }
}

/* The object comes before the call whose result it holds, as for documents. */
%typemap(out) policy_gazetteer *, const policy_gazetteer *, policy_matcher *
  "policy_lua_fill(L, (void *)(uintptr_t)$1); SWIG_arg++;"

%define %policy_makes_gazetteer(FUNCTION)
%exception FUNCTION {
  (void)policy_lua_new(L, SWIGTYPE_p_policy_gazetteer);
  $action
}
%enddef
%policy_makes_gazetteer(policy_gazetteer_read)
%policy_makes_gazetteer(policy_gazetteer_open)
%policy_makes_gazetteer(policy_gazetteer_builtin)

/* The matcher's state keeps its text, the second argument, which it borrows. */
%exception policy_matcher_new {
  (void)policy_lua_new(L, SWIGTYPE_p_policy_matcher);
  lua_newtable(L);
  lua_pushvalue(L, 2);
  lua_rawseti(L, -2, 1);
  policy_lua_set_state(L, -2);
  $action
}

%init %{
  policy_lua_adopt(L, "policy_gazetteer", SWIGTYPE_p_policy_gazetteer);
  policy_lua_adopt(L, "policy_matcher", SWIGTYPE_p_policy_matcher);
%}
