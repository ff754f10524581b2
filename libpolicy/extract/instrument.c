/* By what means a recommendation is to work: the instrument of policy. The classes are explained in
   doc/instruments.md, with the tradition that each comes from. The words are our own. */
#include <string.h>

#include "extract/recommend.h"

enum { AIM = 3, OBJECT = 2, AROUND = 1 }; /* how much a word counts, by where it stands */

/* Lemmas, each in one list. Earlier instruments win among equals: what is narrower stands first. */
static const struct {
  const char *name, *words;
} instruments[] = {
    {"sanctions", "sanction embargo blacklist freeze"},
    {"intelligence sharing", "intelligence"},
    {"military", "military missile troop deploy army navy defence defense weapon patrol deterrence exercise"},
    {"treaty", "treaty ratify ratification accede accession convention protocol covenant"},
    {"diplomacy",
     "negotiate negotiation dialogue diplomatic diplomacy consultation summit mediate mediation talk envoy "
     "engage cooperate cooperation"},
    {"trade measure", "tariff quota export import customs"},
    {"tax", "tax taxation levy duty excise vat"},
    {"subsidy", "subsidy subsidise subsidize rebate voucher incentive grant-in-aid"},
    {"funding", "fund funding finance financing budget invest investment grant allocate resource resources "
                "loan pay money"},
    {"aid", "aid assistance relief donate donation"},
    {"procurement", "procurement procure tender purchase buy contract"},
    {"ban", "ban prohibit prohibition outlaw forbid moratorium abolish criminalise criminalize"},
    {"legislation",
     "legislation legislate law bill statute enact amend amendment repeal constitution decriminalise "
     "decriminalize"},
    {"permit",
     "licence license permit authorise authorize authorisation authorization exempt exemption certify"},
    {"enforcement",
     "enforce enforcement prosecute prosecution punish penalty fine inspect inspection investigate "
     "investigation sanctioning arrest"},
    {"standard", "standard standards guideline code requirement benchmark norm label labelling"},
    {"regulation", "regulation regulate rule rules directive decree order regulatory"},
    {"training", "training train educate education curriculum apprenticeship teach teacher awareness-raising"},
    {"information",
     "publish publication inform information campaign awareness guidance disclose disclosure website "
     "communicate advise advice notice notify"},
    {"reporting",
     "report reporting monitor monitoring evaluate evaluation assess assessment review audit survey data "
     "statistics record measure register inventory"},
    {"research", "research study studies pilot trial"},
    {"institution",
     "establish establishment create institution commission committee agency body office council unit "
     "mechanism task-force board appoint appointment"},
    {"staff", "staff recruit hire personnel officer workforce"},
    {"infrastructure", "infrastructure road bridge hospital build construction construct facility"},
    {"service", "service services care provide provision access"},
    {"strategy", "strategy plan policy programme program roadmap framework"},
    {"coordination", "coordinate coordination co-ordinate partnership collaborate collaboration consult joint"},
};

enum { COUNT = sizeof instruments / sizeof *instruments };

static void weigh(const policy__context *context, policy__range range, uint32_t weight,
                  uint32_t scores[COUNT]) {
  for (uint32_t n = range.begin; n < range.end; n++) {
    policy_token token = policy_sentence_token(context->sentence, n);
    policy_string lemma = policy_token_lemma(token), word = lemma.size > 0 ? lemma : policy_token_form(token);
    for (size_t i = 0; i < COUNT; i++)
      if (policy__is_listed(word, instruments[i].words)) scores[i] += weight;
  }
}

policy_string policy__instrument_of(const policy__context *context, const policy__frame *frame) {
  uint32_t scores[COUNT] = {0};
  size_t found = 0;
  weigh(context, frame->aim, AIM, scores);
  weigh(context, frame->object, OBJECT, scores);
  for (uint32_t i = 0; i < frame->constraints.count; i++)
    weigh(context, frame->constraints.ranges[i], AROUND, scores);
  for (size_t i = 1; i < COUNT; i++)
    if (scores[i] > scores[found]) found = i;
  const char *name = scores[found] > 0 ? instruments[found].name : "";
  return (policy_string){name, strlen(name)};
}
