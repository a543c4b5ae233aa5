import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportFailures } from '../messages/report-names.ts';
import { ratings } from '../quality/rating.ts';
import {
  type DirectionEvidence,
  disconnectIssues,
  type EvidenceOfContact,
  type Neighbourhood,
  type Others,
  scopes,
} from './evidence.ts';
import { type FactName, facts } from './facts.ts';
import { isMet, judgeContact } from './judge-contact.ts';
import { defaultVerdictLimits as limits } from './limits.ts';
import { faultRules, unclearRules } from './rules.ts';

const others: fc.Arbitrary<Others> = fc
  .nat(12)
  .chain((agents) => fc.record({ agents: fc.constant(agents), poor: fc.nat(agents) }));

/** As they can be: those of the minutes are among those of the hour, and the hour has each of them poor or not. */
const scope = fc.tuple(others, others, others).map(([minutes, before, elsewhere]) => ({
  name: 'here',
  hour: { agents: minutes.agents + before.agents, poor: minutes.poor + before.poor },
  minutes,
  elsewhere,
}));

const neighbourhood: fc.Arbitrary<Neighbourhood> = fc.record({
  scopes: fc.record(Object.fromEntries(scopes.map((name) => [name, scope])), { requiredKeys: [] }),
  sites: fc.array(others, { maxLength: 4 }),
  providers: fc.array(others, { maxLength: 4 }),
});

const direction: fc.Arbitrary<DirectionEvidence> = fc.record(
  {
    rating: fc.constantFrom(...ratings),
    reasons: fc.subarray(['loss', 'jitter', 'roundTripTime']),
    seconds: fc.constantFrom(10, 60),
    silentSeconds: fc.constantFrom(0, 10, 58),
  },
  { requiredKeys: ['rating', 'reasons', 'seconds'] },
);

const record = fc.record(
  {
    agentScore: fc.constantFrom(2, 4),
    customerScore: fc.constantFrom(2, 4),
    disconnectIssue: fc.constantFrom(...disconnectIssues, 'SOMETHING_NEW'),
  },
  { requiredKeys: [] },
);

const leg = fc.oneof(
  fc.record({
    kind: fc.constant('failed' as const),
    failures: fc.subarray([...reportFailures], { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('heard' as const), toAgent: direction, fromAgent: direction }),
);

const contact: fc.Arbitrary<EvidenceOfContact> = fc.record({ leg, record }, { requiredKeys: [] });

const faultOf = (evidence: EvidenceOfContact, around: Neighbourhood) =>
  judgeContact(evidence, around, limits)?.fault ?? 'unclear';

/** Everything that can be missing of a contact, taken away alone. */
function withoutOne({ leg: its, record: stored }: EvidenceOfContact): EvidenceOfContact[] {
  const rest = stored ? { record: stored } : {};
  const unmeasured = { rating: 'unclassified' as const, reasons: [], seconds: 0 };
  const dumb = ({ silentSeconds: _, ...level }: DirectionEvidence) => level;
  const lesser =
    its?.kind === 'heard'
      ? [
          { ...its, toAgent: unmeasured },
          { ...its, fromAgent: unmeasured },
          { ...its, toAgent: dumb(its.toAgent) },
          { ...its, fromAgent: dumb(its.fromAgent) },
        ]
      : [];
  return [...(its ? [{ leg: its }] : []), rest, ...lesser.map((less) => ({ leg: less, ...rest }))];
}

test('what is taken away from a contact only makes its verdict unclear, never another', () => {
  fc.assert(
    fc.property(contact, neighbourhood, (evidence, around) => {
      const fault = faultOf(evidence, around);
      for (const less of withoutOne(evidence)) expect(['unclear', fault]).toContain(faultOf(less, around));
    }),
    { numRuns: 2000 },
  );
});

test('with fewer than three others anywhere, nobody is accused by how others fared', () => {
  const few = ({ agents, poor }: Others) => ({
    agents: Math.min(2, agents),
    poor: Math.min(2, agents, poor),
  });
  const direct = ['microphone', 'silentMicrophone', 'deviceNamed'];
  fc.assert(
    fc.property(contact, neighbourhood, (evidence, around) => {
      const lonely: Neighbourhood = {
        scopes: Object.fromEntries(
          Object.entries(around.scopes).map(([name, its]) => [
            name,
            { ...its, hour: few(its.hour), minutes: few(its.minutes), elsewhere: few(its.elsewhere) },
          ]),
        ),
        sites: around.sites.map(few),
        providers: around.providers.map(few),
      };
      const verdict = judgeContact(evidence, lonely, limits);
      const isDirect = direct.includes(verdict?.rule ?? '');
      expect(isDirect || ['unclear', 'telephonyOrCustomer', undefined].includes(verdict?.fault)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the order of sites and providers says nothing', () => {
  fc.assert(
    fc.property(contact, neighbourhood, (evidence, around) => {
      const turned = {
        scopes: Object.fromEntries(Object.entries(around.scopes).reverse()),
        sites: around.sites.toReversed(),
        providers: around.providers.toReversed(),
      };
      expect(judgeContact(evidence, turned, limits)).toEqual(judgeContact(evidence, around, limits));
    }),
  );
});

test('rules of two faults are never met by the same evidence', () => {
  fc.assert(
    fc.property(contact, neighbourhood, (evidence, neighbours) => {
      const met = faultRules.filter((rule) => isMet(rule, { contact: evidence, neighbours, limits }));
      expect(new Set(met.map(({ fault }) => fault)).size).toBeLessThan(2);
    }),
    { numRuns: 5000 },
  );
});

test('each rule has a name of its own and words, and each fact is asked for somewhere', () => {
  const rules = [...faultRules, ...unclearRules];
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  for (const { says } of rules) expect(says).toMatch(/^[A-Z].*\.$/);
  const asked = new Set(rules.flatMap(({ conditions }) => conditions.map(([fact]) => fact)));
  const onlySigns: FactName[] = ['anybodyElseAtOnce'];
  expect((Object.keys(facts) as FactName[]).filter((fact) => !asked.has(fact))).toEqual(onlySigns);
});
