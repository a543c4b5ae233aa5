import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { Column } from './column.ts';

const levels = ['level1', 'level2', 'level3', 'level4', 'level5'] as const;

/** The columns of a list, those of the hierarchy's levels as the instance calls them. Pure. */
export function nameLevels<Row, Sort extends string>(
  columns: readonly Column<Row, Sort>[],
  names: SplitNames,
): readonly Column<Row, Sort>[] {
  return columns.map((column) => {
    const level = levels.find((its) => its === column.id);
    return level ? { ...column, name: names[level].one } : column;
  });
}
