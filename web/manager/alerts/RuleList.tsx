import Button from '@cloudscape-design/components/button';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import type { ForeignRule, RuleBook } from '../../../model/query/alerts.ts';
import { RuleItem } from './RuleItem.tsx';
import type { RuleEdit } from './rule-edit.ts';
import { inOrder } from './rule-order.ts';

/** What an admin can do here. */
export type RuleAdmin = {
  readonly isBusy: boolean;
  readonly onEdit: (rule: AlertRule) => void;
  readonly onChange: (edit: RuleEdit) => void;
};

type Props = { readonly book: RuleBook; readonly admin: RuleAdmin | undefined };

/** All rules in their order, those among them that this version does not understand. */
export function RuleList({ book, admin }: Props) {
  return (
    <ul className="rules">
      {inOrder(book).map((entry) => {
        if ('foreign' in entry)
          return <ForeignItem key={entry.foreign.place} foreign={entry.foreign} admin={admin} />;
        const { rule } = entry;
        const { id } = rule;
        const isFirst = rule === book.rules[0];
        return (
          <RuleItem
            key={id}
            rule={rule}
            change={
              admin && {
                isBusy: admin.isBusy,
                onEdit: () => admin.onEdit(rule),
                onSwitch: () => admin.onChange({ kind: 'put', rule: { ...rule, enabled: !rule.enabled } }),
                onRemove: () => admin.onChange({ kind: 'remove', id }),
                ...(isFirst ? {} : { onRaise: () => admin.onChange({ kind: 'moveUp', id }) }),
              }
            }
          />
        );
      })}
    </ul>
  );
}

function ForeignItem({
  foreign,
  admin,
}: {
  readonly foreign: ForeignRule;
  readonly admin: RuleAdmin | undefined;
}) {
  return (
    <li className="off">
      <div className="rule-text">
        <h3>
          {foreign.name}
          <span className="quiet">Not understood by this version</span>
        </h3>
        <p className="rule-says">
          Another version of the deployment wrote it. It is not watched now; whatever is saved here, it stays
          as it is.
        </p>
      </div>
      {admin && (
        <Button
          ariaLabel={`Take away the rule ${foreign.name}`}
          loading={admin.isBusy}
          onClick={() => admin.onChange({ kind: 'removeForeign', foreign })}
        >
          Take away
        </Button>
      )}
    </li>
  );
}
