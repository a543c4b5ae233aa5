import { openingGroups } from './group-steps.ts';

const opens = (group: string) => openingGroups.includes(group);

/**
 * What a change of groups would let a user see more of than somebody may think who only typed the new ones. Each group of
 * the pool beside `managers` and `admins` is taken for a limiting one (docs/security.md).
 *
 * @returns a sentence to ask about; undefined if no limit is lost, or nothing is seen afterwards
 */
export function widening(
  email: string,
  present: readonly string[],
  wanted: readonly string[],
): string | undefined {
  const lost = present.filter((group) => !opens(group) && !wanted.includes(group));
  if (lost.length === 0 || !wanted.some(opens)) return undefined;
  const left = wanted.filter((group) => !opens(group));
  return `${email} is limited by ${lost.join(', ')}, and would not be any more: ${seenWith(wanted, left)}.`;
}

function seenWith(wanted: readonly string[], left: readonly string[]): string {
  if (wanted.includes('admins')) return 'admins see everything';
  if (left.length > 0) return `only ${left.join(', ')} would limit what is seen`;
  return 'managers whom no group limits see all calls, unless managerLimits has a limit for managers';
}
