/* Calls: options, progress, what writers write, and errors: nil, a message, a word, the byte. */
%{
#include <limits.h>
#include <stddef.h>

/* ---- options: a table, or nil ---------------------------------------------------------------------------- */

/* The options of one call. Their strings and functions stay on the stack while it lasts. */
typedef struct policy_lua_call {
  policy_options options;
  policy_limits limits;
  lua_State *L;
  int progress; /* its place on the stack; the error that it raised takes that place */
  int raised;
} policy_lua_call;

/* An error of the function ends the call; policy_lua_raise passes it on once the library has let go. */
static bool policy_lua_progress(void *context, double done) {
  policy_lua_call *call = (policy_lua_call *)context;
  lua_State *L = call->L;
  if (!lua_checkstack(L, 8)) return false;
  lua_pushvalue(L, call->progress);
  lua_pushnumber(L, (lua_Number)done);
  call->raised = lua_pcall(L, 1, 1, 0) != 0;
  bool go_on = !call->raised && !(lua_isboolean(L, -1) && !lua_toboolean(L, -1));
  if (call->raised) lua_replace(L, call->progress);
  else lua_pop(L, 1);
  return go_on;
}

static void policy_lua_raise(lua_State *L, const policy_lua_call *call) {
  if (!call->raised) return;
  lua_pushvalue(L, call->progress);
  (void)lua_error(L);
}

/* Sets the limit whose name and value are on the stack at -2 and -1. */
static void policy_lua_set_limit(lua_State *L, policy_limits *limits) {
  const struct { const char *name; uint64_t *wide; uint32_t *narrow; } known[] = {
    {"input", &limits->input, NULL},       {"text", &limits->text, NULL},
    {"memory", &limits->memory, NULL},     {"blocks", NULL, &limits->blocks},
    {"tokens", NULL, &limits->tokens},     {"entries", NULL, &limits->entries},
    {"mentions", NULL, &limits->mentions}, {"warnings", NULL, &limits->warnings},
    {"depth", NULL, &limits->depth},       {"sentence", NULL, &limits->sentence},
    {"token", NULL, &limits->token},       {"child_seconds", NULL, &limits->child_seconds},
    {"elements", NULL, &limits->elements}, {"nesting", NULL, &limits->nesting},
    {"ratio", NULL, &limits->ratio},       {"child_memory", &limits->child_memory, NULL}};
  const char *name = policy_lua_string(L, -2);
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strcmp(name, known[i].name) != 0) continue;
    if (known[i].wide != NULL) *known[i].wide = policy_lua_integer(L, -1, INT64_MAX);
    else *known[i].narrow = (uint32_t)policy_lua_integer(L, -1, UINT32_MAX);
    return;
  }
  luaL_error(L, "'%s' is no limit", name);
}

