import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import type { RuleBook } from '../../../model/query/alerts.ts';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useAlertRules, useSaveAlertRules } from '../queries/use-alert-rules.ts';
import { useIsAdmin } from '../sign-in/use-is-admin.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleItem } from './RuleItem.tsx';
import { draftOf, newDraft, type RuleDraft } from './rule-draft.ts';

const time = makeTimeFormat(viewerZone);

/** What is watched; admins change it here. */
export function AlertRules() {
  const { data, error, isPending, refetch } = useAlertRules();
  return (
    <Panel title="Rules" note={data && savedWords(data)}>
      {error && <Failed what="the rules" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the rules" />}
      {data && <Rules book={data} />}
    </Panel>
  );
}

function savedWords({ savedAt }: RuleBook): string {
  const when = savedAt
    ? `Changed last ${time.dayAndTime(savedAt)}.`
    : 'As they came: nobody has changed them.';
  return `${when} Of rules that watch the same the upper one counts first; what it has raised, the lower ones leave out.`;
}

function Rules({ book: { version, rules } }: { readonly book: RuleBook }) {
  const isAdmin = useIsAdmin();
  const [draft, setDraft] = useState<RuleDraft>();
  const save = useSaveAlertRules();
  const replace = (next: readonly AlertRule[]) =>
    save.mutate({ version, rules: [...next] }, { onSuccess: () => setDraft(undefined) });
  const put = (rule: AlertRule) =>
    replace(
      rules.some(({ id }) => id === rule.id)
        ? rules.map((other) => (other.id === rule.id ? rule : other))
        : [...rules, rule],
    );
  return (
    <>
      {save.error && !draft && (
        <Alert type="error" header="Not saved">
          {save.error.message}
        </Alert>
      )}
      <ul className="rules">
        {rules.map((rule, i) => (
          <RuleItem
            key={rule.id}
            rule={rule}
            change={
              isAdmin
                ? {
                    isBusy: save.isPending,
                    onEdit: () => setDraft(draftOf(rule, viewerZone)),
                    onSwitch: () => put({ ...rule, enabled: !rule.enabled }),
                    onRemove: () => replace(rules.filter((other) => other !== rule)),
                    ...(i > 0 ? { onRaise: () => replace(moveUp(rules, i)) } : {}),
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {isAdmin && (
        <Button onClick={() => setDraft(newDraft(`rule-${crypto.randomUUID().slice(0, 8)}`, viewerZone))}>
          Add a rule
        </Button>
      )}
      {draft && (
        <RuleEditor
          draft={draft}
          isNew={!rules.some(({ id }) => id === draft.id)}
          isSaving={save.isPending}
          error={save.error}
          onChange={setDraft}
          onSave={put}
          onClose={() => {
            save.reset();
            setDraft(undefined);
          }}
        />
      )}
    </>
  );
}

function moveUp(rules: readonly AlertRule[], i: number): AlertRule[] {
  const moved = [...rules];
  moved.splice(i - 1, 2, ...rules.slice(i - 1, i + 1).reverse());
  return moved;
}
