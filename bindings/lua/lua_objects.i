/* Documents, parts and lists as full userdata.

   An object is made, owned by Lua's collector, before the call whose result it holds: when Lua has no memory
   for it, nothing is lost. SWIG looks into any userdata that it is given; here only those whose metatable is
   known. */
%{
/* ---- types: the registry keeps each metatable's type ----------------------------------------------------- */

static swig_type_info *policy_lua_type(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) return NULL;
  lua_rawget(L, LUA_REGISTRYINDEX);
  swig_type_info *type = (swig_type_info *)lua_touserdata(L, -1);
  lua_pop(L, 1);
  return type;
}

/* What an object of the type points to; `what` is its name for the error when it is something else. */
static void *policy_lua_pointer(lua_State *L, int index, const swig_type_info *type, const char *what) {
  if (policy_lua_type(L, index) != type)
    luaL_error(L, "a %s is needed, not %s", what, luaL_typename(L, index));
  void *pointer = ((swig_lua_userdata *)lua_touserdata(L, index))->ptr;
  if (pointer == NULL) luaL_error(L, "the %s is closed", what);
  return pointer;
}

/* ---- making objects -------------------------------------------------------------------------------------- */

/* Pushes an object that holds nothing yet. */
static swig_lua_userdata *policy_lua_new(lua_State *L, swig_type_info *type) {
  luaL_checkstack(L, 8, NULL);
  swig_lua_userdata *object = (swig_lua_userdata *)lua_newuserdata(L, sizeof(swig_lua_userdata));
  object->type = type;
  object->own = 0;
  object->ptr = NULL;
  SWIG_Lua_AddMetatable(L, type);
  return object;
}

/* The table that belongs to an object: set from the top of the stack, and got. */
static void policy_lua_set_state(lua_State *L, int index) {
#if LUA_VERSION_NUM < 502
  (void)lua_setfenv(L, index);
#else
  (void)lua_setuservalue(L, index);
#endif
}
static void policy_lua_push_state(lua_State *L, int index) {
#if LUA_VERSION_NUM < 502
  lua_getfenv(L, index);
#else
  (void)lua_getuservalue(L, index);
#endif
}

static void policy_lua_new_document(lua_State *L, swig_type_info *type) {
  (void)policy_lua_new(L, type);
  lua_newtable(L);
  policy_lua_set_state(L, -2);
}

/* Fills the object on top of the stack with what was made, or makes it nil. */
static void policy_lua_fill(lua_State *L, void *made) {
  swig_lua_userdata *object = (swig_lua_userdata *)lua_touserdata(L, -1);
  object->ptr = made;
  object->own = made != NULL;
  if (made != NULL) return;
  lua_pop(L, 1);
  lua_pushnil(L);
}

/* Of the shared handles.i, which comes after this. */
static void *policy_part_keep(const void *part, size_t size, const policy_document *document);

/* Pushes a part as an object, or nil for the null part. */
static void policy_lua_push_part(lua_State *L, const void *part, size_t size, const policy_document *document,
                                 swig_type_info *type) {
  if (document == NULL) {
    lua_pushnil(L);
    return;
  }
  swig_lua_userdata *object = policy_lua_new(L, type);
  object->ptr = policy_part_keep(part, size, document);
  object->own = object->ptr != NULL;
  if (object->ptr == NULL) luaL_error(L, "not enough memory");
}

/* ---- natives: what libpolicy.lua builds its classes on --------------------------------------------------- */

/* release(object): the object gives up what it points to; once is enough, more does no harm. */
static int policy_lua_release(lua_State *L) {
  swig_type_info *type = policy_lua_type(L, 1);
  if (type == NULL) return luaL_error(L, "a document or part is needed, not %s", luaL_typename(L, 1));
  swig_lua_userdata *object = (swig_lua_userdata *)lua_touserdata(L, 1);
  swig_lua_class *class_of = (swig_lua_class *)type->clientdata;
  void *pointer = object->ptr;
  int own = object->own;
  object->ptr = NULL;
  object->own = 0;
  if (own && pointer != NULL) class_of->destructor(pointer);
  return 0;
}

