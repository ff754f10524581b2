-- Gazetteers: entries, matches, own entries as actors.
local tap = require "tap"
local policy = require "libpolicy"
local ok, is = tap.ok, tap.is

local TABLE = "entry\tngo:wells\tngo\tInstitute for Wells\tlab=W1;from=1990;member_of=igo:un\n" ..
  "form\tacronym\ten\tIFW\nform\tname\tfr\tInstitut des puits\n" ..
  "entry\tigo:un\tigo\tUnited Nations\nform\tacronym\t\tUN\n" ..
  "entry\ta\tstate\tGeorgia\nentry\tb\tgovernment\tGeorgia\nform\tlonger\ten\tNew Georgia\n"

local own = assert(policy.gazetteer.from_text(TABLE))
is(own:count(), 4, "entries are counted")
local wells = own:entry(1)
is(table.concat({wells.id, wells.name, wells.kind, wells.begins, wells.codes.lab, wells:code("lab")}, " "),
   "ngo:wells Institute for Wells ngo 1990 W1 W1", "an entry tells what the table says")
ok(wells.ends == nil and wells.sector == nil and wells:code("x") == nil and wells:name_in("de") == nil, "absent things are nil")
is(wells:name_in("fr-CA"), "Institut des puits", "a name in a language")
is(#wells:links("member_of"), 1, "links by kind")
ok(wells:links()[1] == own:find("igo:un") and #wells:links("part_of") == 0, "links lead to entries")
ok(own:find_code("lab", "W1") == wells and own:find("x") == nil and own:entry(5) == nil, "entries are found")
is(wells.forms[1].text .. " " .. wells.forms[1].use .. " " .. wells.forms[1].languages[1], "IFW acronym en", "forms")
local held = assert(policy.gazetteer.from_text(TABLE .. "entry\tp\tperson\tEla May\npost\tPresident\ta\t1990\n")):find("p").posts
ok(#held == 1 and held[1].title == "President" and held[1].entry.id == "a" and held[1].begins == "1990" and held[1].ends == nil,
   "posts")
ok(#wells.posts == 0, "no posts")
local ids = {}
for entry in own:each() do ids[#ids + 1] = entry.id end
is(table.concat(ids, " "), "ngo:wells igo:un a b", "each entry once")

local text = "\195\137tat \226\128\148 the UN's Georgia, IFW; New Georgia, Institut des puits"
local function found(options)
  local names = {}
  for match in own:match(text, options) do names[#names + 1] = text:sub(match[1], match[2]) .. "=" .. match.entry.id .. #match.others end
  collectgarbage()
  return table.concat(names, " ")
end
is(found(), "UN=igo:un0 Georgia=a1 IFW=ngo:wells0 Institut des puits=ngo:wells0", "names in a text")
is(found{languages = "en"}, "UN=igo:un0 Georgia=a1 IFW=ngo:wells0", "in a language")
ok(found{longer = true}:find("New Georgia=b0", 1, true), "longer names when asked for")

local again = assert(policy.gazetteer.from_text(own:save()))
is(again:save(), own:save(), "saved, and read again")
local both = assert(policy.gazetteer.from_text("entry\tigo:un\nform\tname\tde\tVereinte Nationen\n", {base = own}))
is(both:find("igo:un"):name_in("de"), "Vereinte Nationen", "on a base")
ok(policy.gazetteer.builtin():find_code("iso3166-1", "JPN").name == "Japan", "the library's own")

local none, message, word, at = policy.gazetteer.from_text("# a\nx\n")
ok(none == nil and message == "line 2: neither entry, form nor post: x" and word == "format" and at == 4, "an error tells its line")
none, message, word = policy.gazetteer.open("/no/such/file")
ok(none == nil and word == "io", "a file that is not there")
none, message, word = policy.gazetteer.from_text(TABLE, {limits = {entries = 1}})
ok(none == nil and word == "limit", "ceilings hold", message)
for name, bad in pairs{
  base = function() return policy.gazetteer.from_text(TABLE, {base = 1}) end,
  text = function() return own:match(1) end,
  field = function() return own.none end,
  ["entry's field"] = function() return wells.none end,
  change = function() own.x = 1 end,
  ["entry's change"] = function() wells.x = 1 end,
  gazetteer = function() return policy.analyse("x", {gazetteer = io.stdout}) end,
} do ok(not pcall(bad), "misuse is an error: " .. name) end

local doc = assert(policy.analyse("The Institute for Wells (IFW) should help Norland.", {gazetteer = own}))
local actor = doc.actors[1]
is(actor.name .. " " .. actor.kind .. " " .. #actor.mentions, "Institute for Wells ngo 2", "own entries are actors")

local asked = assert(policy.analyse("Japan should help the Ministry of Works."))
is(asked.actors[1]:name_in("ja"), "日本", "a state's name in Japanese")
is(asked.actors[1]:name_in("de"), "Japan", "and in German")
is(asked.actors[2]:name_in("ja"), nil, "others have none")
tap.done()
