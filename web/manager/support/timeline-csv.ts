import { type Cell, csvOf } from '../../../model/csv/csv.ts';
import type { CallWindow } from '../../../model/query/call.ts';
import type { SupportBundle } from '../../../model/query/support-bundle.ts';

const figures = [
  'packetsLost',
  'packetsCount',
  'jitterMillis',
  'roundTripTimeMillis',
  'audioLevel',
  'concealedPercent',
] as const;
const ways = [
  { name: 'toAgent', stream: 'audio_input' },
  { name: 'fromAgent', stream: 'audio_output' },
] as const;

type Second = { readonly [Stream in CallWindow['softphoneStreamType']]?: readonly Cell[] } & {
  readonly quiet?: boolean;
  readonly what: readonly string[];
};

/**
 * A row for each second of a call of which anything is known: what was measured in both directions, whether the agent was
 * muted or the call on hold, and what happened. Times are UTC; what was not measured is empty.
 */
export function timelineCsv(bundle: Pick<SupportBundle, 'call' | 'windows' | 'apiFailures'>): string {
  const seconds = new Map<number, Second>();
  const note = (at: number, change: (second: Second) => Second) => {
    const second = Math.floor(at / 1000);
    seconds.set(second, change(seconds.get(second) ?? { what: [] }));
  };
  for (const window of bundle.windows) {
    const { softphoneStreamType: stream, startedAt, samples } = window;
    for (const [i, offset] of samples.offsetMillis.entries()) {
      const cells = figures.map((figure) => samples[figure]?.[i] ?? undefined);
      const quiet = samples.quiet[i] === 1;
      note(Date.parse(startedAt) + offset, (second) => ({
        ...second,
        [stream]: cells,
        quiet: quiet || second.quiet === true,
      }));
    }
  }
  for (const { at, what } of happened(bundle)) {
    note(Date.parse(at), (second) => ({ ...second, what: [...second.what, what] }));
  }
  const rows = [...seconds].sort(([a], [b]) => a - b).map(([second, its]) => rowOf(second * 1000, its));
  return csvOf([
    [
      'timeUtc',
      ...ways.flatMap(({ name }) => figures.map((figure) => `${name}.${figure}`)),
      'mutedOrHeld',
      'what',
    ],
    ...rows,
  ]);
}

function rowOf(at: number, { quiet, what, ...streams }: Second): Cell[] {
  const nothing = figures.map(() => undefined);
  return [
    new Date(at).toISOString(),
    ...ways.flatMap(({ stream }) => streams[stream] ?? nothing),
    quiet === undefined ? undefined : quiet ? 1 : 0,
    what.join('; '),
  ];
}

function happened({ call, apiFailures }: Pick<SupportBundle, 'call' | 'apiFailures'>) {
  const { events, warnings = [], problem } = call;
  return [
    ...events.map(({ at, type }) => ({ at, what: type })),
    ...warnings.map(({ at, kind, change }) => ({ at, what: `warning ${kind} ${change}` })),
    ...(problem ? [{ at: problem.reportedAt, what: `agent reported ${problem.symptoms.join(', ')}` }] : []),
    ...apiFailures.map(({ at, name, failure, httpStatus }) => ({
      at,
      what: `${name} ${failure}${httpStatus === undefined ? '' : ` ${httpStatus}`}`,
    })),
  ];
}
