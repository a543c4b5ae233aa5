import type { LevelNames } from '../model/documents/connect-instance.ts';
import type { Split } from '../model/query/split.ts';
import { dimensionNames } from './dimension-names.ts';

/** How people call what panels are split by: one, and several. */
export type SplitNames = Readonly<Record<Split, { readonly one: string; readonly many: string }>>;

/** The levels of the hierarchy by their numbers: for where nobody knows what an instance calls them. */
export const splitNames: SplitNames = {
  ...dimensionNames,
  operation: { one: 'Operation', many: 'Operations' },
  failure: { one: 'Failure', many: 'Failures' },
  errorType: { one: 'Reason', many: 'Reasons' },
  symptom: { one: 'Symptom', many: 'Symptoms' },
  warning: { one: 'Warning', many: 'Warnings' },
  trouble: { one: 'Trouble', many: 'Troubles' },
  fault: { one: 'What did not pass', many: 'What did not pass' },
  disconnectReason: { one: 'Disconnect reason', many: 'Disconnect reasons' },
};

/**
 * The same with the levels of the hierarchy as the instance calls them. Such a name may be in any language, so it has no
 * plural; one that something else has already says that it is of the hierarchy. Pure.
 */
export function splitNamesWith(levels: LevelNames): SplitNames {
  const others = Object.values(splitNames).map(({ one }) => one.toLowerCase());
  const named = Object.entries(levels).flatMap(([level, name]) => {
    if (!name) return [];
    const its = others.includes(name.toLowerCase()) ? `${name} (hierarchy)` : name;
    return [[level, { one: its, many: its }]];
  });
  return { ...splitNames, ...Object.fromEntries(named) };
}
