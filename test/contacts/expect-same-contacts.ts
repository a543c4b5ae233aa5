import type { Client } from '@opensearch-project/opensearch';
import { expect } from 'vitest';
import { setUpSearch } from '../../functions/setup/set-up-search.ts';
import { agentStatesIndex } from '../../model/documents/agent-event.ts';
import { type ConnectUser, connectUserId, connectUsersIndex } from '../../model/documents/connect-user.ts';
import { type ContactDocument, contactDocument } from '../../model/documents/contact.ts';
import { agents, deskPhones, makeDay } from './day.ts';
import { type Arrival, deliver } from './delivery.ts';
import { makeReceivers } from './receivers.ts';
import { instanceId, type Story } from './story.ts';

/** So much comes in one go: an outage of a source is over, and the handlers take their largest batches. */
const atOnce = 1000;

/**
 * Tells a day of 20 agents in several random orders to the functions' own code, with repeats, hours of delay and poison, and
 * expects the same contacts each time, as their stories are, and each poison set aside.
 *
 * @param perAgent how many contacts each agent begins
 * @returns how many contacts it was
 */
export async function expectSameContacts(
  search: Client,
  perAgent: number,
  orders: readonly number[],
): Promise<number> {
  const day = makeDay(20260210, perAgent);
  const stories = new Map(day.stories.map((story) => [story.contactId, story]));
  await setUpSearch(search);
  for (const user of users) {
    await search.index({ index: connectUsersIndex, id: connectUserId(user), body: user, refresh: true });
  }
  try {
    let before: Told | undefined;
    for (const order of orders) {
      await removeAll(search);
      const arrivals = deliver(day.things, order);
      const { contacts, setAside } = await contactsAfter(search, arrivals);
      expectTold(contacts, stories);
      expectSites(contacts);
      if (before) expect(contacts).toEqual(before);
      expectSetAside(setAside, arrivals);
      before = contacts;
    }
  } finally {
    await removeAll(search);
    for (const user of users) await search.delete({ index: connectUsersIndex, id: connectUserId(user) });
  }
  return stories.size;
}

type Told = ReadonlyMap<string, ReturnType<typeof withoutArrival>>;

const ofTheDay = ['softphone-*-2026.02.10', 'connect-*-2026.02.10', 'connect-contacts-2026.02'].join();
async function removeAll(search: Client): Promise<void> {
  await search.indices.delete({ index: ofTheDay, ignore_unavailable: true });
  await search.deleteByQuery({
    index: agentStatesIndex,
    body: { query: { terms: { agent: agents } } },
    refresh: true,
  });
}

/** What is stored after a delivery of the whole day, by contact, but for when it came. */
async function contactsAfter(search: Client, arrivals: readonly Arrival[]) {
  const receivers = makeReceivers(search);
  for (let first = 0; first < arrivals.length; first += atOnce) {
    await receivers.take(arrivals.slice(first, first + atOnce));
    await receivers.join();
  }
  await receivers.join(Number.POSITIVE_INFINITY);
  await search.indices.refresh({ index: 'connect-contacts-2026.02' });
  const { body } = await search.search({ index: 'connect-contacts-2026.02', size: 1000 });
  const contacts = body.hits.hits.map(({ _source }) => contactDocument.parse(_source));
  const { setAside } = receivers;
  return { contacts: new Map(contacts.map((its) => [its.contactId, withoutArrival(its)])), setAside };
}

function withoutArrival({ receivedAt: _, ...contact }: ContactDocument) {
  return contact;
}

/** As the sync leaves them. */
const users = deskPhones.map((username): ConnectUser => {
  const user = {
    instanceId,
    username,
    id: username,
    arn: `arn:${username}`,
    phoneType: 'DESK_PHONE',
  } as const;
  return { ...user, deleted: false, syncedAt: '2026-02-10T00:00:00.000Z' };
});

/** None is lost, and each is told whole. */
function expectTold(contacts: Told, stories: ReadonlyMap<string, Story>): void {
  expect([...contacts.keys()].sort()).toEqual([...stories.keys()].sort());
  const told = new Map([...contacts].map(([id, contact]) => [id, summaryOf(contact)]));
  const expected = new Map([...stories].map(([id, story]) => [id, expectedOf(story)]));
  expect(told).toEqual(expected);
  const silent = [...stories.values()].flatMap(({ missedBy }) => missedBy);
  expect(new Set(silent.map(({ hasPage }) => hasPage))).toEqual(new Set([true, false]));
}

