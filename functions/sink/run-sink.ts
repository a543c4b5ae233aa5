import type { DatedKind } from '../../model/documents/kinds.ts';
import type { SinkSettings } from '../../model/settings/sink.ts';
import type { WrittenDocuments } from '../clients/written-documents.ts';
import type { Gauges, Telemetry } from '../edge/telemetry.ts';
import { type Held, type Holding, holdState, leastHoldMillis } from '../feed/hold-state.ts';
import { retryPause } from '../feed/retry-pause.ts';
import { lookForNew } from './look-for-new.ts';
import { type Failure, type Sending, sendDocuments } from './send-documents.ts';
import { noSinkState, type SinkState, sinkStateOf } from './sink-state.ts';

export type SinkDeps = Holding &
  Omit<Sending, 'beforeEach' | 'telemetry'> & {
    readonly settings: Pick<SinkSettings, 'documents'>;
    readonly documents: WrittenDocuments;
    readonly retentionDays: number;
    readonly telemetry: Pick<Telemetry, 'info' | 'warn' | 'count'>;
    readonly gauges: Gauges;
  };

const mostTogether = 200;
const longestRetryMillis = 900_000;

/**
 * Forwards what was written since the last time, as far as there is time for it; the next time goes on there. Numbers are
 * forwarded only up to the highest one of the look before: of newer ones one may still be on its way, behind one that can
 * be seen already.
 *
 * @param until after which nothing more is begun, in epoch milliseconds
 * @throws KnownError `conflict`, `unavailable`; what was taken is not sent again, but for the last page
 */
export async function runSink(deps: SinkDeps, until: number): Promise<void> {
  const { now, telemetry, gauges, settings } = deps;
  const held = await holdState(deps, sinkStateOf, noSinkState);
  if (!held) return telemetry.info('another run forwards');
  const run: Run = { held, state: held.state };
  if (run.state.retryAt <= now()) {
    const kinds = Object.keys(settings.documents) as DatedKind[];
    const looked = await lookForNew(run.state, { ...deps, kinds }, until);
    const failure = await forward(run, looked.indices, deps, until);
    const failingSince = failure ? run.state.failingSince || now() : 0;
    const pause = retryPause(run.state.failures, failure, longestRetryMillis, now());
    run.state = { ...afterLook(run.state, looked), failingSince, ...pause };
    if (failure) telemetry.warn('documents are not taken', { reason: failure.reason });
  }
  await run.held.release(run.state);
  const { failingSince } = run.state;
  const value = failingSince === 0 ? 0 : (now() - failingSince) / 1000;
  gauges.measure({ name: 'SinkFailing', value, unit: 'Seconds' });
}

type Run = { held: Held<SinkState>; state: SinkState };

/** Forwards, of the indices that are still there, what was seen the last time. Gives why it could not go on. */
async function forward(
  run: Run,
  still: SinkState['indices'],
  deps: SinkDeps,
  until: number,
): Promise<Failure | undefined> {
  for (const [index, { seen }] of Object.entries(run.state.indices)) {
    while (still[index] && (run.state.indices[index]?.sent ?? seen) < seen && deps.now() < until) {
      const failure = await forwardPage(run, index, deps, until);
      if (failure) return failure;
      run.held = await run.held.keep(run.state);
    }
  }
  return undefined;
}

async function forwardPage(
  run: Run,
  index: string,
  deps: SinkDeps,
  until: number,
): Promise<Failure | undefined> {
  const { documents, settings, now } = deps;
  const at = run.state.indices[index];
  if (!at) return undefined;
  const { kind, sent: after, seen: upTo } = at;
  const fields = settings.documents[kind] ?? [];
  const asked = { kind, index, after, upTo, fields, most: mostTogether };
  const page = await documents.between(asked, until);
  const beforeEach = async () => {
    if (run.held.state.heldUntil - now() < leastHoldMillis) run.held = await run.held.keep(run.state);
  };
  const { sent, failure } = await sendDocuments(kind, page, after, { ...deps, beforeEach });
  // After the last page there is nothing up to there any more.
  const isLast = !failure && page.length < mostTogether;
  run.state = {
    ...run.state,
    indices: { ...run.state.indices, [index]: { ...at, sent: isLast ? upTo : sent } },
  };
  return failure;
}

/** How far it is now, and how far the next time goes. */
function afterLook(state: SinkState, { kinds, indices }: SinkState): SinkState {
  const next = Object.entries(indices).map(
    ([index, its]) => [index, { ...its, sent: state.indices[index]?.sent ?? its.sent }] as const,
  );
  return { ...state, kinds, indices: Object.fromEntries(next) };
}
