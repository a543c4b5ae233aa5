import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { SplitNames } from '../../../dashboards/split-names.ts';
import { filterName, filterValueName } from '../words/filter-words.ts';
import { useSplitNames } from '../words/split-names.ts';
import type { FilterChoice } from './filter-choices.ts';

type Props = {
  /** Of all filters that are offered, in their order. */
  readonly names: readonly string[];
  readonly choices: readonly FilterChoice[];
  readonly isLoading: boolean;
  readonly placeholder: string;
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  readonly onChange: (chosen: ReadonlyMap<string, readonly string[]>) => void;
};

/** Filters in one line, each a name and any of some values. */
export function NamedFilters({ names, choices, isLoading, placeholder, chosen, onChange }: Props) {
  const splitNames = useSplitNames();
  return (
    <PropertyFilter
      query={{ tokens: tokensOf(names, chosen), operation: 'and' }}
      onChange={({ detail }) => onChange(valuesOf(detail.tokens))}
      filteringProperties={names.map((name) => property(name, splitNames))}
      filteringOptions={choices.map(({ name, value, tag }) => ({
        propertyKey: name,
        value,
        label: filterValueName(name, value),
        ...(tag ? { tags: [tag] } : {}),
      }))}
      filteringStatusType={isLoading ? 'loading' : 'finished'}
      filteringPlaceholder={placeholder}
      filteringAriaLabel="Filters"
      hideOperations
      disableFreeTextFiltering
      expandToViewport
    />
  );
}

function property(key: string, names: SplitNames): PropertyFilterProps.FilteringProperty {
  const label = filterName(key, names);
  return {
    key,
    propertyLabel: label,
    groupValuesLabel: label,
    operators: [
      {
        operator: '=',
        tokenType: 'enum',
        format: (values: string[]) => values.map((value) => filterValueName(key, value)).join(', '),
      },
    ],
  };
}

function tokensOf(
  names: readonly string[],
  chosen: ReadonlyMap<string, readonly string[]>,
): PropertyFilterProps.Token[] {
  return names.flatMap((propertyKey) => {
    const value = chosen.get(propertyKey) ?? [];
    return value.length > 0 ? [{ propertyKey, operator: '=', value: [...value] }] : [];
  });
}

function valuesOf(tokens: readonly PropertyFilterProps.Token[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { propertyKey = '', value } of tokens) {
    const added = Array.isArray(value) ? value.map(String) : [String(value)];
    byName.set(propertyKey, [...new Set([...(byName.get(propertyKey) ?? []), ...added])]);
  }
  return byName;
}
