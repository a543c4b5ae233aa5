import { type Random, randomOf } from '../../local/fleet/random.ts';
import { eventsOfAgents, eventsOfContact } from './agent-events-of.ts';
import { contactRecordsOf } from './contact-records-of.ts';
import { flowLogOf } from './flow-log-of.ts';
import { messagesOf } from './messages-of.ts';
import type { Story, Thing } from './story.ts';
import { uuidOf } from './uuid-of.ts';

/** A Tuesday, 8 to 16 o'clock. */
export const dayStart = Date.parse('2026-02-10T08:00:00.000Z');
const slotMillis = 40 * 60_000;

export const agents = Array.from({ length: 20 }, (_, i) => `day.agent.${String(i + 1).padStart(2, '0')}`);
/** Two have a desk phone, one has the monitored page open for every third contact. */
export const deskPhones = agents.slice(17, 19);
const outsideThePage = agents[19] ?? '';

/** Of twenty contacts in a row. */
const plots = [
  ...['abandoned', 'abandoned', 'notAnswering', 'transferred', 'transferred', 'callback', 'callback'],
  ...['flowFailed', 'consulted', 'twoNotAnswering'],
] as const;

/** Prime to twenty: every plot is somebody's, however few contacts each agent has. */
const plotsApart = 11;

/** What Amazon Connect and the agents' pages tell of one day, and the stories that they tell. */
export type Day = { readonly stories: readonly Story[]; readonly things: readonly Thing[] };

/** A day of 20 agents' contacts, of which each begins so many; the same for the same seed. */
export function makeDay(seed: number, slots: number): Day {
  const stories = agents.flatMap((agent, i) =>
    Array.from({ length: slots }, (_, slot) => storiesOf(randomOf(seed, agent, slot), agent, i, slot)).flat(),
  );
  const things = stories.flatMap((story) => [
    ...contactRecordsOf(story),
    ...eventsOfContact(story),
    ...flowLogOf(story),
    ...messagesOf(story),
  ]);
  return { stories, things: [...things, ...eventsOfAgents(agents, dayStart, dayStart + slots * slotMillis)] };
}

function storiesOf(random: Random, agent: string, i: number, slot: number): Story[] {
  const plot = plots[(i * plotsApart + slot) % 20] ?? 'answered';
  const initiatedAt = dayStart + slot * slotMillis + Math.round(random.between(0, 600)) * 1000;
  const other = (n: number) => agents[(i + n) % 17] ?? agent;
  /** Some of them have no page open. */
  const silent = (n: number) => agents[(i + n) % agents.length] ?? agent;
  const hasPage = (name: string) => !deskPhones.includes(name) && (name !== outsideThePage || slot % 3 === 0);
  const ring = (name: string, afterSeconds: number) => ({
    agent: name,
    at: initiatedAt + 1000 * afterSeconds,
    hasPage: hasPage(name),
  });
  const first: Story = {
    plot,
    contactId: uuidOf('contact', agent, slot),
    queue: random.pick(['Billing', 'Orders', 'VIP']),
    initiatedAt,
    initiationMethod: plot === 'callback' ? 'CALLBACK' : 'INBOUND',
    missedBy: [],
    answeredBy: ring(agent, 20),
    talkSeconds: 30 * Math.round(random.between(2, 7)),
    afterContactWorkSeconds: Math.round(random.between(5, 60)),
    lossPercent: random.chance(0.15) ? 8 : 0,
    isUpdated: random.chance(0.4),
    disconnectReason: random.pick(['CUSTOMER_DISCONNECT', 'AGENT_DISCONNECT']),
    flowFails: plot === 'flowFailed',
  };
  switch (plot) {
    case 'abandoned':
      return [{ ...first, answeredBy: undefined, talkSeconds: 0 }];
    case 'notAnswering':
      return [{ ...first, missedBy: [ring(silent(1), 15)], answeredBy: ring(agent, 45) }];
    case 'twoNotAnswering':
      return [
        { ...first, missedBy: [ring(silent(1), 15), ring(silent(2), 40)], answeredBy: ring(agent, 70) },
      ];
    case 'callback':
      return [{ ...first, links: { previous: uuidOf('asked for', agent, slot) } }];
    case 'transferred':
      return handedOn(first, other(3), 'CONTACT_FLOW_DISCONNECT');
    case 'consulted':
      return handedOn(first, other(4), 'THIRD_PARTY_DISCONNECT');
    default:
      return [first];
  }
}

/** A transfer, and a consultation that became a conference, are contacts of their own that begin while the first goes on. */
function handedOn(first: Story, to: string, disconnectReason: string): Story[] {
  const initiatedAt = (first.answeredBy?.at ?? first.initiatedAt) + 1000 * (first.talkSeconds - 25);
  const contactId = uuidOf('second', first.contactId);
  const second: Story = {
    ...first,
    contactId,
    initiatedAt,
    initiationMethod: 'TRANSFER',
    answeredBy: { agent: to, at: initiatedAt + 8000, hasPage: true },
    disconnectReason: 'CUSTOMER_DISCONNECT',
    links: { initial: first.contactId, previous: first.contactId },
  };
  return [{ ...first, disconnectReason, links: { next: contactId } }, second];
}
