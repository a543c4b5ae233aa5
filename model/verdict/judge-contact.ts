import type { EvidenceOfContact, Neighbourhood } from './evidence.ts';
import type { Case } from './fact.ts';
import { type FactName, facts } from './facts.ts';
import type { VerdictLimits } from './limits.ts';
import { faultRules, type Rule, unclearRules } from './rules.ts';
import type { Complaint, Fault, Finding, Verdict } from './verdict.ts';

/** For whose fault a fact speaks when it holds, whatever the rules make of it. */
const speaksFor: Readonly<Partial<Record<FactName, readonly Fault[]>>> = {
  microphoneFailed: ['agent'],
  onlyFromAgent: ['agent'],
  fromAgentSilent: ['agent'],
  agentDeviceNamed: ['agent'],
  othersFine: ['agent'],
  agentScoreLow: ['agent', 'siteOrIsp', 'organisation'],
  agentConnectionNamed: ['agent', 'siteOrIsp', 'organisation'],
  anybodyElseAtOnce: ['siteOrIsp', 'organisation'],
  everySite: ['organisation'],
  everyProvider: ['organisation'],
  toAgentSilent: ['telephonyOrCustomer'],
  customerScoreLow: ['telephonyOrCustomer'],
  customerNamed: ['telephonyOrCustomer'],
};

/**
 * Says whose fault a poor contact is, by the first rule that the evidence meets, with the figures that it rests on and
 * what spoke against it; unclear, with the reason, where none is met. Pure.
 *
 * @returns undefined where there is nothing to complain of
 */
export function judgeContact(
  contact: EvidenceOfContact,
  neighbours: Neighbourhood,
  limits: VerdictLimits,
): Verdict | undefined {
  const its: Case = { contact, neighbours, limits };
  const because = complaintsOf(its);
  if (because.length === 0) return undefined;
  const { name, fault, conditions } = ruleOf(its);
  return {
    fault,
    rule: name,
    because,
    restsOn: conditions.map(([fact]) => findingOf(fact, its)),
    against: signs.filter((fact) => !speaksFor[fact]?.includes(fault)).flatMap((fact) => held(fact, its)),
  };
}

function ruleOf(its: Case): Rule {
  const rules = [...faultRules, ...unclearRules];
  const met = rules.find((rule) => isMet(rule, its));
  if (!met) throw new Error('The last rule has no conditions, so there is always one that is met');
  return met;
}

/** Whether all conditions of a rule are so. */
export function isMet({ conditions }: Rule, its: Case): boolean {
  return conditions.every(([fact, holds]) => facts[fact](its).holds === holds);
}

function complaintsOf(its: Case): Complaint[] {
  const { leg, record } = its.contact;
  const isPoor =
    leg?.kind === 'heard' && [leg.toAgent, leg.fromAgent].some(({ rating }) => rating === 'poor');
  return [
    ...(isPoor ? ['poor' as const] : []),
    ...(leg?.kind === 'failed' || leg?.setUpFailed ? ['setUpFailed' as const] : []),
    ...(facts.agentScoreLow(its).holds ? ['agentScoreLow' as const] : []),
    ...(facts.customerScoreLow(its).holds ? ['customerScoreLow' as const] : []),
    ...(record?.disconnectIssue === undefined ? [] : ['disconnectIssue' as const]),
  ];
}

const signs = Object.keys(speaksFor) as readonly FactName[];

const findingOf = (fact: FactName, its: Case): Finding => ({ fact, ...facts[fact](its) });

function held(fact: FactName, its: Case): Finding[] {
  const finding = findingOf(fact, its);
  return finding.holds ? [finding] : [];
}
