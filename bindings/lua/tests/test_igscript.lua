-- IG Script: what is read, its trees and tables, and what is refused.
local tap = require "tap"
local igscript = require "libpolicy.igscript"
local is, ok, raises = tap.is, tap.ok, tap.raises

local script = assert(igscript.parse("A(farmers)  D(must) I(clear [OR] fill) Cac{when E(rain) F(falls)}"))
is(script.text, "A(farmers)  D(must) I(clear [OR] fill) Cac{when E(rain) F(falls)}", "its text")
is(tostring(script), "A(farmers) D(must) I((clear [OR] fill)) Cac{when E(rain) F(falls)}", "its normal form")

local tree = script:tree()
is(#tree.children, 4, "a tree")
is(tree.children[3].name, "OR", "a combination")
is(script:tree{variability = true}.name, "DoV: 3", "its variability")

local rows, columns = script:table{id = "7"}
is(#rows, 3, "a row for each statement")
is(rows[2]["Statement ID"], "7.2", "their numbers")
is(rows[2].Aim, "fill", "a cell")
is(rows[1]["Activation Condition Reference"], "{7}.1", "a reference")
is(columns[2], "Attributes", "the columns")
is(#script:warnings(), 0, "no doubt")

local doubtful = assert(igscript.parse("A(caf\195\169) I(x) Caf(y)")):warnings()
is(#doubtful, 1, "a doubt")
is(doubtful[1].code, "UNKNOWN_SYMBOL", "its name")
is(("A(caf\195\169) I(x) Caf(y)"):sub(doubtful[1].span[1], doubtful[1].span[2]), "Caf(", "its place")

local none, message, code, at = igscript.parse("A(x)\nI(y")
is(none, nil, "what is wrong is refused")
ok(message:find("^IMBALANCED_PARENTHESES: ") and message:find("line 2, column 2", 1, true), "by its name")
is(code, "format", "as a word")
is(at, 6, "with the byte")
is(select(3, igscript.parse("A(x)", {limits = {input = 3}})), "limit", "limits hold")
raises(function() igscript.parse(3) end, "string is needed", "a script is a string")
raises(function() script:tree{colour = true} end, "no option", "an unknown option")

tap.done()
