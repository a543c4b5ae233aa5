import { beforeAll, expect, test } from 'vitest';
import type { ApiMetricDocument } from '../../model/documents/api-metric.ts';
import type { ContactDocument } from '../../model/documents/contact.ts';
import { apiMetrics } from '../../model/messages/api-metrics.ts';
import { softphoneReport } from '../../model/messages/softphone-report.ts';
import { softphoneStats } from '../../model/messages/softphone-stats.ts';
import { makeOrganisation, type Organisation } from '../organisation.ts';
import { demoWeek } from './demo-week.ts';
import { faultsOf } from './faults.ts';
import { datesBefore, historyOf } from './history.ts';
import { faultsAmong, type Share, siteDay } from './poor-shares.ts';
import type { SentMessage } from './sent-message.ts';
import { localDate, workHoursOf } from './work-hours.ts';

/** A Saturday: the five work days are over. */
const now = new Date('2026-11-21T14:00:00Z');
const organisation = someOf(makeOrganisation(), [
  ...['rui.martins', 'ana.silva', 'tomasz.wojcik', 'jose.cruz'],
  ...['karolina.grabowska', 'paolo.torres'],
]);
const percent = (share: Share | undefined) => (share ? (100 * share.poor) / share.calls : 0);
let week: Awaited<ReturnType<typeof demoWeek>>;
const messages: SentMessage[] = [];

beforeAll(async () => {
  week = await demoWeek(organisation, now, { onMessages: (those) => messages.push(...those) });
}, 60_000);

function someOf(whole: Organisation, usernames: readonly string[]): Organisation {
  return { ...whole, agents: whole.agents.filter((agent) => usernames.includes(agent.username)) };
}

test('every message is one that the API takes, with nothing in it that would be dropped', () => {
  const schemas = {
    'softphone-stats': softphoneStats,
    'softphone-reports': softphoneReport,
    'api-metrics': apiMetrics,
  };
  for (const { route, body } of messages) {
    if (JSON.stringify(schemas[route].parse(body)).length !== JSON.stringify(body).length)
      throw new Error(route);
  }
  expect(messages.length).toBeGreaterThan(3000);
});

test('the same seed gives the same history, and a later time adds to it', () => {
  const few = someOf(organisation, ['jose.cruz', 'ana.silva']);
  const faults = faultsOf('2026-11-21');
  const history = (dates: readonly string[], until: Date, seed = 3) =>
    [...historyOf({ organisation: few, seed, dates, faults, until })]
      .flatMap(({ messages }) => messages)
      .map((message) => JSON.stringify(message));
  const noon = new Date('2026-11-17T12:00:00Z');
  const both = history(['2026-11-16', '2026-11-17'], noon);
  expect(history(['2026-11-16'], noon).every((message, i) => message === both[i])).toBe(true);
  expect(history(['2026-11-16', '2026-11-17'], noon).join()).toBe(both.join());
  expect(history(['2026-11-16', '2026-11-17'], noon, 4).join()).not.toBe(both.join());
  const later = new Set(history(['2026-11-16', '2026-11-17'], now));
  expect(both.filter((message) => !later.has(message))).toEqual([]);
  expect(later.size).toBeGreaterThan(both.length);
});

test('the site’s bad day and the agent’s bad week are the worst by a clear margin', () => {
  const { siteDays, agents, everythingElse } = faultsAmong(week.calls, week.faults);
  const { site, date } = week.faults.siteNetwork;
  expect(siteDays[0]?.of).toBe(`${site} ${date}`);
  expect(percent(siteDays[0])).toBeGreaterThan(60);
  expect(percent(siteDays[1])).toBeLessThan(20);
  expect(agents[0]?.of).toBe(week.faults.agentLastMile.agent);
  expect(percent(agents[0])).toBeGreaterThan(45);
  expect(percent(agents[1])).toBeLessThan(15);
  expect(percent(everythingElse[0])).toBeLessThan(6);
});

