import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { dimensionNames } from '../../../dashboards/dimension-names.ts';
import { type Rating, ratings } from '../../../model/quality/rating.ts';
import { type Dimension, dimensions } from '../../../model/query/dimension.ts';
import { useChoices } from '../queries/use-choices.ts';
import type { Chosen, View } from '../state/view.ts';
import { ratingNames } from '../words/names.ts';
import { valueName } from '../words/value-name.ts';

type Props = { readonly view: View; readonly onChange: (chosen: Chosen) => void };
type Token = PropertyFilterProps.Token;

const property = (key: string, label: string): PropertyFilterProps.FilteringProperty => ({
  key,
  propertyLabel: label,
  groupValuesLabel: label,
  operators: [
    {
      operator: '=',
      tokenType: 'enum',
      format: (values: string[]) => values.map((v) => nameOf(key, v)).join(', '),
    },
  ],
});

/** Any filter's value as people read it. */
function nameOf(key: string, value: string): string {
  if (key === 'rating') return ratingNames[value as Rating] ?? value;
  if (key === 'missed' || key === 'setupFailed') return value === 'true' ? 'Yes' : 'No';
  return valueName(key, value);
}

const properties = [
  ...dimensions.map((dimension) => property(dimension, dimensionNames[dimension].one)),
  property('rating', 'Rating'),
  property('missed', 'Missed'),
  property('setupFailed', 'Set-up failed'),
];

/** All filters in one line: what is chosen narrows every panel. */
export function FilterBar({ view, onChange }: Props) {
  const { data, isPending } = useChoices(view);
  const values = (data?.answer.choices ?? []).flatMap(({ dimension, values }) =>
    values.map(({ value, calls }) => ({
      propertyKey: dimension,
      value,
      label: nameOf(dimension, value),
      tags: [`${calls} calls`],
    })),
  );
  const fixed = [
    ...ratings.map((rating) => ({ propertyKey: 'rating', value: rating, label: nameOf('rating', rating) })),
    ...['missed', 'setupFailed'].flatMap((propertyKey) => [
      { propertyKey, value: 'true', label: nameOf(propertyKey, 'true') },
      { propertyKey, value: 'false', label: nameOf(propertyKey, 'false') },
    ]),
  ];
  return (
    <PropertyFilter
      query={{ tokens: tokensOf(view.chosen), operation: 'and' }}
      onChange={({ detail }) => onChange(chosenOf(detail.tokens))}
      filteringProperties={properties}
      filteringOptions={[...values, ...fixed]}
      filteringStatusType={isPending ? 'loading' : 'finished'}
      filteringPlaceholder="Narrow by queue, site, agent, rating …"
      filteringAriaLabel="Filters"
      hideOperations
      disableFreeTextFiltering
      expandToViewport
    />
  );
}

function tokensOf(chosen: Chosen): Token[] {
  const token = (propertyKey: string, value: readonly string[]): Token[] =>
    value.length > 0 ? [{ propertyKey, operator: '=', value: [...value] }] : [];
  const flag = (value: boolean | undefined) => (value === undefined ? [] : [String(value)]);
  return [
    ...dimensions.flatMap((dimension) => token(dimension, chosen.values[dimension] ?? [])),
    ...token('rating', chosen.ratings),
    ...token('missed', flag(chosen.missed)),
    ...token('setupFailed', flag(chosen.setupFailed)),
  ];
}

function chosenOf(tokens: readonly Token[]): Chosen {
  const byKey = new Map<string, string[]>();
  for (const { propertyKey = '', value } of tokens) {
    const added = Array.isArray(value) ? value.map(String) : [String(value)];
    byKey.set(propertyKey, [...new Set([...(byKey.get(propertyKey) ?? []), ...added])]);
  }
  const given = dimensions.filter((dimension) => byKey.has(dimension));
  // Both yes and no is no filter at all.
  const flag = (name: string) => {
    const only = byKey.get(name);
    return only?.length === 1 ? { [name]: only[0] === 'true' } : {};
  };
  return {
    values: Object.fromEntries(given.map((name): [Dimension, string[]] => [name, byKey.get(name) ?? []])),
    ratings: ratings.filter((rating: Rating) => byKey.get('rating')?.includes(rating)),
    ...flag('missed'),
    ...flag('setupFailed'),
  };
}
