import { defaultVerdictLimits } from '../../model/verdict/limits.ts';
import type { Condition } from './measure.ts';

const { lowNativeScore } = defaultVerdictLimits;

/** Our own pages could judge the contact's audio: it is known whether it sounded poor. */
export const isRated: Condition = { field: 'softphone.rating', is: ['good', 'fair', 'poor'] };

/** By our own figures; a call whose set-up failed is poor, too. */
export const isRatedPoor: Condition = { field: 'softphone.rating', is: ['poor'] };
export const isRatedGood: Condition = { field: 'softphone.rating', is: ['good', 'fair'] };

/** By Amazon Connect's own score of the agent's or the customer's connection, 1 to 5. */
export const isScored = (side: Side): Condition => ({ field: `nativeQuality.${side}.score` });
export const isScoredLow = (side: Side): Condition => ({
  field: `nativeQuality.${side}.score`,
  below: lowNativeScore,
});
export const isScoredWell = (side: Side): Condition => ({
  field: `nativeQuality.${side}.score`,
  atLeast: lowNativeScore,
});
export type Side = 'agent' | 'customer';

/** What people heard, or could not hear, was poor: by our figures or by Amazon Connect's. */
export const soundedPoor: Condition = {
  anyOf: [
    isRatedPoor,
    { field: 'softphone.setupFailed', is: [true] },
    isScoredLow('agent'),
    isScoredLow('customer'),
  ],
};

/** Known not to have sounded poor: what nobody measured is neither. */
export const soundedFine: Condition = {
  allOf: [{ anyOf: [isRatedGood, isScoredWell('agent')] }, { not: soundedPoor }],
};

/** A contact whose fault is to be found: it sounded poor, or Amazon Connect suspects that it broke off; or it was judged. */
export const isPoorContact: Condition = {
  anyOf: [soundedPoor, { field: 'potentialDisconnectIssue' }, { field: 'verdict.fault' }],
};
