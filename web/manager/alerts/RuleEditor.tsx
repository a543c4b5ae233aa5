import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { ruleWords } from '../../../dashboards/alerts/alert-words.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import { useSplitNames } from '../words/split-names.ts';
import type { FieldsProps } from './fields-props.ts';
import { MeasureFields } from './MeasureFields.tsx';
import { QuietHoursFields } from './QuietHoursFields.tsx';
import { RuleFilters } from './RuleFilters.tsx';
import { RunFields } from './RunFields.tsx';
import { type RuleDraft, ruleOf } from './rule-draft.ts';

type Props = {
  readonly draft: RuleDraft;
  readonly isNew: boolean;
  readonly isSaving: boolean;
  readonly error: Error | null;
  /** What somebody else has changed since the edit began; absent where nobody has. */
  readonly conflict?: ReactNode;
  readonly onChange: (draft: RuleDraft) => void;
  readonly onSave: (rule: AlertRule) => void;
  readonly onClose: () => void;
};

/** A rule as a form, with what it will do in words below. */
export function RuleEditor(props: Props) {
  const { draft, isNew, isSaving, error, conflict, onChange, onSave, onClose } = props;
  const names = useSplitNames();
  const [isTried, setTried] = useState(false);
  const made = ruleOf(draft);
  const faults = isTried && 'faults' in made ? made.faults : {};
  const fields: FieldsProps = { draft, faults, onChange };
  const save = () => {
    setTried(true);
    if ('rule' in made) onSave(made.rule);
  };
  return (
    <Modal
      visible
      size="large"
      header={isNew ? 'New rule' : `Rule “${draft.name}”`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {conflict ? 'Give mine up' : 'Cancel'}
            </Button>
            <Button variant="primary" loading={isSaving} onClick={save}>
              {conflict ? 'Save mine all the same' : 'Save'}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        {conflict}
        {error && !conflict && (
          <Alert type="error" header="Not saved">
            {error.message}
          </Alert>
        )}
        <FormField label="Name" errorText={faults.name}>
          <Input value={draft.name} onChange={({ detail }) => onChange({ ...draft, name: detail.value })} />
        </FormField>
        <FormField label="How bad it is">
          <RadioGroup
            value={draft.severity}
            items={[
              { value: 'warning', label: 'Warning' },
              { value: 'critical', label: 'Critical' },
            ]}
            onChange={({ detail }) =>
              onChange({ ...draft, severity: detail.value === 'critical' ? 'critical' : 'warning' })
            }
          />
        </FormField>
        <FormField label="What is watched">
          <RadioGroup
            value={draft.kind}
            items={[
              { value: 'measure', label: 'A figure' },
              { value: 'run', label: 'An agent’s calls in a row' },
            ]}
            onChange={({ detail }) =>
              onChange({ ...draft, kind: detail.value === 'run' ? 'run' : 'measure' })
            }
          />
        </FormField>
        {draft.kind === 'run' ? <RunFields {...fields} /> : <MeasureFields {...fields} />}
        <FormField
          label="How far back is looked"
          description="In minutes, from 5 to 1,440"
          errorText={faults.windowMinutes}
        >
          <Input
            inputMode="numeric"
            value={draft.windowMinutes}
            onChange={({ detail }) => onChange({ ...draft, windowMinutes: detail.value })}
          />
        </FormField>
        <RuleFilters {...fields} />
        <QuietHoursFields {...fields} />
        {'rule' in made && <Alert type="info">{ruleWords(made.rule, names)}</Alert>}
      </SpaceBetween>
    </Modal>
  );
}
