import type { ReactNode } from 'react';
import type { CallRow } from '../../../model/query/call-row.ts';
import type { SortField } from '../../../model/query/filters.ts';
import type { Cell } from '../tables/csv.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { countryName, ratingNames, reasonName } from '../words/names.ts';
import { CallLink } from './CallLink.tsx';
import { RatingWithReason } from './RatingWithReason.tsx';

/** One thing that is known of a call, as the list shows it and as a file holds it. */
export type CallColumn = {
  readonly id: string;
  readonly name: string;
  readonly sort?: SortField;
  readonly show: (call: CallRow) => ReactNode;
  /** The same in plain text. */
  readonly say: (call: CallRow) => string;
  /** Its heading in a file says the unit; without one it is called as in the list. */
  readonly nameInFile?: string;
  readonly inFile: (call: CallRow) => Cell;
};

const time = makeTimeFormat(viewerZone);

/** A text is the same in the list and in a file. */
function text(id: string, name: string, of: (call: CallRow) => string | undefined): CallColumn {
  const say = (call: CallRow) => of(call) ?? notMeasured;
  return { id, name, show: say, say, inFile: of };
}

type FigureOptions = { readonly unit: 'percent' | 'milliseconds' | 'mos'; readonly sort?: SortField };
const units = { percent: ' (%)', milliseconds: ' (ms)', mos: '' } as const;

function figure(
  id: string,
  name: string,
  of: (call: CallRow) => number | undefined,
  { unit, sort }: FigureOptions,
): CallColumn {
  const say = (call: CallRow) => formatValue(unit, of(call));
  return {
    id,
    name,
    ...(sort ? { sort } : {}),
    show: say,
    say,
    nameInFile: `${name}${units[unit]}`,
    inFile: of,
  };
}

const ended = ({ endedAt }: CallRow) => (endedAt ? time.dayAndTime(endedAt) : notMeasured);
const talked = ({ talkSeconds }: CallRow) =>
  talkSeconds === undefined ? notMeasured : formatDuration(talkSeconds);
const yesOrNo = (flag: boolean | undefined) => (flag === undefined ? undefined : flag ? 'yes' : 'no');
const level = (n: 1 | 2 | 3 | 4 | 5): CallColumn =>
  text(`level${n}`, `Hierarchy level ${n}`, (call) => call.agentHierarchy?.[`level${n}`]);

/** All columns that there are, in the order of a file. */
export const callColumns: readonly CallColumn[] = [
  {
    id: 'startedAt',
    name: 'Began',
    sort: 'startedAt',
    show: (call) => <CallLink call={call} />,
    say: (call) => time.dayAndTime(call.startedAt),
    nameInFile: 'Began (UTC)',
    inFile: (call) => call.startedAt,
  },
  {
    id: 'endedAt',
    name: 'Ended',
    show: ended,
    say: ended,
    nameInFile: 'Ended (UTC)',
    inFile: (call) => call.endedAt,
  },
  text('contactId', 'Contact id', (call) => call.contactId),
  {
    id: 'rating',
    name: 'Rating',
    sort: 'poorPercent',
    show: (call) => <RatingWithReason call={call} />,
    say: (call) => ratingNames[call.rating],
    inFile: (call) => ratingNames[call.rating],
  },
  text('reasons', 'Reasons', (call) => call.ratingReasons.map(reasonName).join('; ')),
  text('agent', 'Agent', (call) => call.agent),
  text('queue', 'Queue', (call) => call.contactQueue),
  text('routingProfile', 'Routing profile', (call) => call.agentRoutingProfile),
  ...([1, 2, 3, 4, 5] as const).map(level),
  text('site', 'Site', (call) => call.site),
  text('country', 'Country', ({ geo }) => geo?.countryIsoCode && countryName(geo.countryIsoCode)),
  text('network', 'Network provider', (call) => call.as?.organization),
  text('browser', 'Browser', ({ browser }) => joined(browser?.name, browser?.version)),
  text('os', 'Operating system', ({ os }) => joined(os?.name, os?.version)),
  text('signalingEndpoint', 'Signalling endpoint', (call) => call.signalingEndpoint),
  figure('mos', 'MOS', (call) => call.mos?.avg, { unit: 'mos', sort: 'mos' }),
  figure('mosToAgent', 'MOS to agent', (call) => call.toAgent.mos?.avg, { unit: 'mos' }),
  figure('mosFromAgent', 'MOS from agent', (call) => call.fromAgent.mos?.avg, { unit: 'mos' }),
  figure('poorPercent', 'Time that was poor', (call) => call.poorPercent, {
    unit: 'percent',
    sort: 'poorPercent',
  }),
  figure('lossToAgent', 'Loss to agent', (call) => call.toAgent.packetsLostPercent, {
    unit: 'percent',
    sort: 'lossToAgent',
  }),
  figure('lossFromAgent', 'Loss from agent', (call) => call.fromAgent.packetsLostPercent, {
    unit: 'percent',
    sort: 'lossFromAgent',
  }),
  figure('roundTripTime', 'Round trip', (call) => call.fromAgent.roundTripTimeMillis?.avg, {
    unit: 'milliseconds',
    sort: 'roundTripTime',
  }),
  figure('jitter', 'Jitter', (call) => call.toAgent.jitterMillis?.avg, {
    unit: 'milliseconds',
    sort: 'jitter',
  }),
  figure('jitterFromAgent', 'Jitter from agent', (call) => call.fromAgent.jitterMillis?.avg, {
    unit: 'milliseconds',
  }),
  {
    id: 'talkSeconds',
    name: 'Talk',
    sort: 'talkSeconds',
    show: talked,
    say: talked,
    nameInFile: 'Talk (s)',
    inFile: (call) => call.talkSeconds,
  },
  text('missed', 'Missed', (call) => yesOrNo(call.missed)),
  text('setupFailed', 'Set-up failed', (call) => yesOrNo(call.setupFailed)),
];

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}
