-- Parsing: words, tags and trees for every sentence, and CoNLL-U out and in.
local tap = require "tap"
local policy = require "libpolicy"
local is, ok, raises = tap.is, tap.ok, tap.raises

local easy = "The minister reads the report. Ghana sold two boats."
local file = tap.root .. "/examples/opinion.txt"
-- Words of a treebank that the library would cut otherwise.
local gold = ([[
# newdoc id = gold
# sent_id = 1
# text = The ministers cannot meet to-day.
1 The _ _ _ _ _ _ _ _
2 ministers _ _ _ _ _ _ _ _
3-4 cannot _ _ _ _ _ _ _ _
3 can _ _ _ _ _ _ _ _
4 not _ _ _ _ _ _ _ _
5 meet _ _ _ _ _ _ _ _
6 to-day _ _ _ _ _ _ _ SpaceAfter=No
7 . _ _ _ _ _ _ _ _

]]):gsub("%f[^\n]%d[^\n]*", function(row) return (row:gsub(" ", "\t")) end)

-- All that is known of each word, a line for each.
local function words(doc)
  local lines = {}
  for _, sentence in doc.sentences:each() do
    for _, token in sentence:each() do
      lines[#lines + 1] = table.concat({token.form, tostring(token.joined), token.lemma or "_", token.upos or "_",
        token.xpos or "_", token.features or "_", token.relation or "_",
        token.head and token.head.index - sentence.tokens[1].index or "_"}, "\t")
    end
  end
  return table.concat(lines, "\n")
end

-- The first sentence that is not one tree with one root, or nil.
local function no_tree(doc)
  for n, sentence in doc.sentences:each() do
    local roots = 0
    for _, token in sentence:each() do
      if not token.head then roots = roots + (token.relation == "root" and 1 or 2) end
      if not (token.relation and token.upos) then return n end
    end
    if roots ~= 1 or #sentence.root.subtree ~= #sentence.tokens then return n end
  end
end

-- ---- trees --------------------------------------------------------------------------------------------------
for name in ("act audit-report committee-report opinion resolution strategy wrapped"):gmatch("%S+") do
  local doc = assert(policy.parse(("%s/examples/%s.txt"):format(tap.root, name)))
  ok(#doc.sentences > 0 and doc:check() and not no_tree(doc), name .. ": each sentence is one tree", no_tree(doc))
  local back = assert(policy.read(doc:to_conllu(), {media_type = "text/x-conllu", name = doc.source.name}))
  is(words(back), words(doc), name .. ": the same words from CoNLL-U")
  is(back:to_conllu(), doc:to_conllu(), name .. ": the same CoNLL-U again")
end
local doc = assert(policy.parse(easy))
local reads, sold = doc.sentences[1].tokens[3], doc.sentences[2].tokens[2]
ok(reads.lemma == "read" and reads.upos == "VERB" and doc.sentences[1].root == reads, "an easy word")
ok(sold.lemma == "sell" and sold.upos == "VERB", "another")
is(doc.sentences[1].tokens[1].head, doc.sentences[1].tokens[2], "its head")
is(doc.sentences[2].tokens[4]:feature("Number"), "Plur", "its feature")
is(#doc.actors + #doc.statements + #doc.recommendations, 0, "nothing else is looked for")

-- ---- sources ------------------------------------------------------------------------------------------------
local read = assert(policy.read(file))
local parsed = assert(policy.parse(file))
is(words(assert(policy.parse(read))), words(parsed), "parse a document")
is(words(assert(policy.parse(tap.read(file), {text = true}))), words(parsed), "parse a text")
is(parsed.source.name, file, "parse a path")
ok(#read.sentences == 0 and parsed.text == read.text and #parsed.blocks == #read.blocks, "the given one stays as it is")
is(#assert(policy.parse("")).sentences, 0, "an empty text")
tap.fails("No such file", "io", "parse: what fails in reading", policy.parse("no such file", {path = true}))
tap.fails("no reader", "unsupported", "parse: a type that nobody reads", policy.parse("x", {media_type = "x/y"}))
tap.fails(".", "limit", "parse: too many words", policy.parse(easy, {limits = {tokens = 3}}))
tap.fails("line 1", "format", "broken CoNLL-U", policy.parse("1\tone\n", {media_type = "text/x-conllu"}))

-- ---- some sentences, or all ---------------------------------------------------------------------------------
local some, full = assert(policy.analyse(file)), assert(policy.analyse(file, {full = true}))
ok(not no_tree(full) and words(full) == words(parsed), "full: every sentence is parsed")
is(words(assert(policy.analyse(read, {full = true}))), words(full), "full, of a document")
is(words(assert(policy.analyse(file, {full = false}))), words(some), "full = false")
local root = some.recommendations[1].statement.sentence.root
ok(root and root.lemma and root.relation == "root", "without it, at least those with a finding are")

-- ---- CoNLL-U ------------------------------------------------------------------------------------------------
local kept = assert(policy.read(gold))
is(kept.source.media_type, "text/x-conllu", "CoNLL-U is found out from the bytes")
is(#kept.tokens, 7, "with the words that it has")
is(kept.tokens[3].upos, nil, "and no more than it has")
local anew = assert(policy.parse(kept))
ok(#anew.tokens == 7 and anew.tokens[6].form == "to-day" and not no_tree(anew), "parse keeps words")
ok(anew:to_conllu():find("\n3-4\tcannot\t", 1, true), "and what they are written as")
is(assert(policy.parse(gold)):to_conllu(), anew:to_conllu(), "from the text, too")
ok(not read:to_conllu():find("\t"), "a document without words has no rows")

-- ---- progress and misuse ------------------------------------------------------------------------------------
local shares = {}
assert(policy.parse(file, {progress = function(share) shares[#shares + 1] = share end}))
ok(#shares > 3 and shares[#shares] == 1, "progress is told to the end")
for stop = 1, #shares do
  local calls = 0
  tap.fails("cancel", "cancelled", "progress can cancel at " .. stop, policy.parse(file, {progress = function()
    calls = calls + 1
    return calls < stop
  end}))
end
local mark = {}
local good, raised = pcall(policy.parse, file, {progress = function() error(mark) end})
ok(not good and raised == mark, "an error in progress comes out as it is")
local closing = assert(policy.read(file))
is(words(assert(policy.parse(closing, {progress = function() closing:close() collectgarbage() end}))), words(parsed),
   "progress may close the document at work")
raises(function() policy.parse(closing) end, "closed", "parse a closed document")
raises(function() closing:to_conllu() end, "closed", "to_conllu of a closed document")
raises(function() policy.parse(nil) end, "a string, not nil", "parse: nil")
raises(function() policy.parse({}) end, "a string, not table", "parse: a table")
raises(function() policy.parse(easy, 1) end, "options are a table", "parse: options that are none")
raises(function() policy.parse(read, {full = true}) end, '"full" is no option', "parse: full goes without saying")
raises(function() policy.read(easy, {full = true}) end, '"full" is no option', "read: nothing is parsed")
raises(function() policy.analyse(easy, {full = 1}) end, "full is a boolean", "full: a wrong type")
raises(function() doc.to_conllu() end, "a policy.document is needed", "to_conllu without its document")
tap.done()
