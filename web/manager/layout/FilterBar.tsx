import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { reportFailures } from '../../../model/messages/report-names.ts';
import { type Rating, ratings } from '../../../model/quality/rating.ts';
import { useChoices } from '../queries/use-choices.ts';
import { type Narrowing, narrowings } from '../state/narrowing.ts';
import type { Chosen, View } from '../state/view.ts';
import { filterName, filterValueName } from '../words/filter-words.ts';

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
      format: (values: string[]) => values.map((v) => filterValueName(key, v)).join(', '),
    },
  ],
});

const properties = [
  ...narrowings.map((narrowing) => property(narrowing, filterName(narrowing))),
  property('rating', filterName('rating')),
  property('missed', filterName('missed')),
  property('setupFailed', filterName('setupFailed')),
];

/** All filters in one line: what is chosen narrows every panel. */
export function FilterBar({ view, onChange }: Props) {
  const { data, isPending } = useChoices(view);
  const values = (data?.answer.choices ?? []).flatMap(({ dimension, values }) =>
    values.map(({ value, calls }) => ({
      propertyKey: dimension,
      value,
      label: filterValueName(dimension, value),
      tags: [`${calls} calls`],
    })),
  );
  const fixed = [
    ...reportFailures.map((value) => ({
      propertyKey: 'failure',
      value,
      label: filterValueName('failure', value),
    })),
    ...ratings.map((rating) => ({
      propertyKey: 'rating',
      value: rating,
      label: filterValueName('rating', rating),
    })),
    ...['missed', 'setupFailed'].flatMap((propertyKey) => [
      { propertyKey, value: 'true', label: filterValueName(propertyKey, 'true') },
      { propertyKey, value: 'false', label: filterValueName(propertyKey, 'false') },
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
    ...narrowings.flatMap((narrowing) => token(narrowing, chosen.values[narrowing] ?? [])),
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
  const given = narrowings.filter((narrowing) => byKey.has(narrowing));
  // Both yes and no is no filter at all.
  const flag = (name: string) => {
    const only = byKey.get(name);
    return only?.length === 1 ? { [name]: only[0] === 'true' } : {};
  };
  return {
    values: Object.fromEntries(given.map((name): [Narrowing, string[]] => [name, byKey.get(name) ?? []])),
    ratings: ratings.filter((rating: Rating) => byKey.get('rating')?.includes(rating)),
    ...flag('missed'),
    ...flag('setupFailed'),
  };
}
