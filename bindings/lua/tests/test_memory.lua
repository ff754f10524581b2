-- Memory: parts keep their document, and nothing is left behind.
local tap = require "tap"
local policy = require "libpolicy"
local ok, is = tap.ok, tap.is
local bytes = tap.read(tap.root .. "/tests/golden/full-document.json"):match("^(.-)\n*$")

-- ---- every kind of part outlives its document, its lists, and the document's closing ------------------------
local function parts(doc)
  local s = doc.statements[1]
  return {doc.blocks[1], doc.sentences[1], doc.tokens[1], doc.actors[1], s, s.aim, doc.recommendations[1], doc.times[1],
          doc.events[1], doc.relations[1], doc.causal[1], doc.warnings[1], doc.actors[1].mentions[1], doc.actors}
end
for _, way in ipairs{"dropped", "closed"} do
  local kept
  do
    local doc = assert(policy.from_json(bytes))
    kept = parts(doc)
    if way == "closed" then
      doc:close()
      kept[14] = nil
    end
  end
  collectgarbage() collectgarbage()
  is(kept[1].text, "Safer rivers 🌊 a brief", way .. ": block")
  is(kept[2].block.kind, "heading", way .. ": sentence")
  is(kept[3].head.form, "gauge", way .. ": token")
  is(kept[4].mentions[5].text, "Japanese", way .. ": actor")
  is(kept[5].sentence.index, 3, way .. ": statement")
  is(kept[6].properties[1].text, "gradually", way .. ": component")
  is(kept[7].addressees[1].name, "Japan", way .. ": recommendation")
  is(kept[8].value, "2016-01-06", way .. ": time")
  is(kept[9].participants[1].actor.name, "Delta Union", way .. ": event")
  is(kept[10].to.name, "Delta Union", way .. ": relation")
  is(kept[11].text, "flo-\nods", way .. ": causal")
  is(kept[12].code, "line-cut", way .. ": warning")
  is(kept[13].text, "Tokyo", way .. ": mention")
  if kept[14] then is(#kept[14], 5, way .. ": list") end
  is(kept[4].document:to_json{indent = true, tokens = true}, bytes, way .. ": the document, whole")
end

-- ---- the resident memory stays flat -------------------------------------------------------------------------
local function resident()
  local file = io.open("/proc/self/statm")
  if not file then return nil end
  local pages = file:read("*l"):match("^%d+ (%d+)")
  file:close()
  return tonumber(pages) * 4
end
local why = (os.getenv("SANITIZE") or "") ~= "" and "sanitizers keep what is freed" or
            not resident() and "no /proc/self/statm"

-- Growth in KiB of as many cycles, after a tenth of them. The allocator's own pools may take some rounds to fill; what
-- leaks grows in every round.
local function flat(name, cycles, most, cycle)
  if why then
    for _ = 1, 100 do cycle() end
    return tap.skip(name, why)
  end
  for _ = 1, cycles / 10 do cycle() end
  collectgarbage() collectgarbage()
  local grown
  for _ = 1, 20 do
    local before = resident()
    for _ = 1, cycles do cycle() end
    collectgarbage() collectgarbage()
    grown = resident() - before
    if grown <= most then break end
  end
  ok(grown <= most, ("%s: %d cycles, %d KiB at most"):format(name, cycles, most), "grown by", grown)
end
local doc = assert(policy.from_json(bytes))
flat("read and drop", 100000, 1024, function() return policy.read("Ghana should act.", {text = true}) end)
flat("read and close", 100000, 1024, function() policy.read("Ghana should act.", {text = true}):close() end)
flat("parts and lists", 100000, 1024, function() return doc.recommendations[1].statement.aim.text end)
flat("strings of C", 10000, 1024, function() return doc:to_json() end)
flat("failures", 100000, 1024, function() return policy.from_json("{") end)
flat("errors", 100000, 1024, function() return pcall(policy.read, "x", {limits = {text = 0.5}}) end)
flat("analyse, cancelled or not", 2000, 1024, function()
  local n = 0
  policy.analyse("Japan should act.", {progress = function() n = n + 1 return n < 3 end})
  return policy.analyse("Japan should act.")
end)
flat("parse, cancelled or not", 2000, 1024, function()
  local n = 0
  policy.parse("Japan should act.", {progress = function() n = n + 1 return n < 4 end})
  return policy.parse("Japan should act."):to_conllu()
end)
flat("errors in progress", 10000, 1024, function() pcall(policy.read, "x", {progress = function() error("x") end}) end)
flat("to_table and from_table", 300, 1024, function() return policy.from_table(doc:to_table()) end)

-- What Lua does not see weighs all the same: large documents that are dropped do not pile up.
local name = "large documents that are dropped do not pile up"
if why then
  tap.skip(name, why)
else
  local text = ("Ghana should act at once, and so should Togo.\n\n"):rep(20000)
  local one = assert(policy.read(text))
  local before, most = resident(), 0
  for _ = 1, 50 do
    one = assert(policy.read(text))
    most = math.max(most, resident() - before)
  end
  one = nil
  ok(most < 160 * 1024, name, "grown by", most, "KiB")
end
tap.done()
