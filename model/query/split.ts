import { type Dimension, dimensionFields, dimensions } from './dimension.ts';

/** By what the documents of some kinds can be split beside the dimensions: the name → the field. */
const ownFields = {
  /** Of the agents' API calls. */
  operation: 'name',
  /** What failed in a call's set-up; a call may have several, and most have none. */
  failure: 'failures',
  /** Of a failed API call: why. */
  errorType: 'errorType',
  /** Of a contact: Amazon Connect's own word on why it ended. */
  disconnectReason: 'disconnectReason',
  /** Of a call: what its agent said was wrong. */
  symptom: 'problem.symptoms',
  /** Of a call: what its agent was warned of. */
  warning: 'warnings.kind',
  /** Of a change of readiness: what it was. */
  trouble: 'trouble',
  /** Of a check before the first call: what did not pass, and why. */
  fault: 'notPassed',
} as const;

/** By what a panel can be split. */
export type Split = Dimension | keyof typeof ownFields;

/** The name in a query string → the field of the document. Only these fields are ever asked for. */
export const splitFields: Readonly<Record<Split, string>> = { ...dimensionFields, ...ownFields };

export const splits: readonly Split[] = [
  ...dimensions,
  'operation',
  'failure',
  'errorType',
  'disconnectReason',
  'symptom',
  'warning',
  'trouble',
  'fault',
];

/** Of these a document may have several, and most have none: that is no value that is not known. */
export const splitsOfSome: readonly Split[] = ['failure', 'symptom', 'warning', 'fault'];
