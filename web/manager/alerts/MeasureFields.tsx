import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { alertMeasure, alertMeasures, splitsOf } from '../../../dashboards/alerts/alert-measures.ts';
import type { Measure, Unit } from '../../../dashboards/measures/measure.ts';
import type { AlertSplit } from '../../../model/alerts/rule.ts';
import { useSplitNames } from '../words/split-names.ts';
import type { FieldsProps } from './fields-props.ts';
import { withMeasure } from './rule-draft.ts';

const unitNames: Readonly<Record<Unit, string>> = {
  count: 'A count',
  percent: 'In percent',
  mos: 'From 1 to 5',
  milliseconds: 'In milliseconds',
  seconds: 'In seconds',
};
const together = { value: '', label: 'Nothing: all together' };

/** The measure, by what it is split, its limits, and on how many it must rest. */
export function MeasureFields({ draft, faults, onChange }: FieldsProps) {
  const measure = alertMeasure(draft.measure);
  const names = useSplitNames();
  const splits = measure ? splitsOf(measure).map((split) => ({ value: split, label: names[split].one })) : [];
  const figure = (name: 'raise' | 'clear' | 'minimumCount', label: string, description: string) => (
    <FormField label={label} description={description} errorText={faults[name]}>
      <Input
        inputMode="decimal"
        value={draft[name]}
        onChange={({ detail }) => onChange({ ...draft, [name]: detail.value })}
      />
    </FormField>
  );
  const unit = measure ? unitNames[measure.unit] : '';
  return (
    <SpaceBetween size="l">
      <FormField label="Figure" description={measure?.means} errorText={faults.measure}>
        <Select
          selectedOption={measure ? optionOf(measure) : null}
          options={alertMeasures.map(optionOf)}
          filteringType="auto"
          expandToViewport
          onChange={({ detail }) => onChange(withMeasure(draft, detail.selectedOption.value ?? ''))}
        />
      </FormField>
      <FormField
        label="Split by"
        description="Each value is watched by itself, and has alerts of its own."
        errorText={faults.split}
      >
        <Select
          selectedOption={splits.find(({ value }) => value === draft.split) ?? together}
          options={[together, ...splits]}
          filteringType="auto"
          expandToViewport
          onChange={({ detail }) =>
            onChange({ ...draft, split: (detail.selectedOption.value ?? '') as AlertSplit | '' })
          }
        />
      </FormField>
      <ColumnLayout columns={3}>
        {figure('raise', measure?.better === 'higher' ? 'Raised below' : 'Raised above', unit)}
        {figure('clear', measure?.better === 'higher' ? 'Cleared from' : 'Cleared down to', unit)}
        {figure('minimumCount', 'Says nothing below', `A count of ${measure?.restsOn ?? 'calls'}`)}
      </ColumnLayout>
    </SpaceBetween>
  );
}

const optionOf = ({ id, name }: Measure) => ({ value: id, label: name });
