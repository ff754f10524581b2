/* Runs starve.lua with memory of Lua's that fails at the first, second, third, ... request, until it does not.
   For Lua 5.4, with srcdir and builddir set, as make check does. Sanitizers tell what is lost on the way. */
#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long allowed; /* requests still granted */

static void *allocate(void *context, void *block, size_t old_size, size_t size) {
  (void)context;
  if (size == 0) {
    free(block);
    return NULL;
  }
  if (size > (block != NULL ? old_size : 0) && allowed-- <= 0) return NULL;
  return realloc(block, size);
}

/* The name of a file below the folder that a variable of the environment names. */
static const char *push_name(lua_State *L, const char *folder, const char *name) {
  const char *top = getenv(folder);
  return lua_pushfstring(L, "%s/bindings/lua/%s", top != NULL ? top : ".", name);
}

static void set_path(lua_State *L, const char *field, const char *folder, const char *pattern) {
  lua_getglobal(L, "package");
  (void)push_name(L, folder, pattern);
  lua_setfield(L, -2, field);
  lua_pop(L, 1);
}

/* The requests that the module itself needs are all granted: it is loaded once, as programs do. */
static int run(long grant) {
  allowed = 1L << 30;
  lua_State *L = lua_newstate(allocate, NULL);
  if (L == NULL) return -1;
  luaL_openlibs(L);
  set_path(L, "path", "srcdir", "?.lua");
  set_path(L, "cpath", "builddir", ".libs/?.so");
  int status = luaL_dostring(L, "require 'libpolicy'");
  if (status == LUA_OK) status = luaL_loadfile(L, push_name(L, "srcdir", "tests/starve.lua"));
  if (status == LUA_OK) {
    allowed = grant;
    status = lua_pcall(L, 0, 0, 0);
    allowed = 1L << 30;
  }
  if (status != LUA_OK && status != LUA_ERRMEM) {
    const char *message = lua_tostring(L, -1);
    int wanting = message != NULL && strstr(message, "not enough memory") != NULL;
    if (!wanting) printf("# %s\n", message != NULL ? message : "an error without words");
    status = wanting ? LUA_ERRMEM : -1;
  }
  lua_close(L);
  return status;
}

int main(void) {
  int status = LUA_ERRMEM;
  long grant = 0;
  while (status == LUA_ERRMEM) status = run(grant++);
  printf("%sok 1 - a piece of Lua survives want of memory at each of its %ld requests\n1..1\n",
         status == LUA_OK && grant > 50 ? "" : "not ", grant - 1);
  return status == LUA_OK ? 0 : 1;
}
