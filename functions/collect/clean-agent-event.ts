import { agentEventEssentials } from '../../model/connect/agent-event.ts';
import type { CollectSettings } from '../../model/settings/collect.ts';
import { allowedBy, isObject, keepFields } from './keep-fields.ts';
import { isWantedQueue } from './wanted-queue.ts';

/** Makes what leaves of an agent's event what the settings allow. Contacts of queues that are not wanted are left out. */
export function agentEventCleaner({
  queues,
  agentEvents: { fields },
}: CollectSettings): (raw: unknown) => Record<string, unknown> | undefined {
  const allowed = allowedBy([...agentEventEssentials, ...fields]);
  return (raw) => (isObject(raw) ? keepFields(ofWantedQueues(raw, queues), allowed) : undefined);
}

function ofWantedQueues(raw: Record<string, unknown>, queues: readonly string[] | undefined) {
  const { CurrentAgentSnapshot: now } = raw;
  if (!isObject(now) || !Array.isArray(now.Contacts)) return raw;
  const Contacts = now.Contacts.filter(
    (contact) => isObject(contact) && isWantedQueue(contact.Queue, queues),
  );
  return { ...raw, CurrentAgentSnapshot: { ...now, Contacts } };
}
