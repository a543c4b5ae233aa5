import type { Split } from '../model/query/split.ts';
import { dimensionNames } from './dimension-names.ts';

/** How people call what panels are split by: one, and several. */
export const splitNames: Readonly<Record<Split, { one: string; many: string }>> = {
  ...dimensionNames,
  operation: { one: 'Operation', many: 'Operations' },
  failure: { one: 'Failure', many: 'Failures' },
  errorType: { one: 'Reason', many: 'Reasons' },
  disconnectReason: { one: 'Disconnect reason', many: 'Disconnect reasons' },
};
