import { softphoneApiMetric } from '../../../model/connect/softphone-api-metric.ts';
import { otherPagesOpen } from '../../monitor/open-pages.ts';
import type { Monitor } from '../../monitor/start-monitor.ts';
import type { Streams } from '../../monitor/streams.ts';
import { kindOfFailure } from '../../monitor/watch-api.ts';
import { systemClock } from '../../push/clock.ts';
import { lead } from '../../push/lead.ts';
import type { PageState } from '../page-state.ts';
import type { Store } from '../store.ts';
import { fromPage } from './from-page.ts';
import { readinessLetter } from './letter.ts';
import { readinessLimits } from './limits.ts';
import { notesOf } from './notes-of.ts';
import {
  changesBetween,
  newReadiness,
  type Readiness,
  withApiCall,
  withHeard,
  withTick,
} from './readiness.ts';
import { reportChanges } from './report-changes.ts';
import type { Source } from './sources.ts';

/** Watches between calls whether the agent could take the next one, for the life of the page. */
export function startReadiness(
  store: Store<PageState>,
  streams: Streams,
  send: Monitor['send'],
): { dismiss(source: Source): void } {
  const { now } = systemClock;
  const reporter = startReporting(send);
  let readiness = newReadiness;
  let read: ReadonlySet<Source> = new Set();
  const show = () => {
    // What is over and comes again is told again.
    read = new Set([...read].filter((source) => readiness.facts[source] !== undefined));
    const notes = notesOf(readiness, read);
    store.change((state) => (isSame(state.notes, notes) ? state : { ...state, notes }));
  };
  const change = (how: (before: Readiness, at: number) => Readiness) => {
    const [before, at] = [readiness, now()];
    readiness = how(before, at);
    reporter.note(changesBetween(before, readiness, at));
    show();
  };
  const look = async () => {
    const twice = await otherPagesOpen();
    change((before, at) => withTick(fromPage(before, store.get(), at), twice, at));
  };
  setInterval(() => void look(), readinessLimits.tickMillis);
  // Awake again (Page Lifecycle, "resume"), or seen again: nobody should have to wait for the timer.
  for (const event of ['resume', 'visibilitychange']) document.addEventListener(event, () => void look());
  store.subscribe(() => change((before, at) => fromPage(before, store.get(), at)));
  listen(streams, change);
  void look();
  return {
    dismiss(source) {
      read = new Set([...read, source]);
      show();
    },
  };
}

function listen(streams: Streams, change: (how: (before: Readiness, at: number) => Readiness) => void): void {
  streams.agent((agent) => void agent.onRefresh(() => change(withHeard)));
  streams.core.getEventBus().subscribe(streams.EventType.API_METRIC, (event: unknown) => {
    const metric = softphoneApiMetric.safeParse(event);
    const failed = metric.success && kindOfFailure(metric.data) !== undefined;
    change((before, at) => withApiCall(withHeard(before, at), failed, at));
  });
}

/** What holds for the browser holds in each of its tabs: one reports. */
function startReporting(send: Monitor['send']): ReturnType<typeof reportChanges> {
  let isReporting = false;
  let number = 0;
  const report = reportChanges((changes) => {
    if (isReporting) void send((envelope) => readinessLetter(envelope, changes, number++, systemClock.now()));
  });
  void lead('softphone-readiness', new AbortController().signal, () => {
    isReporting = true;
    return new Promise(() => {});
  });
  addEventListener('pagehide', report.flush);
  return report;
}

function isSame(before: PageState['notes'] = [], after: PageState['notes'] = []): boolean {
  return before.length === after.length && before.every(({ kind }, i) => kind === after[i]?.kind);
}
