-- Documents: reading, metadata, places, closing, and what is refused.
local tap = require "tap"
local known = {}
for name in pairs(_G) do known[name] = true end
local policy = require "libpolicy"
local is, ok = tap.is, tap.ok

local extra = {}
for name in pairs(_G) do extra[#extra + 1] = not known[name] and name or nil end
is(#extra, 0, "no globals: " .. table.concat(extra, " "))
is(package.loaded.libpolicy, policy, "require gives the module")
ok(policy.version:find("^%d+%.%d+%.%d+$"), "a version")
ok((" " .. policy.features .. " "):find(" read:json ", 1, true), "features")

-- ---- the full document of the golden tests, which has every member ---------------------------------------
local path = tap.root .. "/tests/golden/full-document.json"
local bytes = tap.read(path):match("^(.-)\n*$")
local doc = assert(policy.from_json(bytes))
is(doc.title, 'Safer "rivers"', "title")
is(doc.subtitle, "A brief", "subtitle")
is(doc.date, "2016-02-25", "date")
is(doc.publisher, "The Gauge Office", "publisher")
is(doc.language, "en", "language")
is(doc.language_confidence, nil, "nobody has judged it")
is(doc.blocks[5].language .. " " .. doc.blocks[5].language_confidence .. " " .. doc.blocks[5].speaker, "ja-JP 0.875 Ms Ono", "a block")
is(doc.blocks[5].part .. " " .. doc.blocks[5].paragraph_number, "operative (b)", "its part and number")
is(doc.blocks[1].part or doc.blocks[1].paragraph_number or doc.blocks[1].speaker, nil, "others have none")
is(doc.blocks[1].language, "en", "the language of other blocks")
do
  local latin = policy.read("Ghana\146s trawlers", {text = true, name = "a"})
  is(latin.charset_source, "detected", "what told the charset")
  ok(latin.charset_confidence > 0.5 and latin.charset_confidence < 1, "and how surely")
  is(doc.charset_source, nil, "nothing told it")
end
do
  local text = "Le ministère doit publier le relevé du lac avant la fin de l'année, et la France doit l'aider sans délai."
  local french = policy.analyse(text, {text = true})
  is(french.language, "fr", "a language is told")
  ok(french.language_confidence > 0.9, "surely")
  is(#french.statements, 0, "and not read as English")
  is(french.actors[1].name, "France", "but for names")
  is(french.warnings[1].code, "not-english", "a warning says so")
end
is(doc.identifier, "doi:10.5555/12345678", "identifier")
is(doc.url, "https://example.org/rivers?a=1&b=2", "url")
is(table.concat(doc.authors, "|"), "Ana Lund|Bo 李", "authors")
is(table.concat(doc.topics, "|"), "water|disasters", "topics")
is(table.concat(doc.regions, "|"), "Asia", "regions")
is(doc.citation.type, "report", "citation")
ok(tap.is_integer(doc.citation.issued["date-parts"][1][1]), "integers of the citation")
is(doc.extra.exact, 0.30000000000000004, "extra, to the last digit")
is(doc.extra["e\204\129"][1], policy.null, "null in extra, whose text stays as it is")
is(doc.source.name, "briefs/rívers.txt", "source.name")
is(doc.source.media_type, "text/plain", "source.media_type")
is(doc.source.charset, "utf-8", "source.charset")
ok(doc.source.bytes == 548 and tap.is_integer(doc.source.bytes), "source.bytes")
is(doc.source.pages, 2, "source.pages")
is(doc.id:sub(1, 12), "sha256:2b1ef", "id")
is(doc.text:sub(1, 19), "Safer rivers 🌊 a", "text in bytes")
is(doc:check(), true, "check")
is(tostring(doc), 'document: Safer "rivers" (5 actors, 3 recommendations)', "tostring is short")
is(debug.getmetatable(doc).__name, "policy.document", "__name")
is(getmetatable(doc), "policy.document", "the metatable is not given away")

local bare = assert(policy.read("One line.", {text = true}))
for _, name in ipairs{"subtitle", "date", "publisher", "identifier", "url", "extra"} do
  is(bare[name], nil, "absent: " .. name)
end
is(#bare.authors, 0, "absent: authors, an empty list")
is(bare.source.name, nil, "absent: source.name")
is(#bare.recommendations, 0, "only read, so no recommendations")

-- ---- places ------------------------------------------------------------------------------------------------
local at = doc.text:find("a brief", 1, true)
local position = doc:position(at)
is(position.byte, at, "position: byte, from 1")
is(position.code_point, 15, "position: code point, from 0")
is(position.utf16, 16, "position: UTF-16 unit, from 0")
is(position.line, 1, "position: line")
is(position.column, 16, "position: column")
local whole = 0
for _, count in pairs(position) do whole = whole + (tap.is_integer(count) and 1 or 0) end
is(whole, 5, "positions are integers")
is(doc:byte_of_code_point(15), at, "byte of a code point")
is(doc:byte_of_utf16(16), at, "byte of a UTF-16 unit")
is(doc:position(2 ^ 31).byte, #doc.text + 1, "a place past the end is the end")
is(doc:position(doc.text:find("The Delta")).line, 2, "position: second line")
local crlf = assert(policy.read("a\r\nb\r\nc", {text = true}))
is(crlf.text, "a\nb\nc", "lines end with LF")
is(crlf:source_offset(5), 7, "the byte of the source, from 1")

-- ---- reading: path, text, options ---------------------------------------------------------------------------
local file = tap.root .. "/examples/opinion.txt"
local from_path = assert(policy.read(file))
is(from_path.source.name, file, "a string that names a file is its path")
is(assert(policy.read(tap.read(file))).text, from_path.text, "any other is a text")
is(assert(policy.read(file, {text = true})).text, file, "options.text forces a text")
is(assert(policy.read(file, {path = true, name = "x"})).source.name, "x", "options.name")
tap.fails("No such file", "io", "options.path forces a path", policy.read("no such file", {path = true}))
tap.fails(".", "io", "a folder is not a document", policy.read(tap.root, {path = true}))
tap.fails("no reader", "unsupported", "a type that nobody reads", policy.read("x", {media_type = "audio/x-none"}))
tap.fails("NUL", "argument", "NUL in a path", policy.read("a\0b", {path = true}))
tap.fails("NUL", "argument", "NUL in a name", policy.read("a", {name = "a\0b"}))
tap.fails(".", "limit", "limits.input", policy.read("abc", {limits = {input = 2}, text = true}))
is(assert(policy.read("")).text, "", "an empty text")
local odd = assert(policy.read("a\0b\255c", {text = true, media_type = "text/plain; charset=utf-8"}))
is(odd.text, "a\239\191\189b\239\191\189c", "NUL and bad UTF-8 become U+FFFD")
ok(#odd.warnings > 0, "with a warning")
is(assert(policy.read("x", {name = "\255"})).source.name, "\239\191\189", "bad UTF-8 in a name likewise")
is(assert(policy.read("e\204\129", {text = true})).text, "é", "text is NFC")

local analysed = assert(policy.analyse(from_path))
ok(#analysed.recommendations > 0 and #from_path.recommendations == 0, "analyse a document: a new one")
is(assert(policy.analyse(file)):to_json(), analysed:to_json(), "analyse a path: the same")
is(assert(policy.analyse(tap.read(file), {name = file})):to_json(), analysed:to_json(), "analyse a text: the same")
tap.fails("No such file", "io", "analyse: what fails in reading", policy.analyse("no such file", {path = true}))
tap.fails("JSON", "format", "JSON that is cut off", policy.from_json(bytes:sub(1, 1000)))
local _, _, _, byte = policy.from_json('{"format": nonsense}')
ok(byte > 0 and tap.is_integer(byte), "with the byte where it is wrong")
tap.fails("/actors/0/kind", "format", "a bad value, with its path",
          policy.from_json((bytes:gsub('"kind": "state"', '"kind": "planet"', 1))))

-- ---- progress -----------------------------------------------------------------------------------------------
local shares = {}
assert(policy.analyse(file, {progress = function(share) shares[#shares + 1] = share end}))
ok(#shares > 1 and shares[#shares] == 1, "progress is told to the end")
tap.fails("cancel", "cancelled", "progress can cancel", policy.analyse(file, {progress = function() return false end}))
local mark = {}
local good, raised = pcall(policy.analyse, file, {progress = function() error(mark) end})
ok(not good and raised == mark, "an error in progress comes out as it is")
good, raised = pcall(policy.analyse, file, {progress = function() coroutine.yield() end})
ok(not good and tostring(raised):find("yield"), "progress cannot yield")
local once = assert(policy.read(file))
local done = assert(policy.analyse(once, {progress = function() once:close() collectgarbage() end}))
is(done.text, from_path.text, "progress may close the document at work")
local wild = {name = ("n"):rep(50)}
wild.progress = function() wild.name = nil collectgarbage() end
is(assert(policy.read(tap.read(file), wild)).source.name, ("n"):rep(50), "progress may change its options")

-- ---- out and in ---------------------------------------------------------------------------------------------
local wide = assert(policy.read("\254\255\0C\0a\0f\0\233\0 \32\19\0 \0r"))
local cafe = wide:origin(1, 5)
ok(cafe.first == 3 and cafe.last == 10 and wide.text:sub(1, 5) == "Caf\195\169", "places in UTF-16")
ok(wide:origin(7).first == 13 and wide:origin(7, 9).last == 14, "and of what needs three bytes in UTF-8")
ok(doc:to_html():find("^<!DOCTYPE html>\n<html") and doc:to_html():find("</html>\n$"), "a page of the web")
is(doc:to_json{indent = true, tokens = true}, bytes, "to_json gives back what from_json read, to the byte")
local value = doc:to_table{tokens = true}
is(assert(policy.from_table(value)):to_json{tokens = true}, doc:to_json{tokens = true}, "to_table and from_table")
ok(tap.is_integer(value.recommendations[1].span[1]) and value.recommendations[1].span[1] == 88,
   "to_table: spans as in JSON, integers")
is(value.recommendations[1].confidence, 0.93, "to_table: reals")
is(value.tokens[6][1].upos, "DET", "to_table: tokens when asked")
is(doc:to_table().tokens, nil, "to_table: and only then")
local small = assert(policy.from_table{format = "policy-document", version = 1, text = "Ghana acts.", source = {},
  blocks = {{id = "b1", kind = "paragraph", span = {0, 11}}}, sentences = {{0, 11}}, statements = {}, metadata = {},
  actors = {{id = "a1", name = "Ghana", kind = "state", mentions = {{span = {0, 5}, form = "name"}}}},
  recommendations = {}, times = {}, citations = {}, events = {}, relations = {}, causal = {}, warnings = {}})
is(small.actors[1].mentions[1].text, "Ghana", "a document made from a table of one's own")
is(assert(policy.from_table(small:to_table())):to_json(), small:to_json(), "empty lists stay lists")
tap.fails("/actors/1/kind", "format", "a table with a bad value",
          policy.from_table{format = "policy-document", version = 1, text = "x", source = {}, metadata = {}, blocks = {},
            sentences = {}, statements = {}, recommendations = {}, times = {}, citations = {}, events = {}, relations = {}, causal = {},
            warnings = {}, actors = {{id = "a1", name = "x", kind = "state", mentions = {}},
                                     {id = "a2", name = "y", kind = "planet", mentions = {}}}})
tap.fails("no function", "argument", "a table with what JSON lacks", policy.from_table{text = print})

-- ---- the summary -------------------------------------------------------------------------------------------
local summary = analysed:summary{width = 60}
ok(summary:find("Ghana", 1, true) and not summary:find("\27", 1, true), "summary")
ok(analysed:summary{colour = true}:find("\27[", 1, true), "summary in colour")
ok(#analysed:summary{clean = true} > #tap.read(file) * 0.8, "summary: the clean text")
ok(type(analysed:summary()) == "string", "summary without options")

-- ---- equality -----------------------------------------------------------------------------------------------
ok(doc.actors[1].document == doc, "a document is equal to itself by another way")
ok(doc ~= assert(policy.from_json(bytes)), "and to no other")
ok(doc ~= doc.actors[1] and doc ~= 1, "nor to other things")

-- ---- misuse, told where it happens --------------------------------------------------------------------------
local raises = tap.raises
raises(function() policy.read(nil) end, "a string, not nil", "read: nil")
raises(function() policy.read(42) end, "a string, not number", "read: a number is no string")
raises(function() policy.read("x", "y") end, "options are a table", "read: options that are none")
raises(function() policy.read("x", {nmae = "y"}) end, '"nmae" is no option', "read: an option that is none")
raises(function() policy.read("x", {name = 1}) end, "name is a string, not number", "read: an option of a wrong type")
raises(function() policy.analyse({}) end, "a string, not table", "analyse: a table")
raises(function() policy.analyse(nil) end, "a string, not nil", "analyse: nil")
raises(function() policy.from_json(nil) end, "a string, not nil", "from_json: nil")
raises(function() policy.from_table("x") end, "a table is needed", "from_table: a string")
raises(function() return doc.titel end, 'no field "titel"', "a field that is none")
raises(function() doc.title = "x" end, "cannot be set", "documents are read only")
raises(function() doc.to_json() end, "a policy.document is needed", "a method without its document")
raises(function() doc.to_json(doc.actors) end, "a policy.document is needed", "a method on a list")
raises(function() doc.to_json(io.stdout) end, "a policy.document is needed", "a method on a file")
raises(function() doc:to_json{indent = 1} end, "indent is a boolean", "to_json: a wrong type")
raises(function() doc:to_json{pretty = true} end, "no option", "to_json: an option that is none")
raises(function() doc:position("1") end, "no place", "position: a string")
raises(function() doc:position(1.5) end, "no place", "position: a half")
raises(function() doc:position(1e300) end, "no place", "position: too much")
raises(function() doc:position(-1) end, "no place", "position: negative")
raises(function() doc:position(0 / 0) end, "no place", "position: not a number")
raises(function() doc:summary{width = -1} end, "no place", "summary: a negative width")
good, raised = pcall(policy.read, "x", {limits = {colour = 1}})
ok(not good and raised:find("no limit"), "a limit that is none")
good, raised = pcall(policy.read, "x", {limits = {text = "9"}})
ok(not good and raised:find("an integer is needed"), "a limit that is no integer")
good, raised = pcall(policy.read, "x", {limits = {text = 0.5}})
ok(not good and raised:find("no integer"), "a limit that is half an integer")

-- ---- closing ------------------------------------------------------------------------------------------------
local closing = assert(policy.analyse(file))
local actors, first, recommendation = closing.actors, closing.actors[1], closing.recommendations[1]
local text = closing.text
closing:close()
raises(function() return closing.text end, "closed", "a field of a closed document")
raises(function() return closing.actors end, "closed", "a list of a closed document")
raises(function() return actors[1] end, "closed", "an item of a list of a closed document")
raises(function() return #actors end, "closed", "the length of such a list")
raises(function() return actors:each() end, "closed", "its iterator")
raises(function() closing:to_json() end, "closed", "a method of a closed document")
raises(function() policy.analyse(closing) end, "closed", "analyse a closed document")
is(tostring(closing), "document (closed)", "tostring of a closed document")
ok(tostring(actors):find("actors"), "tostring of its list")
ok(closing ~= doc and closing == closing, "a closed document is equal to itself alone")
closing:close()
ok(true, "closing twice does no harm")
collectgarbage() collectgarbage()
is(first.name, "Ghana", "a part outlives the closing")
is(recommendation.text, text:sub(recommendation.span[1], recommendation.span[2]), "and gives its text")
is(first.document.text, text, "and the whole text")
if _VERSION == "Lua 5.4" then
  local kept
  local chunk = assert(load([[
    local policy, file = ...
    local doc <close> = policy.read(file)
    return doc
  ]]))
  kept = chunk(policy, file)
  is(tostring(kept), "document (closed)", "a to-be-closed variable closes it")
  local names = {}
  for name in pairs(doc) do names[name] = true end
  ok(names.title and names.actors and names.text and not names.to_json, "pairs(document) gives its fields")
else
  tap.skip("a to-be-closed variable, pairs(document)", "this is " .. tap.version)
end
tap.done()