static void policy_lua_fill_limits(lua_State *L, int options, policy_limits *limits) {
  lua_getfield(L, options, "limits");
  if (!lua_isnil(L, -1)) {
    luaL_checktype(L, lua_gettop(L), LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
      policy_lua_set_limit(L, limits);
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
}

/* The string under a key, or NULL; stays on the stack. */
static const char *policy_lua_option(lua_State *L, int options, const char *key) {
  lua_getfield(L, options, key);
  return lua_isnil(L, -1) ? NULL : policy_lua_string(L, -1);
}

/* The gazetteer under a key, or NULL; stays on the stack. */
static const policy_gazetteer *policy_lua_gazetteer(lua_State *L, int options, const char *key, swig_type_info *type) {
  lua_getfield(L, options, key);
  if (lua_isnil(L, -1)) return NULL;
  return (const policy_gazetteer *)policy_lua_pointer(L, lua_gettop(L), type, "gazetteer");
}

static void policy_lua_fill_call(lua_State *L, int index, policy_lua_call *call, swig_type_info *gazetteer) {
  const policy_options options = POLICY_OPTIONS_INIT;
  const policy_limits limits = POLICY_LIMITS_INIT;
  call->options = options;
  call->limits = limits;
  call->options.limits = &call->limits;
  call->L = L;
  call->raised = 0;
  if (lua_isnoneornil(L, index)) return;
  luaL_checktype(L, index, LUA_TTABLE);
  luaL_checkstack(L, 12, NULL);
  policy_lua_fill_limits(L, index, &call->limits);
  call->options.name = policy_lua_option(L, index, "name");
  call->options.media_type = policy_lua_option(L, index, "media_type");
  call->options.gazetteer = policy_lua_gazetteer(L, index, "gazetteer", gazetteer);
  lua_getfield(L, index, "full");
  if (!lua_isnil(L, -1)) luaL_checktype(L, lua_gettop(L), LUA_TBOOLEAN);
  call->options.full = lua_toboolean(L, -1);
  lua_getfield(L, index, "progress");
  if (lua_isnil(L, -1)) return;
  luaL_checktype(L, lua_gettop(L), LUA_TFUNCTION);
  call->progress = lua_gettop(L);
  call->options.progress = policy_lua_progress;
  call->options.context = call;
}

/* ---- what writers write ---------------------------------------------------------------------------------- */

static int policy_lua_drop_buffer(lua_State *L) {
  policy_buffer_free((policy_buffer *)lua_touserdata(L, 1));
  return 0;
}

/* Pushes a buffer that the collector frees when an error comes between. */
static policy_buffer *policy_lua_buffer(lua_State *L) {
  const policy_buffer empty = POLICY_BUFFER_INIT;
  luaL_checkstack(L, 4, NULL);
  policy_buffer *buffer = (policy_buffer *)lua_newuserdata(L, sizeof *buffer);
  *buffer = empty;
  if (luaL_newmetatable(L, "libpolicy.buffer")) {
    lua_pushcfunction(L, policy_lua_drop_buffer);
    lua_setfield(L, -2, "__gc");
  }
  (void)lua_setmetatable(L, -2);
  return buffer;
}

/* ---- errors ---------------------------------------------------------------------------------------------- */

/* Of the shared errors.i, which comes after this. */
static const char *policy_status_word(policy_status status);

static int policy_lua_fail(lua_State *L, const policy_error *error) {
  lua_pushnil(L);
  lua_pushstring(L, error->message[0] != '\0' ? error->message : policy_status_message(error->code));
  lua_pushstring(L, policy_status_word(error->code));
  lua_pushinteger(L, (lua_Integer)error->offset);
  return 4;
}

/* Makes the behaviour of a class safe: its objects are known by their metatable, freed once, never disowned. */
static void policy_lua_adopt(lua_State *L, const char *name, swig_type_info *type) {
  SWIG_Lua_get_class_metatable(L, name);
  lua_getfield(L, -1, ".fn");
  lua_pushnil(L);
  lua_setfield(L, -2, "__disown");
  lua_pop(L, 1);
  lua_pushcfunction(L, policy_lua_release);
  lua_setfield(L, -2, "__gc");
  lua_pushlightuserdata(L, type);
  lua_rawset(L, LUA_REGISTRYINDEX);
}
%}

%typemap(in) const policy_options *options (policy_lua_call call) {
  policy_lua_fill_call(L, $input, &call, SWIGTYPE_p_policy_gazetteer);
  $1 = &call.options;
}
%typemap(argout) const policy_options *options "policy_lua_raise(L, &call$argnum);"

%typemap(out) policy_status "lua_pushboolean(L, $1 == POLICY_OK); SWIG_arg++;"

/* Made once the arguments are read, as those are counted from the top of the stack. */
%typemap(check) policy_buffer *buffer "$1 = policy_lua_buffer(L);"
%typemap(argout) policy_buffer *buffer {
  if (result == POLICY_OK) {
    lua_pop(L, SWIG_arg);
    lua_pushlstring(L, $1->size > 0 ? $1->data : "", $1->size);
    SWIG_arg = 1;
  }
}

%typemap(argout) policy_error *error {
  if ($1->code != POLICY_OK) {
    lua_pop(L, SWIG_arg);
    SWIG_arg = policy_lua_fail(L, $1);
  }
}

%init %{
  policy_lua_adopt(L, "policy_document", SWIGTYPE_p_policy_document);
%}
