import type { CallRow } from '../../../model/query/call-row.ts';
import { ratingNames, reasonName } from '../words/names.ts';
import { type Cell, csvOf } from './csv.ts';

type Column = { readonly header: string; readonly of: (call: CallRow) => Cell };

/** Times in UTC (ISO 8601) and figures without a unit, as other programs read them. */
const columns: readonly Column[] = [
  { header: 'Began (UTC)', of: (call) => call.startedAt },
  { header: 'Ended (UTC)', of: (call) => call.endedAt },
  { header: 'Contact id', of: (call) => call.contactId },
  { header: 'Agent', of: (call) => call.agent },
  { header: 'Queue', of: (call) => call.contactQueue },
  { header: 'Routing profile', of: (call) => call.agentRoutingProfile },
  { header: 'Site', of: (call) => call.site },
  { header: 'Rating', of: (call) => ratingNames[call.rating] },
  { header: 'Reasons', of: (call) => call.ratingReasons.map(reasonName).join('; ') },
  { header: 'MOS', of: (call) => call.mos?.avg },
  { header: 'Loss to agent (%)', of: (call) => call.toAgent.packetsLostPercent },
  { header: 'Loss from agent (%)', of: (call) => call.fromAgent.packetsLostPercent },
  { header: 'Round trip (ms)', of: (call) => call.fromAgent.roundTripTimeMillis?.avg },
  { header: 'Jitter (ms)', of: (call) => call.toAgent.jitterMillis?.avg },
  { header: 'Talk (s)', of: (call) => call.talkSeconds },
  { header: 'Missed', of: (call) => (call.missed ? 'yes' : 'no') },
  {
    header: 'Set-up failed',
    of: ({ setupFailed: failed }) => (failed === undefined ? undefined : failed ? 'yes' : 'no'),
  },
];

/** The list of calls for a spreadsheet. */
export function csvOfCalls(calls: readonly CallRow[]): string {
  return csvOf([
    columns.map(({ header }) => header),
    ...calls.map((call) => columns.map(({ of }) => of(call))),
  ]);
}