/** Who answered without a page is where the agent's last call was, if there was one within the day, or else the next. */
function expectSites(contacts: Told): void {
  const all = [...contacts.values()];
  const callsOf = (agent: string | undefined) =>
    all
      .flatMap(({ calls }) => calls.filter((call) => call.agent === agent))
      .map((call) => call.startedAt)
      .sort();
  const without = all.filter(({ agent, calls }) => agent && !calls.some((call) => call.agent === agent));
  const assumed = without.map(({ contactId, siteAssumedFrom }) => [contactId, siteAssumedFrom]);
  const expected = without.map(({ contactId, agent, initiatedAt }) => {
    const began = callsOf(agent);
    return [contactId, began.findLast((at) => at <= initiatedAt) ?? began.find((at) => at > initiatedAt)];
  });
  expect(assumed).toEqual(expected);
  expect(assumed.filter(([, from]) => from !== undefined).length).toBeGreaterThan(0);
}

function summaryOf(contact: ReturnType<typeof withoutArrival>) {
  const { agent, calls, flow, states, disconnectReason, softphone, potentialDisconnectIssue } = contact;
  return {
    agent,
    disconnectReason,
    potentialDisconnectIssue,
    calls: calls.map((call) => [call.agent, call.missed, call.toAgent.windows, call.reportArrived]),
    rating: softphone?.rating,
    failedSteps: flow.filter(({ failed }) => failed).length,
    steps: flow.length,
    states: states.filter(({ contactState }) => contactState).map((its) => [its.agent, its.contactState]),
    statistics: [contact.expectsStatistics, contact.hasStatistics],
    next: contact.transfer?.nextContactId,
    previous: contact.transfer?.previousContactId,
  };
}

function expectedOf(story: Story): ReturnType<typeof summaryOf> {
  const { answeredBy, missedBy, talkSeconds, lossPercent, flowFails, links } = story;
  const heard = answeredBy?.hasPage ? [answeredBy] : [];
  const rung = missedBy.filter(({ hasPage }) => hasPage);
  const calls = [
    ...rung.map(({ agent }) => [agent, true, 0, false]),
    ...heard.map(({ agent }) => [agent, false, talkSeconds / 30, true]),
  ] as ReturnType<typeof summaryOf>['calls'];
  const ofMissed = missedBy.flatMap(({ agent }) => [
    [agent, 'CONNECTING'],
    [agent, 'MISSED'],
  ]);
  const ofAnswer = answeredBy
    ? ['CONNECTING', 'CONNECTED', 'ENDED'].map((state) => [answeredBy.agent, state])
    : [];
  return {
    agent: answeredBy?.agent,
    disconnectReason: story.disconnectReason,
    potentialDisconnectIssue: story.isUpdated && lossPercent > 0 ? 'AGENT_CONNECTIVITY_ISSUE' : undefined,
    calls,
    rating:
      heard.length > 0 ? (lossPercent > 0 ? 'poor' : 'good') : rung.length > 0 ? 'unclassified' : undefined,
    failedSteps: flowFails ? 1 : 0,
    steps: flowFails ? 7 : 6,
    states: [...ofMissed, ...ofAnswer],
    statistics: [answeredBy !== undefined && !deskPhones.includes(answeredBy.agent), heard.length > 0],
    next: links?.next,
    previous: links?.previous,
  };
}

/** Each poison is set aside alone, with its reason. */
function expectSetAside(
  setAside: readonly { reason: string; detail?: string }[],
  arrivals: readonly Arrival[],
) {
  const poisons = arrivals.flatMap(({ poison }) => poison ?? []);
  const said = setAside.map(({ reason, detail = '' }) =>
    reason === 'invalid' ? `invalid ${/\$\.\w+/.exec(detail)?.[0]}` : reason,
  );
  expect(poisons.length).toBeGreaterThan(arrivals.length * 0.005);
  expect(said.sort()).toEqual(poisons.sort());
}
