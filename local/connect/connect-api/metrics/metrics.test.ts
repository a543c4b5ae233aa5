import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { historicalMetrics as asked } from '../../../../model/documents/historical-metric.ts';
import { agentNamed, type Named, type Organisation } from '../../../organisation.ts';
import { Contact } from '../../calls/contact.ts';
import { SignedIn } from '../../testing/signed-in.ts';
import { currentMetrics } from './current-metrics.ts';
import { historicalMetrics } from './historical-metrics.ts';
import { History } from './history.ts';
import { MetricsTrouble } from './trouble.ts';

const start = Date.parse('2026-03-04T10:00:00Z');
let centre: SignedIn;
let history: History;
let trouble: MetricsTrouble;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  centre = new SignedIn();
  history = new History(() => Date.now());
  trouble = new MetricsTrouble();
});
afterEach(() => {
  centre.stop();
  vi.useRealTimers();
});

const after = (seconds: number) => vi.setSystemTime(start + seconds * 1000);
const billing = ({ queues }: Organisation) => queues[0] as Named;

/** A contact that waits from `from` on and is over at `to`, in seconds of the test's quarter of an hour. */
function waits(from: number): Contact {
  const contact = new Contact(
    {
      contactId: `contact-${from}`,
      initiationMethod: 'INBOUND',
      queue: billing(centre.organisation),
      phoneNumber: '+442079460123',
      attributes: {},
      waits: true,
      lookupFails: false,
    },
    new Date(start + from * 1000),
  );
  return contact;
}

function figures(FilterKey: 'QUEUE' | 'AGENT', id: string, more: object = {}) {
  const subject = FilterKey === 'QUEUE' ? 'queue' : 'agent';
  const names = asked.filter(({ of }) => of.some((its) => its === subject)).map(({ name }) => name);
  const body = {
    ResourceArn: centre.organisation.instanceArn,
    StartTime: start / 1000,
    EndTime: start / 1000 + 1800,
    Interval: { TimeZone: 'UTC', IntervalPeriod: 'FIFTEEN_MIN' },
    Filters: [{ FilterKey, FilterValues: [id] }],
    Groupings: [FilterKey],
    Metrics: names.map((Name) => ({ Name })),
    ...more,
  };
  const { MetricResults } = historicalMetrics(body, history, trouble, new Date());
  return MetricResults.map(({ MetricInterval, Collections }) => ({
    at: MetricInterval.StartTime - start / 1000,
    ...Object.fromEntries(Collections.map(({ Metric, Value }) => [Metric.Name, Value])),
  }));
}

test('counts who waited in a queue when they came into it, once they are gone', () => {
  const { id } = billing(centre.organisation);
  const [first, second] = [waits(0), waits(600)];
  after(30);
  first.ended = { at: new Date(), reason: 'CUSTOMER_DISCONNECT' };
  history.contactEnded(first, undefined);
  after(1800);
  expect(figures('QUEUE', id)).toMatchObject([
    { at: 0, CONTACTS_QUEUED: 1, CONTACTS_ABANDONED: 1, MAX_QUEUED_TIME: 30, SERVICE_LEVEL: 0 },
  ]);
  second.ended = { at: new Date(), reason: 'CUSTOMER_DISCONNECT' };
  history.contactEnded(second, undefined);
  expect(figures('QUEUE', id)).toMatchObject([
    { at: 0, CONTACTS_QUEUED: 2, MAX_QUEUED_TIME: 1200, AVG_QUEUE_ANSWER_TIME: null },
  ]);
  trouble.set({ lateSeconds: 60, pageSize: 100 });
  expect(figures('QUEUE', id)).toMatchObject([{ CONTACTS_QUEUED: 1 }]);
});

test('splits agents’ time where intervals begin', () => {
  const { session } = centre;
  const { id } = agentNamed(centre.organisation, session.username);
  history.signedIn(session);
  after(840);
  session.state = { name: 'Break', type: 'not_routable', since: new Date() };
  history.stateChanged(session);
  after(960);
  history.signedOut(session);
  after(1800);
  expect(figures('AGENT', id)).toMatchObject([
    { at: 0, SUM_ONLINE_TIME_AGENT: 900, SUM_IDLE_TIME_AGENT: 840, SUM_NON_PRODUCTIVE_TIME_AGENT: 60 },
    { at: 900, SUM_ONLINE_TIME_AGENT: 60, SUM_IDLE_TIME_AGENT: 0, AGENT_OCCUPANCY: null },
  ]);
});

test('says how a queue stands', () => {
  const { session } = centre;
  after(20);
  const { organisation } = centre;
  const { id } = session.agent.routingProfile.queues[0] as Named;
  const names = ['AGENTS_ONLINE', 'AGENTS_AVAILABLE', 'CONTACTS_IN_QUEUE', 'OLDEST_CONTACT_AGE'];
  const body = {
    Filters: { Queues: [id], Channels: ['VOICE', 'CHAT'] },
    Groupings: ['QUEUE', 'CHANNEL'],
    CurrentMetrics: names.map((Name) => ({ Name, Unit: 'COUNT' })),
  };
  const present = { organisation, signedIn: [session], waiting: [waits(5)], now: new Date() };
  const { MetricResults } = currentMetrics(body, present, 100);
  expect(MetricResults).toMatchObject([
    { Dimensions: { Channel: 'VOICE' }, Collections: [1, 1, 1, 15].map((Value) => ({ Value })) },
  ]);
});

test.each([
  ['an interval that is not over', { EndTime: start / 1000 + 3600 }],
  ['times that are no interval’s', { StartTime: start / 1000 + 60 }],
  ['three days at once', { StartTime: start / 1000 - 3 * 86_400 }],
  ['what Connect cannot group so', { Groupings: ['AGENT'] }],
  ['more than it takes', { Filters: [{ FilterKey: 'QUEUE', FilterValues: Array(101).fill('q') }] }],
])('refuses %s', (_, more) => {
  after(1800);
  expect(() => figures('QUEUE', 'q', more)).toThrow();
});
