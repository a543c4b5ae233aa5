import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { RuleBook } from '../../../model/query/alerts.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useAlertRules, useSaveAlertRules } from '../queries/use-alert-rules.ts';
import { useIsAdmin } from '../sign-in/use-is-admin.ts';
import { everything } from '../state/view.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { useSplitNames } from '../words/split-names.ts';
import { EditedRule, type Editing } from './EditedRule.tsx';
import { type AskedEdit, RefusedEdit } from './RefusedEdit.tsx';
import { RuleList } from './RuleList.tsx';
import { draftOf, newDraft, type RuleDraft } from './rule-draft.ts';
import { changeBy, type RuleEdit } from './rule-edit.ts';
import { tableOfRules } from './table-of-rules.ts';

const time = makeTimeFormat(viewerZone);

/** What is watched; admins change it here. */
export function AlertRules() {
  const { data, dataUpdatedAt, error, isPending, refetch } = useAlertRules();
  const names = useSplitNames();
  const at = new Date(dataUpdatedAt).toISOString();
  return (
    <Panel
      title="Rules"
      note={data && savedWords(data)}
      actions={
        data && (
          <DownloadPanel
            title="Rules"
            about={{ from: at, to: at, view: everything }}
            table={tableOfRules(data.rules, names)}
          />
        )
      }
    >
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

function Rules({ book }: { readonly book: RuleBook }) {
  const isAdmin = useIsAdmin();
  const [editing, setEditing] = useState<Editing>();
  const [asked, setAsked] = useState<AskedEdit>();
  const save = useSaveAlertRules();
  const close = () => {
    save.reset();
    setEditing(undefined);
    setAsked(undefined);
  };
  const change = (wanted: RuleEdit, base: RuleBook) => {
    setAsked({ edit: wanted, base });
    save.mutate(changeBy(wanted, base), { onSuccess: close });
  };
  const edit = (draft: RuleDraft) => {
    close();
    setEditing({ draft, base: book });
  };
  return (
    <>
      {asked && !editing && save.error && (
        <RefusedEdit
          asked={asked}
          book={book}
          error={save.error}
          onRepeat={() => change(asked.edit, book)}
          onClose={close}
        />
      )}
      <RuleList
        book={book}
        admin={
          isAdmin
            ? {
                isBusy: save.isPending,
                onEdit: (rule) => edit(draftOf(rule, viewerZone)),
                onChange: (wanted) => change(wanted, book),
              }
            : undefined
        }
      />
      {isAdmin && (
        <Button onClick={() => edit(newDraft(`rule-${crypto.randomUUID().slice(0, 8)}`, viewerZone))}>
          Add a rule
        </Button>
      )}
      {editing && (
        <EditedRule
          editing={editing}
          book={book}
          isSaving={save.isPending}
          error={save.error}
          onChange={setEditing}
          onSave={(rule, onto) => change({ kind: 'put', rule }, onto)}
          onClose={close}
        />
      )}
    </>
  );
}
