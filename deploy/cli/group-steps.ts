export type GroupStep = { readonly verb: 'join' | 'leave'; readonly group: string };

/** The groups that let their users see; every other one only limits what its users see. */
export const openingGroups: readonly string[] = ['managers', 'admins'];

/**
 * The way from the groups that a user is in to those wanted. On it nobody sees more than before and after: into limiting
 * groups first and into `managers` and `admins` last, out of these before out of limiting ones. Also where it breaks off.
 */
export function groupSteps(present: readonly string[], wanted: readonly string[]): readonly GroupStep[] {
  const opens = (group: string) => openingGroups.includes(group);
  const limits = (group: string) => !opens(group);
  const joined = [...new Set(wanted)].filter((group) => !present.includes(group));
  const left = present.filter((group) => !wanted.includes(group));
  const join = (group: string) => ({ verb: 'join', group }) as const;
  const leave = (group: string) => ({ verb: 'leave', group }) as const;
  return [
    ...joined.filter(limits).map(join),
    ...left.filter(opens).map(leave),
    ...left.filter(limits).map(leave),
    ...joined.filter(opens).map(join),
  ];
}
