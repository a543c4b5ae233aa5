import type { CallRow } from '../../../model/query/call-row.ts';
import type { SortField } from '../../../model/query/filters.ts';
import type { Column } from '../list/column.ts';
import { figureColumn, secondsColumn, textColumn, timeColumn } from '../list/make-columns.ts';
import { saidOfProblem } from '../words/explain-problem.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { countryName, ratingNames, reasonName } from '../words/names.ts';
import { CallLink } from './CallLink.tsx';
import { RatingWithReason } from './RatingWithReason.tsx';

type CallColumn = Column<CallRow, SortField>;

const time = makeTimeFormat(viewerZone);

const yesOrNo = (flag: boolean | undefined) => (flag === undefined ? undefined : flag ? 'yes' : 'no');
const level = (n: 1 | 2 | 3 | 4 | 5): CallColumn =>
  textColumn(`level${n}`, `Hierarchy level ${n}`, (call) => call.agentHierarchy?.[`level${n}`]);

/** All columns that there are, in the order of a file. */
export const callColumns: readonly CallColumn[] = [
  {
    id: 'startedAt',
    name: 'Began',
    sort: 'startedAt',
    isTime: true,
    show: (call) => <CallLink call={call} />,
    say: (call) => time.dayAndTime(call.startedAt),
    nameInFile: 'Began (UTC)',
    inFile: (call) => call.startedAt,
  },
  timeColumn('endedAt', 'Ended', (call) => call.endedAt),
  textColumn('contactId', 'Contact id', (call) => call.contactId),
  {
    id: 'rating',
    name: 'Rating',
    sort: 'poorPercent',
    show: (call) => <RatingWithReason call={call} />,
    say: (call) => ratingNames[call.rating],
    inFile: (call) => ratingNames[call.rating],
    rating: (call) => call.rating,
  },
  textColumn('reasons', 'Reasons', (call) => call.ratingReasons.map(reasonName).join('; ')),
  textColumn('problem', 'Agent reported', saidOfProblem),
  textColumn('agent', 'Agent', (call) => call.agent),
  textColumn('queue', 'Queue', (call) => call.contactQueue),
  textColumn('routingProfile', 'Routing profile', (call) => call.agentRoutingProfile),
  ...([1, 2, 3, 4, 5] as const).map(level),
  textColumn('site', 'Site', (call) => call.site),
  textColumn('country', 'Country', ({ geo }) => geo?.countryIsoCode && countryName(geo.countryIsoCode)),
  textColumn('network', 'Network provider', (call) => call.as?.organization),
  textColumn('browser', 'Browser', ({ browser }) => joined(browser?.name, browser?.version)),
  textColumn('os', 'Operating system', ({ os }) => joined(os?.name, os?.version)),
  textColumn('signalingEndpoint', 'Signalling endpoint', (call) => call.signalingEndpoint),
  figureColumn('mos', 'MOS', (call) => call.mos?.avg, { unit: 'mos', sort: 'mos', lowFirst: true }),
  figureColumn('mosToAgent', 'MOS to agent', (call) => call.toAgent.mos?.avg, { unit: 'mos' }),
  figureColumn('mosFromAgent', 'MOS from agent', (call) => call.fromAgent.mos?.avg, { unit: 'mos' }),
  figureColumn('poorPercent', 'Time that was poor', (call) => call.poorPercent, {
    unit: 'percent',
    sort: 'poorPercent',
  }),
  figureColumn('lossToAgent', 'Loss to agent', (call) => call.toAgent.packetsLostPercent, {
    unit: 'percent',
    sort: 'lossToAgent',
  }),
  figureColumn('lossFromAgent', 'Loss from agent', (call) => call.fromAgent.packetsLostPercent, {
    unit: 'percent',
    sort: 'lossFromAgent',
  }),
  figureColumn('roundTripTime', 'Round trip', (call) => call.fromAgent.roundTripTimeMillis?.avg, {
    unit: 'milliseconds',
    sort: 'roundTripTime',
  }),
  figureColumn('jitter', 'Jitter', (call) => call.toAgent.jitterMillis?.avg, {
    unit: 'milliseconds',
    sort: 'jitter',
  }),
  figureColumn('jitterFromAgent', 'Jitter from agent', (call) => call.fromAgent.jitterMillis?.avg, {
    unit: 'milliseconds',
  }),
  secondsColumn('talkSeconds', 'Talk', (call) => call.talkSeconds, { sort: 'talkSeconds' }),
  textColumn('missed', 'Missed', (call) => yesOrNo(call.missed)),
  textColumn('setupFailed', 'Set-up failed', (call) => yesOrNo(call.setupFailed)),
];

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}
