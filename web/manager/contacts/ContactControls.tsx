import { ratings } from '../../../model/quality/rating.ts';
import { dimensionsOfContacts } from '../../../model/query/dimension.ts';
import { faults } from '../../../model/verdict/verdict.ts';
import { flagChoices } from '../layout/filter-choices.ts';
import { NamedFilters } from '../layout/NamedFilters.tsx';
import { RangePicker } from '../layout/RangePicker.tsx';
import { useChoices } from '../queries/use-choices.ts';
import { ownFilters } from '../state/contact-filters.ts';
import { useContactFilters } from '../state/use-contact-filters.ts';
import { knownConnectNames } from '../words/connect-names.ts';
import { filterName } from '../words/filter-words.ts';
import { useSplitNames } from '../words/split-names.ts';
import { chosenValues, ignoredByContacts, withValues } from './chosen-values.ts';

const names = [...dimensionsOfContacts, 'rating', ...ownFilters, 'lacksStatistics'];
const fixedChoices = [
  ...ratings.map((value) => ({ name: 'rating', value })),
  ...faults.map((value) => ({ name: 'verdict', value })),
  ...Object.entries(knownConnectNames).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
  ...flagChoices('lacksStatistics'),
];

/** When, and which contacts: what all pages share of it, and what only contacts can be narrowed by. */
export function ContactControls() {
  const [chosen, choose] = useContactFilters();
  const { view } = chosen;
  const splitNames = useSplitNames();
  const { data, isPending } = useChoices(view, 'contacts');
  const choices = (data?.answer.choices ?? []).flatMap(({ dimension, values }) =>
    values.map(({ value, count }) => ({ name: dimension, value, tag: `${count} contacts` })),
  );
  const ignored = ignoredByContacts(view.chosen);
  return (
    <div className="controls">
      <RangePicker range={view.range} onChange={(range) => choose({ ...chosen, view: { ...view, range } })} />
      <NamedFilters
        names={names}
        choices={[...choices, ...fixedChoices]}
        isLoading={isPending}
        placeholder="Narrow by queue, agent, verdict, disconnect reason …"
        chosen={chosenValues(chosen)}
        onChange={(values) => choose(withValues(chosen, values))}
      />
      {ignored.length > 0 && (
        <p className="note ignored">
          This page is not narrowed by: {ignored.map((name) => filterName(name, splitNames)).join(', ')}.
        </p>
      )}
    </div>
  );
}
