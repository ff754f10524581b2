-- The private module: it has every public function, and nothing that it is given makes it crash.
local tap = require "tap"
local policy = require "libpolicy"
local core = require "libpolicy_core"
local ok = tap.ok

-- ---- completeness: what the library exports is here, but for what Lua has of its own ------------------------
local function is_left_out(name)
  return name:find("^policy_builder_") -- documents are made with from_table
    or name:find("^policy_model_") -- the model that the library carries
    or name == "policy_gazetteer_ref" or name == "policy_gazetteer_unref" or name == "policy_matcher_free" -- as these
    or name:find("^policy_igscript_") and name ~= "policy_igscript_write" -- scripts go through policy_script_*
    or name == "policy_document_source" -- document:origin()
    or name == "policy_document_ref" or name == "policy_document_unref" -- the collector counts
    or name == "policy_buffer_append" or name == "policy_buffer_free" -- strings
end
local missing, functions = {}, {}
for name in tap.read(tap.root .. "/libpolicy/libpolicy.sym"):gmatch("[%w_]+") do
  if type(core[name]) == "function" then functions[name] = core[name]
  elseif not is_left_out(name) then missing[#missing + 1] = name end
end
tap.is(table.concat(missing, " "), "", "every public function is reachable")
ok(rawget(_G, "libpolicy_core") == nil and rawget(_G, "swig_type") == nil, "the private module leaves no globals")

for _, kind in ipairs{"block", "page", "line", "sentence", "token", "warning", "actor", "component", "statement", "recommendation", "time",
                      "event", "relation", "causal", "document", "gazetteer", "matcher"} do
  for name, method in pairs(core.metatable("policy_" .. kind)[".fn"]) do functions[kind .. "." .. name] = method end
end
for _, name in ipairs{"release", "is_open", "list", "state", "metatable"} do functions[name] = core[name] end

-- ---- every function with everything -------------------------------------------------------------------------
local bytes = tap.read(tap.root .. "/tests/golden/full-document.json"):match("^(.-)\n*$")
local doc, closed = assert(policy.from_json(bytes)), assert(policy.read("x"))
local dropped = closed.blocks[1]
closed:close()
core.release(dropped)
local light
for _, value in pairs(debug.getregistry()) do
  if type(value) == "userdata" and not debug.getmetatable(value) then light = value end
end
ok(light, "a light userdata to try")
local own = assert(core.policy_gazetteer_read("entry\ta\tother\tJapan\tx=1\nform\tname\ten\tNippon\n", nil))
local function pool()
  return {nil, true, 0, 1, -1, 2 ^ 32, 2 ^ 53, 0.5, 1e300, 0 / 0, "0", "", "a\0b", "\255\254", ("x"):rep(1000), {}, {1, 2}, {2, 1},
          {0, 0}, {1, 2 ^ 32}, {"a", "b"}, {limits = {}}, {progress = true}, print, io.stdout, coroutine.create(function() end),
          light, doc, closed, dropped, doc.actors, doc.actors[1], doc.statements[1], doc.recommendations[1],
          doc.statements[1].aim, doc.blocks[1], doc.pages[1], doc.lines[1], doc.sentences[1], doc.tokens[1], doc.warnings[1], doc.times[1],
          doc.events[1], doc.relations[1], doc.causal[1], "addressees", "iso3166-1", own,
          {own, 0}, {own, 7}, core.policy_matcher_new(own, "Japan " .. tostring(closed), nil), {base = own, languages = "en"}}, 52
end
local values, count = pool()
local calls, bad, names = 0, {}, {}
for name in pairs(functions) do names[#names + 1] = name end
table.sort(names)
local function try(name, ...)
  calls = calls + 1
  local good, message = pcall(functions[name], ...)
  if not good and type(message) ~= "string" then bad[#bad + 1] = name end
  if not core.is_open(doc) then values, doc = pool() end
end
local random = 1
local function any()
  random = (random * 1103515245 + 12345) % 2 ^ 31
  return values[1 + math.floor(random / 65536) % count]
end
for _, name in ipairs(names) do
  -- These would take the ground from under this test.
  if name ~= "release" and name ~= "metatable" then
    try(name)
    for n = 1, count do try(name, values[n]) end
    for _ = 1, 150 do try(name, any(), any()) end
    for _ = 1, 150 do try(name, any(), any(), any()) end
    for n = 1, count do try(name, doc, values[n]) end
  end
end
tap.is(#bad, 0, ("%d functions took whatever they were given"):format(#names), unpack and unpack(bad))
tap.is(doc:to_json{indent = true, tokens = true}, bytes, "and the document is what it was")

-- ---- nothing where a document or part is needed: an error, not a crash --------------------------------------
local accepted = {}
for _, name in ipairs(names) do
  if name:find("^policy_") and name ~= "policy_version" and name ~= "policy_features"
     and name ~= "policy_gazetteer_builtin" then
    for _, nothing in ipairs{"nil", "closed"} do
      local value = nil
      if nothing == "closed" then value = name:find("^policy_document") and closed or dropped end
      local good = pcall(functions[name], value) or pcall(functions[name], value, 0) or
                   pcall(functions[name], value, "addressees", 0)
      if good then accepted[#accepted + 1] = name .. ": " .. nothing end
    end
  end
end
tap.is(table.concat(accepted, ", "), "", "no function takes nil or what is closed")

-- ---- freeing twice cannot be said ---------------------------------------------------------------------------
local twice = assert(policy.read("twice"))
local part = twice.blocks[1]
local gc = debug.getmetatable(twice).__gc
gc(twice) gc(twice) gc(part) gc(part)
core.release(twice)
twice, part = nil, nil
collectgarbage() collectgarbage()
ok(true, "freeing by hand, again and again, does no harm")
ok(not pcall(gc, io.stdout) and not pcall(gc, light) and not pcall(gc, nil), "and other things are not freed")

-- ---- lengths, indices, words --------------------------------------------------------------------------------
local function refuses(pattern, name, ...)
  local good, message = pcall(...)
  ok(not good and tostring(message):find(pattern), name, tostring(message))
end
refuses("no integer", "an index: 0.5", core.policy_document_actor, doc, 0.5)
refuses("no integer", "an index: -1", core.policy_document_actor, doc, -1)
refuses("no integer", "an index: 1e300", core.policy_document_actor, doc, 1e300)
refuses("out of range", "an index: 2^32", core.policy_document_actor, doc, 2 ^ 32)
refuses("an integer is needed", "an index: a string", core.policy_document_actor, doc, "0")
tap.is(core.policy_document_actor(doc, 2 ^ 32 - 1), nil, "an index past the end is nobody")
refuses("a string is needed", "a scheme: a number", core.policy_actor_code, doc.actors[1], 5)
refuses("NUL", "a scheme with NUL inside", core.policy_actor_code, doc.actors[1], "a\0b")
refuses("is no policy_party", "a word that is none", core.policy_recommendation_actor_count, doc.recommendations[1], "x")
refuses("is no policy_party", "a word with NUL", core.policy_recommendation_actor_count, doc.recommendations[1],
        "addressees\0")
refuses("a span", "a span that is a number", core.policy_document_slice, doc, 1)
refuses("in their order", "a span from 0", core.policy_document_slice, doc, {0, 1})
refuses("in their order", "a span backwards", core.policy_document_slice, doc, {5, 2})
refuses("an integer", "a span of strings", core.policy_document_slice, doc, {"a", "b"})
tap.is(core.policy_document_slice(doc, {1, 5}), "Safer", "a slice")
tap.is(core.policy_document_slice(doc, {5, 4}), "", "an empty slice")
tap.is(core.policy_document_slice(doc, {1, 2 ^ 32 - 1}), "", "a slice outside the text")
tap.is(core.policy_document_code_points(doc, {14, 17})[2], 14, "code points of a span, both from 1 and included")
tap.is(core.policy_status_message(3), policy.read("no such file", {path = true}) == nil and
       core.policy_status_message(3), "the words of a status")
tap.done()