/* is_open(object): whether it still points to something. */
static int policy_lua_is_open(lua_State *L) {
  lua_pushboolean(L, policy_lua_type(L, 1) != NULL && ((swig_lua_userdata *)lua_touserdata(L, 1))->ptr != NULL);
  return 1;
}

/* list(metatable, state): a userdata of its own, as tables have no length of their own choice in Lua 5.1. */
static int policy_lua_list(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  (void)lua_newuserdata(L, 1);
  lua_pushvalue(L, 1);
  (void)lua_setmetatable(L, -2);
  lua_pushvalue(L, 2);
  policy_lua_set_state(L, -2);
  return 1;
}

/* state(object): the table of a document or list. Others have none; for Lua 5.1 it would be the globals. */
static int policy_lua_state(lua_State *L) {
  luaL_checktype(L, 1, LUA_TUSERDATA);
  policy_lua_push_state(L, 1);
  return 1;
}

/* metatable(name): SWIG's metatable of "policy_actor" ..., which libpolicy/parts.lua gives its own behaviour. */
static int policy_lua_metatable(lua_State *L) {
  SWIG_Lua_get_class_metatable(L, policy_lua_string(L, 1));
  return 1;
}
%}

%native(release) int policy_lua_release(lua_State *L);
%native(is_open) int policy_lua_is_open(lua_State *L);
%native(list) int policy_lua_list(lua_State *L);
%native(state) int policy_lua_state(lua_State *L);
%native(metatable) int policy_lua_metatable(lua_State *L);

/* ---- documents ------------------------------------------------------------------------------------------- */

%typemap(in) const policy_document *document, struct policy_document *self
  "$1 = ($1_ltype)policy_lua_pointer(L, $input, $descriptor(policy_document *), \"document\");"
%typemap(out) policy_document * "policy_lua_fill(L, $1); SWIG_arg++;"

%define %policy_makes_document(FUNCTION)
%exception FUNCTION {
  policy_lua_new_document(L, SWIGTYPE_p_policy_document);
  $action
}
%enddef

%policy_makes_document(policy_read)
%policy_makes_document(policy_read_file)
%policy_makes_document(policy_json_read)

%exception policy_analyse_file {
  policy_lua_new_document(L, SWIGTYPE_p_policy_document);
  policy_gazetteer *own = policy_gazetteer_ref(arg2->gazetteer);
  $action
  policy_gazetteer_unref(own);
}

/* The caller's progress function may close the document or gazetteer that is at work. */
%define %policy_makes_document_from(FUNCTION)
%exception FUNCTION {
  policy_lua_new_document(L, SWIGTYPE_p_policy_document);
  policy_document_ref(arg1);
  policy_gazetteer *own = policy_gazetteer_ref(arg2->gazetteer);
  $action
  policy_gazetteer_unref(own);
  policy_document_unref(arg1);
}
%enddef

%policy_makes_document_from(policy_analyse)
%policy_makes_document_from(policy_parse)

/* ---- parts ----------------------------------------------------------------------------------------------- */

%define %policy_part_typemaps(TYPE)
%typemap(in) TYPE {
  $1 = *(TYPE *)policy_lua_pointer(L, $input, SWIGTYPE_p_##TYPE, #TYPE);
}
%typemap(in) struct TYPE *self {
  $1 = (TYPE *)policy_lua_pointer(L, $input, SWIGTYPE_p_##TYPE, #TYPE);
}
%typemap(out) TYPE {
  policy_lua_push_part(L, &$1, sizeof $1, $1.document, SWIGTYPE_p_##TYPE);
  SWIG_arg++;
}
%policy_makes_document(TYPE::owner)
%init {
  policy_lua_adopt(L, #TYPE, SWIGTYPE_p_##TYPE);
}
%enddef
