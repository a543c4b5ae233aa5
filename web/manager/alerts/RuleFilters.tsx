import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { alertMeasure, splitsOf } from '../../../dashboards/alerts/alert-measures.ts';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import type { AlertSplit } from '../../../model/alerts/rule.ts';
import { useChoices } from '../queries/use-choices.ts';
import { everything } from '../state/view.ts';
import { useSplitNames } from '../words/split-names.ts';
import type { FieldsProps } from './fields-props.ts';
import type { DraftFilter } from './rule-draft.ts';

const lastWeek = { ...everything, range: { kind: 'last', amount: 7, unit: 'd' } } as const;

/** To which values a rule is narrowed, a line for each. */
export function RuleFilters({ draft, faults, onChange }: FieldsProps) {
  const { data } = useChoices(lastWeek);
  const names = useSplitNames();
  const measure = draft.kind === 'run' ? poorCalls : (alertMeasure(draft.measure) ?? poorCalls);
  const splits = splitsOf(measure).map((split) => ({ value: split, label: names[split].one }));
  const valuesOf = (split: string) =>
    data?.answer.choices.find(({ dimension }) => dimension === split)?.values ?? [];
  const change = (i: number, its: Partial<DraftFilter>) =>
    onChange({ ...draft, filters: draft.filters.map((one, j) => (j === i ? { ...one, ...its } : one)) });
  return (
    <FormField
      label="Narrowed to"
      description="Of two lines with the same name either may hold, of others all must."
      errorText={faults.filters}
      stretch
    >
      <AttributeEditor
        items={draft.filters}
        empty="Everything"
        addButtonText="Add a value"
        removeButtonText="Remove"
        onAddButtonClick={() => onChange({ ...draft, filters: [...draft.filters, { split: '', value: '' }] })}
        onRemoveButtonClick={({ detail }) =>
          onChange({ ...draft, filters: draft.filters.filter((_, i) => i !== detail.itemIndex) })
        }
        definition={[
          {
            label: 'By',
            control: ({ split }: DraftFilter, i: number) => (
              <Select
                selectedOption={splits.find(({ value }) => value === split) ?? null}
                options={splits}
                placeholder="Choose"
                filteringType="auto"
                expandToViewport
                onChange={({ detail }) => change(i, { split: detail.selectedOption.value as AlertSplit })}
              />
            ),
          },
          {
            label: 'Value',
            control: ({ split, value }: DraftFilter, i: number) => (
              <Autosuggest
                value={value}
                options={valuesOf(split).map((its) => ({ value: its.value, tags: [`${its.count} calls`] }))}
                enteredTextLabel={(text) => `Use “${text}”`}
                ariaLabel="Value"
                expandToViewport
                onChange={({ detail }) => change(i, { value: detail.value })}
              />
            ),
          },
        ]}
      />
    </FormField>
  );
}
