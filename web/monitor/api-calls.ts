import { softphoneApiMetric } from '../../model/connect/softphone-api-metric.ts';
import type { Letter } from '../push/waiting.ts';
import type { UnsentEnvelope } from './envelope.ts';
import { apiCallsLetter } from './letters.ts';
import { type ApiWindow, newApiWindow, noteApiCall } from './watch-api.ts';

export type ApiCallsDeps = {
  readonly now: () => number;
  readonly envelope: () => UnsentEnvelope;
  readonly put: (letter: Letter) => void;
  /** True in the one tab that reports: API calls have no identity, so two tabs would report them twice. */
  readonly reports: () => boolean;
  /** Tells the other tabs that what they counted so far is reported. */
  readonly onReported: () => void;
};

/**
 * Counts the softphone's API calls. Every tab counts, one reports, and the others then forget what it reported: so
 * nothing is lost when that one goes.
 */
export class ApiCalls {
  readonly #deps: ApiCallsDeps;
  #window: ApiWindow | undefined;
  #sequence = 0;

  constructor(deps: ApiCallsDeps) {
    this.#deps = deps;
  }

  /** Takes an API_METRIC event, as Streams gives it. */
  note(raw: unknown): void {
    const metric = softphoneApiMetric.safeParse(raw);
    if (!metric.success) return;
    this.#window ??= newApiWindow(this.#deps.now());
    noteApiCall(this.#window, metric.data, this.#deps.now());
  }

  /** Another tab has reported the calls so far. */
  forget(): void {
    this.#window = undefined;
  }

  /** Reports the calls since the last time; does nothing where another tab does it. */
  report(): void {
    const { now, envelope, put, reports, onReported } = this.#deps;
    if (!reports()) return;
    const window = this.#window;
    this.#window = undefined;
    onReported();
    if (window && window.operations.size > 0)
      put(apiCallsLetter(envelope(), window, this.#sequence++, now()));
  }
}
