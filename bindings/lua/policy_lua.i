/* The private module libpolicy_core: the C interface with Lua's values. libpolicy.lua is what programs see. */
%module libpolicy_core

/* A word of Lua; not seen, as spans travel as two places. */
%rename(finish) policy_span::end;
%rename(finish) policy_match::end;

%include "lua_values.i"
%include "lua_objects.i"
%include "lua_calls.i"
%include "policy.i"
%include "lua_gazetteers.i"
%include "gazetteers.i"
