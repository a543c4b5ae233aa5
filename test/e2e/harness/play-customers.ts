import { buildWindow } from '../../builders.ts';
import { post, statsAt } from './ingest.ts';
import { pagelessAgent } from './pageless-agent.ts';
import { simulator } from './simulator.ts';

/** The contacts of three customers, by what became of each, and their agents. */
export type PlayedCustomers = {
  /** Not answered by the silent agent; by the first one, who heard it break off and handed it on. */
  readonly handedOn: string;
  /** To the second one. */
  readonly transfer: string;
  readonly asking: string;
  readonly callback: string;
  readonly abandoned: string;
  readonly agents: Readonly<Record<'silent' | 'first' | 'second', string>>;
};

/** A minute ago: what a page says of the future is not believed. */
const saidAt = new Date(Date.now() - 60_000);

/** What the pages of these agents would have sent of a contact: one heard it break off, at the other it only rang. */
async function tellOfContact(contactId: string, answered: string, missed: string): Promise<void> {
  const startedAt = saidAt.toISOString();
  const windows = [
    buildWindow({ startedAt }, { lossPercent: 12 }),
    buildWindow({ startedAt, streamType: 'audio_output' }),
  ];
  await post('/softphone-stats', { ...statsAt(saidAt, answered, contactId), windows });
  const events = (['rung', 'missed'] as const).map((type) => ({ type, at: startedAt }));
  await post('/softphone-stats', { ...statsAt(saidAt, missed, contactId), windows: [], events });
}

/**
 * Plays three customers of whom each goes another way, to agents without a page.
 *
 * @param atEnd takes what signs the agents out
 */
export async function playCustomers(atEnd: (leave: () => void) => void): Promise<PlayedCustomers> {
  const agents = { silent: 'nuno.almeida', first: 'hugo.pinto', second: 'carla.carvalho' };
  const [silent, first, second] = await Promise.all([
    pagelessAgent(agents.silent),
    pagelessAgent(agents.first),
    pagelessAgent(agents.second),
  ]);
  for (const { leave } of [silent, first, second]) atEnd(leave);

  const handedOn = await simulator.wait({ queue: 'VIP', lookupFails: true });
  await silent.miss(handedOn);
  await first.take(handedOn);
  await tellOfContact(handedOn, agents.first, agents.silent);
  const transfer = await simulator.transfer(handedOn, 'Retention');
  await first.clear(handedOn);
  await second.take(transfer);
  await simulator.hangUp(transfer);
  await second.clear(transfer);

  const asking = await simulator.wait({ queue: 'VIP' });
  const callback = await simulator.callBack(asking);
  await second.take(callback);
  await simulator.hangUp(callback);
  await second.clear(callback);

  const abandoned = await simulator.wait({ queue: 'VIP' });
  await simulator.hangUp(abandoned);
  return { handedOn, transfer, asking, callback, abandoned, agents };
}
