import {
  contactFactsMapping,
  decimal,
  dimensionsMapping,
  keyword,
  long,
  type Properties,
  stampsMapping,
} from '../../model/documents/mapping.ts';
import type { StreamWindowDocument } from '../../model/documents/stream-window.ts';
import { samplesOf } from '../../model/quality/samples-of.ts';

/** The mapping of one document per second: the dimensions of a window, and the figures of one sample. */
export const secondMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  ...contactFactsMapping,
  softphoneStreamType: keyword,
  packetsLost: long,
  packetsCount: long,
  jitterMillis: decimal,
  roundTripTimeMillis: decimal,
  audioLevel: long,
};

/** Not of a single second. */
const ofTheWindow = new Set<string>([
  'startedAt',
  'windowSeconds',
  'sampleCount',
  'packetsLost',
  'packetsCount',
  'jitterMillis',
  'roundTripTimeMillis',
  'audioLevel',
  'packetsLostPercent',
  'silentSeconds',
  'mos',
  'rating',
  'ratingReasons',
  'roundTripTimeBorrowed',
  'samples',
]);

/** What would be stored instead of a window, did every second get a document of its own: the original solution's way. */
export function secondDocuments(window: StreamWindowDocument): object[] {
  const dimensions = Object.fromEntries(Object.entries(window).filter(([name]) => !ofTheWindow.has(name)));
  return samplesOf({ ...window.samples, startedAt: window['@timestamp'] }).map(
    ({ at, quiet: _, ...figures }) => ({
      ...dimensions,
      ...Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null)),
      '@timestamp': new Date(at).toISOString(),
    }),
  );
}
