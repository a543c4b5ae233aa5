import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { openWith, saveView } from './saved-views.ts';
import { useSavedViews } from './use-saved-views.ts';

const longestName = 60;

/** Keeps the address as it is now under a name. */
export function SaveView({ onClose }: { readonly onClose: () => void }) {
  const [kept, keep] = useSavedViews();
  const [path] = useLocation();
  const search = useSearch();
  const [name, setName] = useState('');
  const [isFirst, setFirst] = useState(false);
  const trimmed = name.trim();
  const save = () => {
    if (!trimmed) return;
    const saved = saveView(kept, { name: trimmed, address: search ? `${path}?${search}` : path });
    keep(isFirst ? openWith(saved, trimmed) : saved);
    onClose();
  };
  return (
    <Modal
      visible
      header="Save this view"
      onDismiss={onClose}
      footer={
        <div className="modal-actions">
          <Button variant="link" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" disabled={!trimmed} onClick={save}>
            Save
          </Button>
        </div>
      }
    >
      <form
        className="modal-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <FormField
          label="Name"
          description="The page, its time and its filters are kept in this browser, for you alone."
          constraintText={
            kept.views.some((view) => view.name === trimmed) ? 'Replaces the view of this name.' : undefined
          }
        >
          <Input
            autoFocus
            value={name}
            onChange={({ detail }) => setName(detail.value.slice(0, longestName))}
          />
        </FormField>
        <Checkbox checked={isFirst} onChange={({ detail }) => setFirst(detail.checked)}>
          Open the site with this view
        </Checkbox>
      </form>
    </Modal>
  );
}
