import { type KnownAgent, statusOf } from '../../model/wfm/agent-picture.ts';
import type { StatusChanges } from '../../model/wfm/agent-status.ts';
import type { Partner } from '../clients/partner.ts';
import { documentId } from '../enrich/document-id.ts';

export type Telling = {
  readonly partner: Partner;
  readonly instanceId: string;
  readonly now: () => number;
  /** Makes sure that nobody else tells while a message is on its way. */
  readonly beforeEach: () => Promise<void>;
  /** Then the rest is left for the next time; in epoch milliseconds. */
  readonly until: number;
};

export type Told = {
  readonly told: readonly KnownAgent[];
  /** Why the rest was not taken, and for how long the receiver wants to be left alone. */
  readonly failure?: { readonly reason: string; readonly retryAfterMillis?: number };
};

/** Some 100 KB. */
const mostTogether = 500;

/** Tells statuses in as many messages as it takes, one after the other, so that none overtakes another. */
export async function tellPartner(agents: readonly KnownAgent[], telling: Telling): Promise<Told> {
  const told: KnownAgent[] = [];
  for (let i = 0; i < agents.length && (i === 0 || telling.now() < telling.until); i += mostTogether) {
    const some = agents.slice(i, i + mostTogether);
    await telling.beforeEach();
    const { outcome, ...why } = await telling.partner.send(messageOf(some, telling), keyOf(some));
    if (outcome !== 'taken') return { told, failure: { reason: outcome, ...why } };
    told.push(...some);
  }
  return { told };
}

function messageOf(agents: readonly KnownAgent[], { instanceId, now }: Telling): StatusChanges {
  const sentAt = new Date(now()).toISOString();
  return { version: 1, instanceId, sentAt, changes: agents.map(statusOf) };
}

function keyOf(agents: readonly KnownAgent[]): string {
  return documentId(agents.map(({ eventId }) => eventId));
}
