-- The Lua module of the release, which lies beside the tarball. Install the library first; this links it.
rockspec_format = "3.0"
package = "libpolicy"
version = "0.1.0-1"
source = {url = "libpolicy-0.1.0.tar.gz", dir = "libpolicy-0.1.0"}
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
