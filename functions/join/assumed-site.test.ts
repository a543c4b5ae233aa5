import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SitedCall, siteCall } from '../../model/documents/assumed-site.ts';
import { joinContact } from '../../model/documents/join-contact.ts';
import { buildContactCall, buildContactRecordPart, buildMissedCall } from '../../test/contact-builders.ts';

const record = buildContactRecordPart();
const hours = (count: number) => new Date(Date.parse(record.initiatedAt) + 3_600_000 * count).toISOString();
const call = (began: number, site: string, contactId = `at ${began}`): SitedCall => ({
  '@timestamp': hours(began),
  contactId,
  site,
});
const siteOf = (...calls: SitedCall[]) => siteCall(record.initiatedAt, calls)?.site;

test('an agent is assumed to be where the last call until then was, or else the next one', () => {
  expect(siteOf(call(-100, 'Krakow'), call(-2, 'Lisbon'), call(1, 'Manila'))).toBe('Lisbon');
  expect(siteOf(call(0, 'Lisbon'))).toBe('Lisbon');
  expect(siteOf(call(20, 'Krakow'), call(3, 'Manila'))).toBe('Manila');
  expect(siteOf()).toBeUndefined();
});

test('a place of more than a week ago is none, and neither is one of later than the next day', () => {
  expect(siteOf(call(-168, 'Lisbon'))).toBe('Lisbon');
  expect(siteOf(call(-168.1, 'Lisbon'))).toBeUndefined();
  expect(siteOf(call(-168.1, 'Lisbon'), call(24, 'Manila'))).toBe('Manila');
  expect(siteOf(call(24.1, 'Manila'))).toBeUndefined();
});

test('it is the same in whatever order the calls are known, and whatever else is known', () => {
  const calls = fc.array(
    fc.record({ began: fc.integer({ min: -200, max: 40 }), site: fc.constantFrom('A', 'B', 'C') }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(calls, fc.nat(), (made, seed) => {
      const all = made.map(({ began, site }, i) => call(began, site, `contact ${i}`));
      const turned = [...all.slice(seed % (all.length + 1)), ...all.slice(0, seed % (all.length + 1))];
      expect(siteCall(record.initiatedAt, turned.reverse())).toEqual(siteCall(record.initiatedAt, all));
      const beyond = [call(-300, 'Z'), call(30, 'Z')];
      const found = siteCall(record.initiatedAt, all);
      expect(siteCall(record.initiatedAt, [...beyond, ...(found ? [found] : [])])).toEqual(found);
    }),
  );
});

const nothing = { steps: [], agentEvents: [], sitedCalls: [call(-1, 'Krakow')] };

test('a contact without a call has its agent’s site, and says that it is assumed', () => {
  const contact = joinContact({ ...nothing, record, calls: [] });
  expect(contact).toMatchObject({ site: 'Krakow', siteAssumedFrom: hours(-1), expectsStatistics: true });
  const missed = joinContact({ ...nothing, record, calls: [buildMissedCall('rui.martins', 1)] });
  expect(missed).toMatchObject({ site: 'Krakow', siteAssumedFrom: hours(-1) });
});

test.each([
  ['a call of its own', record, [buildContactCall()], 'Lisbon'],
  ['a call of its own whose place nobody knows', record, [buildContactCall({ site: undefined })], undefined],
  ['no agent', { ...record, agent: undefined }, [], undefined],
  ['no voice', { ...record, channel: 'CHAT' }, [], undefined],
])('of a contact with %s nothing is assumed', (_, of, calls, site) => {
  const contact = joinContact({ ...nothing, record: of, calls });
  expect(contact.site).toBe(site);
  expect(contact).not.toHaveProperty('siteAssumedFrom');
});
