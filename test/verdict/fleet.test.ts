import { expect, test } from 'vitest';
import { placeNames } from '../../functions/judge/nearby-call.ts';
import { neighbourhoodOf } from '../../functions/judge/neighbourhood.ts';
import { callToJudge, evidenceOf } from '../../model/verdict/evidence-of.ts';
import { judgeContact } from '../../model/verdict/judge-contact.ts';
import { defaultVerdictLimits } from '../../model/verdict/limits.ts';
import { type Fault, faults } from '../../model/verdict/verdict.ts';
import { type FleetCall, fleetHours } from './fleet.ts';
import { callDocumentOf, contactOf, nearbyOf } from './fleet-documents.ts';

type Judged = { readonly call: FleetCall; readonly fault: Fault; readonly rule: string };

async function judgeHour(calls: readonly FleetCall[]): Promise<Judged[]> {
  const stored = await Promise.all(calls.map((call) => callDocumentOf(call)));
  const nearby = calls.flatMap((call, i) => {
    const document = stored[i];
    return document && document.rating !== 'unclassified' ? [nearbyOf(call, document)] : [];
  });
  return calls.flatMap((call, i) => {
    const contact = contactOf(call, stored[i]);
    const its = callToJudge(contact);
    const subject = {
      agent: call.agent.name,
      from: call.connectedAt,
      to: call.endedAt,
      place: its ? placeNames(its) : {},
    };
    const around = neighbourhoodOf(subject, nearby, defaultVerdictLimits);
    const verdict = judgeContact(evidenceOf(contact), around, defaultVerdictLimits);
    return verdict ? [{ call, fault: verdict.fault, rule: verdict.rule }] : [];
  });
}

const isRight = ({ call, fault }: Judged) => fault === call.truth;
const isUnclear = ({ fault }: Judged) => fault === 'unclear';
const isWrong = (its: Judged) => !isRight(its) && !isUnclear(its);
const count = (all: readonly Judged[], is: (one: Judged) => boolean) => all.filter(is).length;

function table(all: readonly Judged[], by: (one: Judged) => string): string {
  const rows = [...new Set(all.map(by))].map((name) => {
    const its = all.filter((one) => by(one) === name);
    const figures = [its.length, count(its, isRight), count(its, isWrong), count(its, isUnclear)];
    return `${name.padEnd(34)}${figures.map((figure) => String(figure).padStart(9)).join('')}`;
  });
  return [`${''.padEnd(34)}   judged    right    wrong  unclear`, ...rows].join('\n');
}

test('whose fault it is, of a fleet with faults of every kind', { timeout: 120_000 }, async () => {
  const judged: Judged[] = [];
  for (const seed of [1, 2]) for (const hour of fleetHours(seed)) judged.push(...(await judgeHour(hour)));
  console.info(`\nBy what was planted\n${table(judged, ({ call }) => call.kind)}`);
  console.info(`\nBy whose fault it was\n${table(judged, ({ call }) => call.truth)}`);
  console.info(`\nBy the verdict\n${table(judged, ({ fault }) => fault)}`);
  console.info(`\nBy the rule\n${table(judged, ({ rule }) => rule)}`);
  // Whoever is sent to a desk, a site or a provider goes there in vain one time of twenty at most.
  for (const fault of faults.filter((one) => one !== 'unclear')) {
    const accused = judged.filter((one) => one.fault === fault);
    expect(accused.length, fault).toBeGreaterThan(10);
    expect(count(accused, isWrong) / accused.length, fault).toBeLessThan(0.05);
  }
  // Of what nobody can tell hardly anything may be told, and of the rest most must be: always unclear is no use.
  const ofNobody = judged.filter(({ call }) => call.truth === 'nobody');
  expect(count(ofNobody, isWrong)).toBeLessThanOrEqual(ofNobody.length / 20);
  expect(count(judged, isWrong) / judged.length).toBeLessThan(0.03);
  expect(count(judged, isRight) / judged.length).toBeGreaterThan(0.7);
});
