import type { Sample } from './sample.ts';

/** The columns in which a message carries a window's samples; all of one length. */
export type SampleColumns = {
  readonly startedAt: string;
  readonly offsetMillis: readonly number[];
  readonly packetsLost: readonly (number | null)[];
  readonly packetsCount: readonly (number | null)[];
  readonly jitterMillis: readonly (number | null)[];
  readonly roundTripTimeMillis: readonly (number | null)[];
  readonly audioLevel: readonly (number | null)[];
  readonly concealedPercent?: readonly (number | null)[] | undefined;
  readonly quiet: readonly (0 | 1)[];
};

/** A message's columns as rows. */
export function samplesOf(columns: SampleColumns): Sample[] {
  const start = Date.parse(columns.startedAt);
  return columns.offsetMillis.map((offset, i) => ({
    at: start + offset,
    packetsLost: columns.packetsLost[i] ?? null,
    packetsCount: columns.packetsCount[i] ?? null,
    jitterMillis: columns.jitterMillis[i] ?? null,
    roundTripTimeMillis: columns.roundTripTimeMillis[i] ?? null,
    audioLevel: columns.audioLevel[i] ?? null,
    ...(columns.concealedPercent ? { concealedPercent: columns.concealedPercent[i] ?? null } : {}),
    quiet: columns.quiet[i] === 1,
  }));
}

/** Rows as a message's columns. Throws a RangeError of no samples. */
export function columnsOf(samples: readonly Sample[]) {
  const first = samples[0];
  if (!first) throw new RangeError('a window has at least one sample');
  return {
    startedAt: new Date(first.at).toISOString(),
    offsetMillis: samples.map((sample) => Math.round(sample.at - first.at)),
    packetsLost: samples.map((sample) => sample.packetsLost),
    packetsCount: samples.map((sample) => sample.packetsCount),
    jitterMillis: samples.map((sample) => sample.jitterMillis),
    roundTripTimeMillis: samples.map((sample) => sample.roundTripTimeMillis),
    audioLevel: samples.map((sample) => sample.audioLevel),
    ...concealedColumn(samples),
    quiet: samples.map((sample): 0 | 1 => (sample.quiet ? 1 : 0)),
  } satisfies SampleColumns;
}

/** Only where it was measured: nobody else's windows grow by it. */
function concealedColumn(samples: readonly Sample[]): { concealedPercent?: (number | null)[] } {
  const concealedPercent = samples.map((sample) => sample.concealedPercent ?? null);
  return concealedPercent.some((percent) => percent !== null) ? { concealedPercent } : {};
}
