import type { EventSamples } from './watch-stats.ts';

/** Where this page hosts the sound of calls itself: what it measures of them, by the second. */
export type CallHost = {
  /** Whether the call's sound is or was in this page. */
  hosts(contactId: string): boolean;
  /** The same samples, with what was measured in their seconds and Streams does not tell. */
  fill(contactId: string, samples: EventSamples): EventSamples;
  /** The last half minute until now. */
  latest(contactId: string): EventSamples;
};
