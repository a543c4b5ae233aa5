import type { HierarchyGroup, HierarchyGroupSummary, HierarchyStructure } from '@aws-sdk/client-connect';
import type { Named, Organisation, HierarchyGroup as OurGroup } from '../../organisation.ts';

/** As lists have a group, a queue or a routing profile. */
export function summary({ id, arn, name }: Named) {
  return { Id: id, Arn: arn, Name: name } satisfies HierarchyGroupSummary;
}

/** The answer of DescribeUserHierarchyStructure. */
export function hierarchyStructure({ hierarchyLevels }: Organisation): HierarchyStructure {
  const [one, two] = hierarchyLevels;
  return { ...(one && { LevelOne: summary(one) }), ...(two && { LevelTwo: summary(two) }) };
}

/** As DescribeUserHierarchyGroup has a group: with the path that leads to it. */
export function hierarchyGroup(group: OurGroup, { hierarchyLevels }: Organisation): HierarchyGroup {
  const path = group.parent
    ? { LevelOne: summary(group.parent), LevelTwo: summary(group) }
    : { LevelOne: summary(group) };
  return { ...summary(group), LevelId: hierarchyLevels[group.level - 1]?.id, HierarchyPath: path, Tags: {} };
}
