import { reportFailures } from '../../../model/messages/report-names.ts';
import { type Rating, ratings } from '../../../model/quality/rating.ts';
import { useChoices } from '../queries/use-choices.ts';
import { type Narrowing, narrowings } from '../state/narrowing.ts';
import type { Chosen, View } from '../state/view.ts';
import { flagChoices, readFlag } from './filter-choices.ts';
import { NamedFilters } from './NamedFilters.tsx';

type Props = { readonly view: View; readonly onChange: (chosen: Chosen) => void };

const names = [...narrowings, 'rating', 'missed', 'setupFailed'];
const fixedChoices = [
  ...reportFailures.map((value) => ({ name: 'failure', value })),
  ...ratings.map((value) => ({ name: 'rating', value })),
  ...flagChoices('missed'),
  ...flagChoices('setupFailed'),
];

/** All filters in one line: what is chosen narrows every panel. */
export function FilterBar({ view, onChange }: Props) {
  const { data, isPending } = useChoices(view);
  const choices = (data?.answer.choices ?? []).flatMap(({ dimension, values }) =>
    values.map(({ value, count }) => ({ name: dimension, value, tag: `${count} calls` })),
  );
  return (
    <NamedFilters
      names={names}
      choices={[...choices, ...fixedChoices]}
      isLoading={isPending}
      placeholder="Narrow by queue, site, agent, rating …"
      chosen={valuesOf(view.chosen)}
      onChange={(chosen) => onChange(chosenOf(chosen))}
    />
  );
}

function valuesOf({ values, ratings: rated, missed, setupFailed }: Chosen): Map<string, readonly string[]> {
  const flag = (value: boolean | undefined) => (value === undefined ? [] : [String(value)]);
  return new Map<string, readonly string[]>([
    ...Object.entries(values),
    ['rating', rated],
    ['missed', flag(missed)],
    ['setupFailed', flag(setupFailed)],
  ]);
}

function chosenOf(byName: ReadonlyMap<string, readonly string[]>): Chosen {
  const given = narrowings.flatMap((name): [Narrowing, readonly string[]][] => {
    const values = byName.get(name);
    return values ? [[name, values]] : [];
  });
  const flag = (name: string) => {
    const value = readFlag(byName.get(name));
    return value === undefined ? {} : { [name]: value };
  };
  return {
    values: Object.fromEntries(given),
    ratings: ratings.filter((rating: Rating) => byName.get('rating')?.includes(rating)),
    ...flag('missed'),
    ...flag('setupFailed'),
  };
}
