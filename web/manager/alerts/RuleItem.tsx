import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { ruleWords } from '../../../dashboards/alerts/alert-words.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import { RatingMark } from '../layout/RatingMark.tsx';
import { useSplitNames } from '../words/split-names.ts';
import { quietWords } from './quiet-words.ts';

/** What an admin can do with a rule. */
export type RuleChange = {
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onSwitch: () => void;
  readonly onRemove: () => void;
  /** Absent where it is the first. */
  readonly onRaise?: () => void;
};

type Props = { readonly rule: AlertRule; readonly change: RuleChange | undefined };

/** A rule in words. */
export function RuleItem({ rule, change }: Props) {
  const { name, severity, enabled } = rule;
  const names = useSplitNames();
  return (
    <li className={enabled ? undefined : 'off'}>
      <div className="rule-text">
        <h3>
          {name}
          <RatingMark
            rating={severity === 'critical' ? 'poor' : 'fair'}
            text={severity === 'critical' ? 'Critical' : 'Warning'}
          />
          {!enabled && <span className="quiet">Switched off</span>}
        </h3>
        <p className="rule-says">
          {ruleWords(rule, names)} {quietWords(rule)}
        </p>
      </div>
      {change && <Changes name={name} enabled={enabled} change={change} />}
    </li>
  );
}

function Changes({
  name,
  enabled,
  change,
}: {
  readonly name: string;
  readonly enabled: boolean;
  readonly change: RuleChange;
}) {
  const actions: Readonly<Record<string, (() => void) | undefined>> = {
    edit: change.onEdit,
    switch: change.onSwitch,
    raise: change.onRaise,
    remove: change.onRemove,
  };
  return (
    <ButtonDropdown
      ariaLabel={`Change the rule ${name}`}
      loading={change.isBusy}
      items={[
        { id: 'edit', text: 'Edit' },
        { id: 'switch', text: enabled ? 'Switch off' : 'Switch on' },
        { id: 'raise', text: 'Move up', disabled: change.onRaise === undefined },
        { id: 'remove', text: 'Take away' },
      ]}
      onItemClick={({ detail }) => actions[detail.id]?.()}
    >
      Change
    </ButtonDropdown>
  );
}
