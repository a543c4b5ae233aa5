import type { QualityLimits } from '../../model/quality/limits.ts';
import { streamTypes } from '../../model/quality/sample.ts';
import {
  newMonitor,
  raisedWarnings,
  type WarningMonitor,
  watchFact,
  watchSamples,
} from '../../model/warnings/monitor.ts';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import { type CallRecord, connectedAt } from './call-record.ts';
import { noteWarnings } from './note-warnings.ts';
import type { EventSamples } from './watch-stats.ts';

/** How a call's record changes by what was seen. */
export type Noting = (record: CallRecord, now: number) => CallRecord;

/** Watches the calls of this page. */
export class Warnings {
  readonly #limits: () => QualityLimits;
  readonly #monitors = new Map<string, WarningMonitor>();

  constructor(limits: () => QualityLimits) {
    this.#limits = limits;
  }

  /** What samples of a call come to. Sound is measured while it rings, too: that is nobody's trouble. */
  onSamples(record: CallRecord, samples: EventSamples): Noting {
    const since = connectedAt(record) ?? Number.POSITIVE_INFINITY;
    const [audio_input = [], audio_output = []] = streamTypes.map((stream) =>
      samples[stream].filter(({ at }) => at >= since),
    );
    return this.#change(record.contactId, (monitor) =>
      watchSamples(monitor, { audio_input, audio_output }, this.#limits()),
    );
  }

  /** What the browser says, such as that a device is gone. */
  onFact(contactId: string, kind: WarningKind, present: boolean, at: number): Noting {
    return this.#change(contactId, (monitor) => watchFact(monitor, kind, present, at));
  }

  forget(contactId: string): void {
    this.#monitors.delete(contactId);
  }

  #change(contactId: string, how: (monitor: WarningMonitor) => WarningMonitor): Noting {
    const before = this.#monitors.get(contactId) ?? newMonitor;
    const after = how(before);
    this.#monitors.set(contactId, after);
    const [raisedBefore, raised] = [raisedWarnings(before), raisedWarnings(after)];
    return (record, now) => noteWarnings(record, raisedBefore, raised, now);
  }
}
