import { agentEventEssentials } from '../../model/connect/agent-event.ts';
import type { CollectSettings } from '../../model/settings/collect.ts';
import { allowedBy, isObject, keepFields } from './keep-fields.ts';
import { sayNameless } from './say-nameless.ts';
import { isWantedQueue } from './wanted-queue.ts';

/** Makes what leaves of an agent's event what the settings allow. Contacts of queues that are not wanted are left out. */
export function agentEventCleaner({
  queues,
  agentEvents: { fields },
}: CollectSettings): (raw: unknown) => Record<string, unknown> | undefined {
  const allowed = allowedBy([...agentEventEssentials, ...fields]);
  const isNameKept = fields.includes('CurrentAgentSnapshot.Contacts.Queue.Name');
  return (raw) => {
    if (!isObject(raw)) return undefined;
    return keepFields(ofWantedQueues(raw, queues, isNameKept), allowed);
  };
}

function ofWantedQueues(
  raw: Record<string, unknown>,
  queues: readonly string[] | undefined,
  isNameKept: boolean,
) {
  const { CurrentAgentSnapshot: now } = raw;
  if (!isObject(now) || !Array.isArray(now.Contacts)) return raw;
  const Contacts = now.Contacts.filter(isObject)
    .filter(({ Queue }) => isWantedQueue(Queue, queues))
    .map((contact) =>
      'Queue' in contact ? { ...contact, Queue: sayNameless(contact.Queue, isNameKept) } : contact,
    );
  return { ...raw, CurrentAgentSnapshot: { ...now, Contacts } };
}