test('the site’s fault hits both directions, the agent’s only the one from them', () => {
  const { siteNetwork, agentLastMile } = week.faults;
  const average = (values: (number | undefined)[]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
  const ofSite = week.calls.filter((call) => siteDay(call) === `${siteNetwork.site} ${siteNetwork.date}`);
  const ofAgent = week.calls.filter((call) => call.agent === agentLastMile.agent);
  expect(average(ofSite.map((call) => call.toAgent.packetsLostPercent))).toBeGreaterThan(3);
  expect(average(ofSite.map((call) => call.fromAgent.packetsLostPercent))).toBeGreaterThan(3);
  expect(average(ofAgent.map((call) => call.toAgent.packetsLostPercent))).toBeLessThan(1);
  expect(average(ofAgent.map((call) => call.fromAgent.packetsLostPercent))).toBeGreaterThan(3);
  expect(average(ofAgent.map((call) => call.fromAgent.silentSeconds))).toBeGreaterThan(15);
});

test('one operation is slow and fails for two hours, and no other ever is', () => {
  const { name, from, to } = week.faults.slowOperation;
  const metrics = (week.documents('softphone-api-metrics') as ApiMetricDocument[]).filter(
    (document) => document.kind === 'summary' && !document.longPoll,
  );
  const isSlow = (document: ApiMetricDocument) =>
    document.name === name && Date.parse(document.startedAt) >= from && Date.parse(document.startedAt) < to;
  const millis = (of: ApiMetricDocument[]) =>
    of.reduce((sum, { timeMillis }) => sum + timeMillis.sum, 0) /
    of.reduce((sum, { count }) => sum + count, 0);
  expect(millis(metrics.filter(isSlow))).toBeGreaterThan(2000);
  expect(
    Math.max(...metrics.filter((document) => !isSlow(document)).map((d) => d.timeMillis.avg)),
  ).toBeLessThan(1500);
});

test('calls come in the sites’ work hours, few at noon and hardly any at the weekend', () => {
  const hours = week.calls.map((call) => {
    const { timeZone } = workHoursOf(call.site ?? '');
    const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    return Number(hour.format(new Date(call.startedAt)));
  });
  const count = (hour: number) => hours.filter((each) => each === hour).length;
  expect(Math.min(...hours)).toBeGreaterThanOrEqual(8);
  expect(Math.max(...hours)).toBeLessThanOrEqual(19);
  expect(count(12)).toBeLessThan(count(10));
  const weekend = week.calls.filter((call) => [0, 6].includes(new Date(call.startedAt).getUTCDay()));
  expect(weekend.length).toBeLessThan(week.calls.length / 8);
});

test('there are calls that were missed, failed to set up, and left no report', () => {
  const some = week.calls.filter((call) => call.missed || call.setupFailed || !call.reportArrived);
  expect(some.length).toBeGreaterThan(5);
  expect(some.length).toBeLessThan(week.calls.length / 6);
});

test('dates are those of the sites’ calendars', () => {
  expect(datesBefore(now, 2)).toEqual(['2026-11-19', '2026-11-20', '2026-11-21']);
  expect(localDate(Date.parse('2026-11-20T20:00:00Z'), 'Asia/Manila')).toBe('2026-11-21');
});

test('each call is a contact with a record, with what the pages sent of it; few were transferred', () => {
  const contacts = week.documents('connect-contacts') as readonly ContactDocument[];
  const ofCalls = contacts.filter(({ initiationMethod }) => initiationMethod !== 'EXTERNAL_OUTBOUND');
  expect(ofCalls.length).toBeGreaterThan(week.calls.length);
  const byId = new Map(contacts.map((contact) => [contact.contactId, contact]));
  const without = week.calls.filter(({ contactId }) => byId.get(contactId)?.calls.length !== 1);
  expect(without.filter(({ startedAt }) => startedAt < '2026-11-21T13:00')).toEqual([]);
  for (const { transfer = {}, states, flow } of ofCalls) {
    if (transfer.nextContactId) expect(byId.has(transfer.nextContactId)).toBe(true);
    expect(states.length + flow.length).toBeGreaterThan(2);
  }
});

test('statistics are missing of the agent outside of the page; desk phones are not expected to have any', () => {
  const contacts = week.documents('connect-contacts') as readonly ContactDocument[];
  const missing = contacts.filter((one) => one.expectsStatistics && !one.hasStatistics);
  const outside = missing.filter(({ agent }) => agent === week.faults.outsidePage.agent);
  expect(outside.length).toBeGreaterThan(10);
  // Whose page was loaded again before the first window.
  expect(missing.length - outside.length).toBeLessThan(contacts.length / 100);
  const onDeskPhones = contacts.filter(({ agentPhoneType }) => agentPhoneType === 'DESK_PHONE');
  expect(onDeskPhones.length).toBeGreaterThan(10);
  for (const { expectsStatistics, hasStatistics } of onDeskPhones)
    expect([expectsStatistics, hasStatistics]).toEqual([false, false]);
});

test('Amazon Connect’s score mostly agrees with ours, and not always', () => {
  const contacts = week.documents('connect-contacts') as readonly ContactDocument[];
  const both = contacts.flatMap(({ softphone, nativeQuality }) => {
    const score = nativeQuality?.agent?.score;
    return score === undefined || !softphone || softphone.rating === 'unclassified'
      ? []
      : [(softphone.rating === 'poor') === score < 3];
  });
  const agree = (100 * both.filter(Boolean).length) / both.length;
  expect(agree).toBeGreaterThan(75);
  expect(agree).toBeLessThan(99.9);
});

test('of each agent it is known what was told last', () => {
  const names = organisation.agents.map(({ username }) => username).sort();
  expect(week.states.map(({ agent }) => agent).sort()).toEqual(names);
  const signedIn = week.states.filter((state) => state.signedIn);
  expect(signedIn.length).toBeLessThan(names.length);
  for (const { at } of signedIn) expect(now.getTime() - Date.parse(at)).toBeLessThanOrEqual(120_000);
});
