-- The Lua module of a source tree, for `luarocks make`. Build and install the library first; this links it.
rockspec_format = "3.0"
package = "libpolicy"
version = "scm-1"
source = {url = "."}
description = {
  summary = "Reads policy documents and represents their actors and recommendations",
  license = "MIT",
}
dependencies = {"lua >= 5.1, < 5.5"}
external_dependencies = {POLICY = {header = "policy.h", library = "policy"}}
build = {
  type = "builtin",
  modules = {
    libpolicy = "bindings/lua/libpolicy.lua",
    ["libpolicy.gazetteer"] = "bindings/lua/libpolicy/gazetteer.lua",
    ["libpolicy.igscript"] = "bindings/lua/libpolicy/igscript.lua",
    ["libpolicy.json"] = "bindings/lua/libpolicy/json.lua",
    ["libpolicy.parts"] = "bindings/lua/libpolicy/parts.lua",
    libpolicy_core = {
      sources = {"bindings/lua/policy_lua_wrap.c"},
      libraries = {"policy"},
      incdirs = {"$(POLICY_INCDIR)"},
      libdirs = {"$(POLICY_LIBDIR)"},
    },
  },
}
