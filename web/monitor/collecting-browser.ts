import { expect } from 'vitest';
import { softphoneReport } from '../../model/messages/softphone-report.ts';
import { softphoneStats } from '../../model/messages/softphone-stats.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import type { Letter } from '../push/waiting.ts';
import type { CallRecord } from './call-record.ts';
import { openCallStore } from './call-store.ts';
import { Collector } from './collector.ts';
import { envelopeOf } from './envelope.ts';
import { shownWarnings } from './note-warnings.ts';
import type { CallSnapshot } from './watch-calls.ts';

const agent = { agent: 'ana.silva', routingProfile: 'Sales' };
export const contactId = '4912f8b7-6dad-43eb-86bd-8c89c6e517e5';
/** The call as a snapshot shows it. */
export const seen = (state: CallSnapshot['state'], onHold = false): CallSnapshot => ({
  contactId,
  state,
  onHold,
  facts: { queue: { name: 'Billing' }, direction: 'inbound' },
});
const schemas = {
  '/softphone-stats': softphoneStats,
  '/softphone-reports': softphoneReport,
};
type Message = { call?: { startedAt: string }; events?: { type: string }[]; windows?: unknown[] };

/** A browser whose pages share their stores; every message that a page puts must be one that the server takes. */
export function browser() {
  const letters: Letter[] = [];
  let last: CallRecord | undefined;
  const clock = { now: Date.UTC(2026, 10, 21, 10) };
  const name = `calls-${crypto.randomUUID()}`;
  const page = async ({ lost = false } = {}) => {
    const clientId = crypto.randomUUID();
    const collector = new Collector({
      now: () => clock.now,
      calls: openCallStore(() => clock.now, name),
      limits: () => defaultLimits,
      envelope: () => envelopeOf({ instanceId: '7f0c2d5e', clientId, pageVersion: '0.1.0', agent }),
      put: async (letter) => {
        const sent = JSON.parse(
          JSON.stringify({ ...letter.message, sentAt: new Date(clock.now).toISOString() }),
        );
        expect(schemas[letter.route as keyof typeof schemas].safeParse(sent).error).toBeUndefined();
        if (!letters.some((other) => other.key === letter.key)) letters.push(letter);
      },
      lostTheCall: async () => lost,
      onCall: (record) => {
        last = record;
      },
    });
    return collector;
  };
  const shown = () => (last ? shownWarnings(last) : []);
  const messages = () => letters.map((letter) => letter.message as Message);
  return {
    clock,
    page,
    letters,
    messages,
    shown,
    eventsAtLast: () =>
      messages()
        .at(-1)
        ?.events?.map((event) => event.type),
  };
}
