import type { SplitNames } from '../../../dashboards/split-names.ts';
import { limitingDimensions, type ManagerView, type ViewLimit } from '../../../model/query/manager-view.ts';

/** Of a limited view what it shows, such as `queues Billing, Sales`; undefined where it is not limited. */
export function viewWords({ limits }: ManagerView, names: SplitNames): string | undefined {
  return limits?.map((limit) => limitWords(limit, names)).join('; and ');
}

function limitWords(limit: ViewLimit, names: SplitNames): string {
  const parts = limitingDimensions.flatMap((dimension) => {
    const values = limit[dimension];
    if (!values) return [];
    const { one, many } = names[dimension];
    if (values.length === 0) return [`no ${one.toLowerCase()}`];
    return [`${(values.length === 1 ? one : many).toLowerCase()} ${values.join(', ')}`];
  });
  return parts.join(' within ');
}
