import type { HierarchyStructure } from '@aws-sdk/client-connect';
import type { LevelNames } from '../../model/documents/connect-instance.ts';

const levels = [
  ['level1', 'LevelOne'],
  ['level2', 'LevelTwo'],
  ['level3', 'LevelThree'],
  ['level4', 'LevelFour'],
  ['level5', 'LevelFive'],
] as const satisfies readonly (readonly [keyof LevelNames, keyof HierarchyStructure])[];

/** What Amazon Connect names for each level: of an instance the level itself, of a group those above it. */
export function hierarchyNames(
  named: { readonly [Level in keyof HierarchyStructure]?: { Name?: string | undefined } | undefined },
): LevelNames {
  return Object.fromEntries(
    levels.flatMap(([level, its]) => {
      const name = named[its]?.Name;
      return name ? [[level, name]] : [];
    }),
  );
}
