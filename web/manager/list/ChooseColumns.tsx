import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import type { Column } from './column.ts';

type Props = {
  /** All that there are; the first one is always shown. */
  readonly columns: readonly Pick<Column<never>, 'id' | 'name'>[];
  readonly shown: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
};

/** Which columns the list has, and in which order. */
export function ChooseColumns({ columns, shown, onChoose }: Props) {
  const [fixed, ...others] = columns;
  const hidden = columns.map(({ id }) => id).filter((id) => !shown.includes(id));
  return (
    <CollectionPreferences
      title="Columns"
      confirmLabel="Show"
      cancelLabel="Cancel"
      preferences={{
        contentDisplay: [
          ...shown.map((id) => ({ id, visible: true })),
          ...hidden.map((id) => ({ id, visible: false })),
        ],
      }}
      contentDisplayPreference={{
        title: 'Columns of the list',
        description: 'The address holds your choice: save it as a view, or send it on.',
        options: [
          { id: fixed?.id ?? '', label: fixed?.name ?? '', alwaysVisible: true },
          ...others.map(({ id, name }) => ({ id, label: name })),
        ],
      }}
      onConfirm={({ detail }) =>
        onChoose((detail.contentDisplay ?? []).filter(({ visible }) => visible).map(({ id }) => id))
      }
    />
  );
}
