import { mergeIntoStored, pendingCalls } from '../../../functions/ingest/merge-calls.ts';
import type { Records } from '../../../functions/ingest/records.ts';
import { callMapping } from '../../../model/documents/call.ts';
import { type StreamWindowDocument, streamWindowMapping } from '../../../model/documents/stream-window.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import { inLanes } from '../../e2e/harness/in-lanes.ts';
import { alternate } from '../alternate.ts';
import { chunks } from '../chunks.ts';
import { costOfWriting } from '../cost-of-writing.ts';
import type { Measurement, Part } from '../measurement.ts';
import { bulkBody, type Placed, rawBulk } from '../raw-bulk.ts';
import { recordsOf } from '../records-of.ts';
import { type ScratchIndices, withScratchIndices } from '../scratch-indices.ts';
import { ingestEnvironment, patientClient, searchService } from '../search-service.ts';
import { secondDocuments, secondMapping } from '../second-documents.ts';
import { callsOf } from '../workload.ts';

const inFlight = 8;
const rounds = 9;
const callsPerRound = 16;
const windowsPerBatch = 100;
/** As in one message of a page. */
const windowsPerMessage = 2;

/** The indices in which each window is one document, and one for each of its seconds. */
type Rivals = { readonly windows: string; readonly seconds: string };
type Window = { readonly id: string; readonly document: StreamWindowDocument };

/** Speed and bytes of one document per window, and of one per second with the same fields. */
export const part: Part = async (tell) => {
  const searchUrl = await searchService();
  const environment = ingestEnvironment(searchUrl);
  const search = patientClient(searchUrl);
  const fresh = () => recordsOf(yesterdaysCalls(environment), environment);
  return withScratchIndices(search, async (indices) => {
    const rivals = {
      windows: await indices.make(streamWindowMapping),
      seconds: await indices.make(secondMapping),
    };
    const speeds = await compareSpeeds(rivals, fresh, searchUrl, tell);
    tell('merging into one segment');
    return [...(await compareBytes(rivals, await fresh(), searchUrl, indices)), ...speeds];
  });
};

function yesterdaysCalls(environment: Record<string, string>) {
  return callsOf(environment.INSTANCE_ID ?? '', callsPerRound, new Date(Date.now() - 86_400_000)).flat();
}

async function compareSpeeds(
  { windows, seconds }: Rivals,
  fresh: () => Promise<Records>,
  searchUrl: string,
  tell: (progress: string) => void,
): Promise<Measurement[]> {
  const bulk = rawBulk(searchUrl, inFlight);
  const fill = async (perRequest: number, documentsOf: (window: Window) => Placed[]) => {
    const all = (await fresh()).documents as readonly Window[];
    const bodies = chunks(all, perRequest).map((its) => bulkBody(its.flatMap(documentsOf)));
    return costOfWriting(all.length, () => inLanes(inFlight, bodies, bulk));
  };
  const asOne = ({ id, document }: Window) => [{ index: windows, id, document }];
  // The service's own ids: quicker and smaller than ours, so that the comparison is no easier than it should be.
  const asSeconds = ({ document }: Window) =>
    secondDocuments(document).map((each) => ({ index: seconds, document: each }));
  const { medianOf, ratio } = await alternate(
    {
      windowsInBatches: () => fill(windowsPerBatch, asOne),
      secondsInBatches: () => fill(windowsPerBatch, asSeconds),
      windowsByMessage: () => fill(windowsPerMessage, asOne),
      secondsByMessage: () => fill(windowsPerMessage, asSeconds),
    },
    rounds,
    tell,
  );
  const unit = 'windows/s';
  const bar = { atLeast: 2 };
  const many = `${windowsPerBatch} windows a request`;
  return [
    { name: `windows as they are, ${many}`, value: medianOf('windowsInBatches', 'windowsPerSecond'), unit },
    { name: `windows as seconds, ${many}`, value: medianOf('secondsInBatches', 'windowsPerSecond'), unit },
    {
      name: `windows to seconds, ${many}`,
      value: ratio('windowsPerSecond', 'windowsInBatches', 'secondsInBatches'),
      unit: 'times',
      bar,
    },
    {
      name: 'windows to seconds, one message a request',
      value: ratio('windowsPerSecond', 'windowsByMessage', 'secondsByMessage'),
      unit: 'times',
      bar,
    },
  ];
}

async function compareBytes(
  { windows, seconds }: Rivals,
  { documents, calls }: Records,
  searchUrl: string,
  { make, bytesOf, countOf }: ScratchIndices,
): Promise<Measurement[]> {
  const index = await make(callMapping);
  const merged = pendingCalls(calls).flatMap((call) => mergeIntoStored(call, undefined, defaultLimits) ?? []);
  await rawBulk(searchUrl, 1)(bulkBody(merged.map(({ id, document }) => ({ index, id, document }))));
  const perCall = (await bytesOf(index)) / documents.length;
  const asOne = await bytesOf(windows);
  const written = await countOf(windows);
  const perWindow = asOne / written;
  const perSeconds = (await bytesOf(seconds)) / written;
  const unit = 'bytes';
  return [
    { name: 'a window as one document', value: perWindow, unit, note: 'all in one segment' },
    { name: 'a window as one document per second', value: perSeconds, unit },
    { name: 'a window’s share of its call’s document', value: perCall, unit },
    { name: 'window to seconds', value: perWindow / perSeconds, unit: '', bar: { atMost: 0.2 } },
    {
      name: 'window with its share of the call to seconds',
      value: (perWindow + perCall) / perSeconds,
      unit: '',
    },
  ];
}
