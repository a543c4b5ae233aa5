import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { longestRun } from '../../../model/alerts/rule.ts';
import type { FieldsProps } from './fields-props.ts';

/** How many poor calls in a row raise an alert, and how many good ones clear it. */
export function RunFields({ draft, faults, onChange }: FieldsProps) {
  return (
    <ColumnLayout columns={2}>
      <FormField
        label="Poor calls, one after the other"
        description={`From 3 to ${longestRun}`}
        errorText={faults.poorCalls}
      >
        <Input
          inputMode="numeric"
          value={draft.poorCalls}
          onChange={({ detail }) => onChange({ ...draft, poorCalls: detail.value })}
        />
      </FormField>
      <FormField
        label="Calls in a row that clear it"
        description={`Not poor; from 1 to ${longestRun}`}
        errorText={faults.clearAfter}
      >
        <Input
          inputMode="numeric"
          value={draft.clearAfter}
          onChange={({ detail }) => onChange({ ...draft, clearAfter: detail.value })}
        />
      </FormField>
    </ColumnLayout>
  );
}
