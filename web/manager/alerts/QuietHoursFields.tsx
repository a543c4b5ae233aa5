import Autosuggest from '@cloudscape-design/components/autosuggest';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import Toggle from '@cloudscape-design/components/toggle';
import type { FieldsProps } from './fields-props.ts';

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value }));

/** When nobody is told. */
export function QuietHoursFields({ draft, faults, onChange }: FieldsProps) {
  const { isQuiet, quietHours } = draft;
  const change = (its: Partial<typeof quietHours>) =>
    onChange({ ...draft, quietHours: { ...quietHours, ...its } });
  return (
    <FormField
      label="Quiet hours"
      description="Nobody is told; what is still raised at their end is told then."
      errorText={faults.quietHours}
      stretch
    >
      <SpaceBetween size="xs">
        <Toggle checked={isQuiet} onChange={({ detail }) => onChange({ ...draft, isQuiet: detail.checked })}>
          {isQuiet ? 'Every day, by these clocks' : 'None'}
        </Toggle>
        {isQuiet && (
          <ColumnLayout columns={3}>
            <TimeInput
              format="hh:mm"
              value={quietHours.from}
              ariaLabel="Quiet from"
              onChange={({ detail }) => change({ from: detail.value })}
            />
            <TimeInput
              format="hh:mm"
              value={quietHours.to}
              ariaLabel="Quiet to"
              onChange={({ detail }) => change({ to: detail.value })}
            />
            <Autosuggest
              value={quietHours.zone}
              options={zones}
              enteredTextLabel={(value) => `Use ${value}`}
              ariaLabel="Time zone"
              onChange={({ detail }) => change({ zone: detail.value })}
            />
          </ColumnLayout>
        )}
      </SpaceBetween>
    </FormField>
  );
}
