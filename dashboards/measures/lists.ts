import { apiErrors, apiFaults, apiMedian, apiRequests, apiSlow } from './agent-api.ts';
import {
  jitterFromAgent,
  jitterToAgent,
  lossFromAgent,
  lossToAgent,
  mos,
  mosFromAgent,
  mosToAgent,
  roundTripFromAgent,
  roundTripToAgent,
} from './audio.ts';
import { calls, missedCalls, poorCalls, setupFailures, unclassifiedCalls } from './calls.ts';
import type { Measure } from './measure.ts';

/** What is known of any set of calls. */
export const callMeasures: readonly Measure[] = [
  calls,
  poorCalls,
  unclassifiedCalls,
  missedCalls,
  setupFailures,
  mos,
  mosToAgent,
  mosFromAgent,
  lossToAgent,
  lossFromAgent,
  jitterToAgent,
  jitterFromAgent,
  roundTripToAgent,
  roundTripFromAgent,
];

/** What the last minutes are compared with the same hour of last week by. */
export const nowMeasures: readonly Measure[] = [
  calls,
  poorCalls,
  unclassifiedCalls,
  missedCalls,
  setupFailures,
  mos,
  lossToAgent,
  lossFromAgent,
  roundTripToAgent,
];

/** What agents are compared by. */
export const agentMeasures: readonly Measure[] = [
  calls,
  poorCalls,
  missedCalls,
  setupFailures,
  mos,
  lossToAgent,
  lossFromAgent,
  jitterFromAgent,
  roundTripToAgent,
];

/** What is known of any set of agents' API calls. */
export const apiMeasures: readonly Measure[] = [apiRequests, apiMedian, apiSlow, apiErrors, apiFaults];
