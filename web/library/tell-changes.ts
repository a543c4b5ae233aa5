import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import type { CallView } from '../monitor/call-view.ts';
import type { MonitorState } from '../monitor/monitor-state.ts';
import { warningWords } from '../monitor/warning-words.ts';
import type { QualityMonitorOptions, ShownWarning } from './quality-monitor.ts';

type Told = Pick<QualityMonitorOptions, 'onCall' | 'onState' | 'onWarning'>;

/** Tells a page what has changed between two states. What fails in the page is not the monitor's fault, and ends nothing. */
export function tellChanges(told: Told, before: MonitorState, after: MonitorState): void {
  const tell = (work: () => void) => {
    try {
      work();
    } catch (fault) {
      console.error('A callback of the quality monitor failed', fault);
    }
  };
  tell(() => told.onState?.(after));
  const { call } = after;
  if (call && call !== before.call) tell(() => told.onCall?.(call));
  for (const warning of changedWarnings(before.call, call)) tell(() => told.onWarning?.(warning));
}

/** What is to be taken away first, then what is to be shown. */
function changedWarnings(before: CallView | undefined, after: CallView | undefined): ShownWarning[] {
  if (before && before.contactId !== after?.contactId) {
    return [...changedWarnings(before, { ...before, warnings: [] }), ...changedWarnings(undefined, after)];
  }
  const [old, now] = [before?.warnings ?? [], after?.warnings ?? []];
  const contactId = after?.contactId ?? '';
  const all = (kinds: readonly WarningKind[], shown: boolean) =>
    kinds.map((kind): ShownWarning => ({ contactId, kind, shown, ...warningWords[kind] }));
  return [
    ...all(
      old.filter((kind) => !now.includes(kind)),
      false,
    ),
    ...all(
      now.filter((kind) => !old.includes(kind)),
      true,
    ),
  ];
}
