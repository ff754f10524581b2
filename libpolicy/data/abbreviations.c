/* Abbreviations of English prose, administration and law. Our own list, from general knowledge, completed
   with those that the training parts of UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0) write with a
   stop. */
#include "data/abbreviations.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 8 };

struct entry {
  char word[LONGEST + 1];
  unsigned char kind;
};

#define B(word) {word, POLICY__ABBREVIATION_BEFORE}
#define N(word) {word, POLICY__ABBREVIATION_NUMBER}
#define M(word) {word, POLICY__ABBREVIATION_MONTH}
#define L(word) {word, POLICY__ABBREVIATION_LAW}
#define I(word) {word, POLICY__ABBREVIATION_NAME}
#define O(word) {word, POLICY__ABBREVIATION_OTHER}
#define T(word) {word, POLICY__ABBREVIATION_TIME}
#define P(word) {word, POLICY__ABBREVIATION_PLACE}

/* In the order of strcmp. */
static const struct entry entries[] = {
    L("a.2d"), L("a.c"), T("a.d"), I("a.g"), B("a.k.a"), T("a.m"), P("a.u"), O("abbr"), L("acad"), O("adj"),
    B("adm"), L("adm'r"), L("admin"), L("admr"), L("adv"), L("aff"), O("aff'd"), L("agric"), O("al"), L("ala"),
    B("ald"), B("amb"), L("ann"), L("ans"), N("app"), L("app'x"), B("approx"), N("apps"), M("apr"), L("ariz"),
    L("ark"), O("arrv"), N("art"), N("arts"), B("ass'n"), B("ass't"), B("assoc"), B("asst"), L("atl"),
    B("attn"), B("atty"), M("aug"), L("auth"), O("ave"), O("avg"), I("b.a"), T("b.c"), T("b.c.e"), I("b.s"),
    I("b.sc"), I("b.v"), L("bankr"), L("bd"), O("bde"), N("bk"), N("bks"), L("bldg"), L("bldgs"), O("blvd"),
    O("bn"), L("br"), B("brig"), I("bros"), I("c.b.e"), T("c.e"), B("c.f"), L("c.f.r"), P("c.i.s"), B("c.o"),
    B("ca"), L("cal"), N("cap"), B("capt"), L("cas"), N("cc"), B("cdr"), O("cert"), B("cf"), L("cfr"), N("ch"),
    N("chap"), N("chaps"), B("chas"), L("cir"), L("civ"), N("cl"), B("cllr"), N("cls"), B("cmdr"), B("cmdt"),
    O("cmt"), O("cmts"), L("cnty"), I("co"), L("co-op"), B("col"), L("colo"), L("colum"), L("com"), B("comm"),
    B("comm'n"), B("comm'r"), L("compl"), O("conf"), N("cong"), L("conn"), L("const"), L("constr"), O("cont"),
    O("cont'd"), L("copr"), I("corp"), B("corr"), B("cpl"), B("cpt"), L("cranch"), L("crim"), L("ct"), L("cts"),
    O("cu"), L("cush"), P("d.c"), I("d.d"), P("d.p.r.k"), P("d.r.c"), I("d.v.m"), L("dall"), O("dbl"), M("dec"),
    L("decl"), L("def"), L("deft"), L("del"), L("dem"), B("dep't"), B("dep'y"), B("dept"), B("det"), B("dipl"),
    L("dist"), L("div"), L("dkt"), N("doc"), N("docs"), O("dom"), O("doz"), B("dr"), B("drs"), O("e.a"),
    P("e.c"), L("e.c.h.r"), L("e.c.r"), T("e.d.t"), P("e.e.c"), B("e.g"), T("e.s.t"), L("e.t.s"), P("e.u"),
    N("ed"), N("eds"), L("educ"), B("eg"), L("elec"), L("emp"), O("enc"), O("encl"), L("eng'g"), L("enter"),
    L("envt"), L("envtl"), N("eq"), N("eqs"), B("esp"), I("esq"), O("est'd"), O("et"), O("etc"), L("evid"),
    N("ex"), L("exec"), N("exh"), N("exs"), N("ext"), L("f"), L("f.2d"), L("f.3d"), B("f.o.b"), I("f.r.s"),
    P("f.r.y"), N("fax"), M("feb"), L("fed"), L("fid"), N("fig"), N("figs"), L("fin"), L("fla"), N("fn"),
    B("fr"), M("fri"), B("ft"), T("g.m.t"), L("ga"), O("gal"), B("gen"), B("geo"), B("gov"), B("gov't"),
    B("govt"), L("govtl"), L("guar"), B("h.e"), B("h.m"), B("h.r"), L("harv"), B("hon"), L("hosp"), L("hous"),
    B("hr"), L("hrg"), O("hrs"), O("ht"), L("i.c.j"), B("i.e"), P("i.m.f"), O("ibid"), O("id"), B("ie"),
    L("ill"), N("illus"), L("implem"), I("inc"), B("incl"), L("ind"), L("indus"), B("ing"), L("ins"), B("insp"),
    B("inst"), L("int"), B("int'l"), L("interrog"), O("intl"), L("invs"), I("j.d"), M("jan"), B("jas"),
    L("johns"), B("jos"), I("jr"), M("jul"), M("jun"), L("jur"), L("k.b"), I("k.c"), L("kan"), L("ky"),
    P("l.a"), L("l.ed"), L("l.j"), I("l.l.c"), I("l.l.p"), N("l.n"), I("l.p"), L("la"), L("labs"), O("lb"),
    O("lbs"), L("lexis"), L("liab"), L("lib"), B("lieut"), I("ll.b"), I("ll.d"), I("ll.m"), I("llc"), I("llp"),
    L("loc.cit"), B("lt"), B("ltcol"), I("ltd"), L("ltr"), O("lv"), I("m.a"), I("m.b.a"), I("m.b.e"), I("m.d"),
    I("m.e.p"), I("m.p"), I("m.s"), I("m.sc"), B("m.v"), L("mach"), L("maint"), B("maj"), M("mar"), L("mass"),
    L("md"), L("me"), L("med"), L("mem"), L("merch"), B("messrs"), L("met"), L("metro"), L("mfg"), O("mfr"),
    L("mgmt"), O("mgr"), L("mich"), L("mil"), L("minn"), O("mins"), O("misc"), L("miss"), L("mkt"), L("mktg"),
    B("mlle"), B("mme"), L("mo"), M("mon"), L("mont"), O("mos"), L("mot"), B("mr"), B("mrs"), B("ms"),
    B("msgt"), B("mssrs"), B("mt"), B("mtn"), L("mun"), L("mut"), N("n"), I("n.a"), P("n.a.t.o"), O("n.b"),
    P("n.c"), O("n.d"), L("n.e"), P("n.h"), P("n.i"), P("n.j"), P("n.m"), P("n.s.w"), I("n.v"), L("n.w"),
    P("n.y"), P("n.y.c"), P("n.z"), B("nat'l"), B("natl"), L("ne"), L("neb"), L("nev"), N("nn"), N("no"),
    N("nos"), M("nov"), B("nr"), L("nw"), P("o.a.u"), I("o.b.e"), P("o.e.c.d"), L("o.j"), O("o.k"), O("o.p"),
    M("oct"), L("okla"), L("op"), L("op.cit"), L("opp"), L("ops"), N("ord"), L("ore"), L("org"), O("orig"),
    O("oz"), N("p"), L("p.2d"), L("p.3d"), I("p.c"), T("p.d.t"), I("p.l.c"), T("p.m"), O("p.o"), P("p.r"),
    P("p.r.c"), O("p.s"), T("p.s.t"), L("pa"), L("pac"), N("par"), N("para"), N("paragr"), N("paras"),
    L("pers"), L("pet"), O("pg"), O("pgs"), I("ph.d"), L("pharm"), I("phd"), L("pick"), L("pl"), I("plc"),
    L("pls"), T("pm"), N("pp"), B("pres"), L("pres'l"), L("prob"), L("proc"), L("prod"), B("prof"), B("profs"),
    L("prot"), O("prov"), N("pt"), N("pts"), N("pub"), L("pub'l"), B("pvt"), L("q.b"), I("q.c"), O("q.v"),
    O("qt"), N("r"), B("r.adm"), I("r.i"), I("r.n"), P("r.o.c"), P("r.o.k"), L("r.r"), P("r.s.a"), L("rd"),
    B("rear-adm"), N("rec"), N("recs"), N("ref"), N("refs"), N("reg"), N("regs"), B("rel"), L("rels"),
    L("reorg"), B("rep"), L("rep't"), B("reps"), N("res"), B("resp"), B("ret'd"), B("rev"), O("rev'd"),
    B("revd"), B("robt"), L("rptr"), N("rr"), B("rt"), B("rtd"), N("rul"), L("ry"), L("rys"), I("s.a"),
    P("s.a.r"), P("s.c"), L("s.ct"), P("s.d"), L("s.e"), P("s.f"), N("s.i"), N("s.n"), I("s.p.a"), N("s.r"),
    B("s.s"), B("s.t"), O("s.v"), L("s.w"), M("sat"), L("sav"), N("sch"), N("sched"), N("scheds"), L("sci"),
    L("se"), N("sec"), B("sec'y"), N("secs"), N("sect"), B("sen"), M("sep"), M("sept"), N("ser"), N("sess"),
    B("sgt"), L("so"), L("soc"), O("sq"), I("sr"), B("sra"), B("srta"), N("ss"), B("st"), L("stan"), N("stat"),
    L("stats"), L("std"), B("ste"), O("sts"), B("subcomm"), O("subj"), N("subpara"), N("subsec"), N("subsecs"),
    M("sun"), L("sup"), N("supp"), N("suppl"), L("supr"), B("supt"), L("sur"), L("sw"), L("sys"), O("t.v"),
    N("tbl"), L("tech"), N("tel"), L("tel.co"), L("tenn"), O("terr"), L("tex"), B("thos"), M("thu"), M("thur"),
    M("thurs"), N("tit"), L("tol"), L("tr"), L("transp"), L("treas"), M("tue"), M("tues"), L("twp"), P("u.a.e"),
    L("u.c.c"), P("u.k"), P("u.n"), P("u.n.s.c"), L("u.n.t.s"), P("u.s"), P("u.s.a"), L("u.s.c"), L("u.s.c.a"),
    B("u.s.s"), P("u.s.s.r"), T("u.t.c"), L("unif"), B("univ"), L("usc"), L("usca"), B("v"), L("va"), L("vet"),
    B("vice-adm"), B("viz"), N("vol"), N("vols"), B("vs"), L("vt"), L("w.l.r"), P("w.t.o"), P("w.va"),
    L("wall"), L("wash"), M("wed"), M("weds"), L("wend"), L("wheat"), L("wis"), O("wk"), O("wks"), B("wm"),
    O("wt"), L("wyo"), L("yale"), O("yr"), O("yrs"),
};

#undef B
#undef N
#undef M
#undef L
#undef I
#undef O
#undef T
#undef P

static int compare(const void *key, const void *item) {
  return strcmp(key, ((const struct entry *)item)->word);
}

policy__abbreviation policy__abbreviation_find(policy_string word) {
  char lower[LONGEST + 1];
  if (word.size == 0 || word.size > LONGEST) return POLICY__ABBREVIATION_NONE;
  for (size_t i = 0; i < word.size; i++) {
    char c = word.data[i];
    if (c != '.' && c != '\'' && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z'))
      return POLICY__ABBREVIATION_NONE;
    lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  lower[word.size] = 0;
  const struct entry *found =
      bsearch(lower, entries, sizeof entries / sizeof *entries, sizeof *entries, compare);
  if (found == NULL) return POLICY__ABBREVIATION_NONE;
  bool capital = word.data[0] >= 'A' && word.data[0] <= 'Z';
  return found->kind != POLICY__ABBREVIATION_LAW || capital ? (policy__abbreviation)found->kind
                                                            : POLICY__ABBREVIATION_NONE;
}
