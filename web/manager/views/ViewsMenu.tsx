import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { useSavedViews } from './use-saved-views.ts';

const SaveView = lazy(async () => ({ default: (await import('./SaveView.tsx')).SaveView }));
const KeptViews = lazy(async () => ({ default: (await import('./KeptViews.tsx')).KeptViews }));

const view = (index: number) => `view-${index}`;

/** The views that somebody keeps: to open one, to keep what is shown now, to put them in order. */
export function ViewsMenu() {
  const [{ views, first }] = useSavedViews();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'save' | 'kept'>();
  const pick = (id: string) => {
    if (id === 'save' || id === 'kept') return setOpen(id);
    const chosen = views.find((_, i) => view(i) === id);
    if (chosen) navigate(chosen.address);
  };
  return (
    <>
      <ButtonDropdown
        variant="normal"
        ariaLabel="Saved views"
        items={[
          ...views.map(({ name }, i) => ({
            id: view(i),
            text: name,
            ...(name === first ? { secondaryText: 'opens first' } : {}),
          })),
          { id: 'save', text: 'Save this view …' },
          { id: 'kept', text: 'Manage saved views …', disabled: views.length === 0 },
        ]}
        onItemClick={({ detail }) => pick(detail.id)}
      >
        Views
      </ButtonDropdown>
      <Suspense>
        {open === 'save' && <SaveView onClose={() => setOpen(undefined)} />}
        {open === 'kept' && <KeptViews onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}
