import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Modal from '@cloudscape-design/components/modal';
import { Link } from 'wouter';
import { forgetView, openWith, type SavedView } from './saved-views.ts';
import { useSavedViews } from './use-saved-views.ts';

/** The views that somebody keeps: to share one as a link, to open the site with it, to forget it. */
export function KeptViews({ onClose }: { readonly onClose: () => void }) {
  const [kept, keep] = useSavedViews();
  return (
    <Modal visible header="Saved views" onDismiss={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      {kept.views.length === 0 && <p className="quiet">There are none any more.</p>}
      <ul className="kept-views">
        {kept.views.map((view) => (
          <li key={view.name}>
            <Link href={view.address} onClick={onClose}>
              {view.name}
            </Link>
            <Actions
              view={view}
              isFirst={view.name === kept.first}
              onFirst={(isFirst) => keep(openWith(kept, isFirst ? view.name : undefined))}
              onForget={() => keep(forgetView(kept, view.name))}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}

type ActionsProps = {
  readonly view: SavedView;
  readonly isFirst: boolean;
  readonly onFirst: (isFirst: boolean) => void;
  readonly onForget: () => void;
};

function Actions({ view: { name, address }, isFirst, onFirst, onForget }: ActionsProps) {
  return (
    <span className="kept-view-actions">
      <CopyToClipboard
        variant="icon"
        textToCopy={new URL(address, location.href).href}
        copyButtonAriaLabel={`Copy the link to ${name}`}
        copySuccessText="Copied: whoever may see the same calls sees the same view"
        copyErrorText="The browser did not let the page copy"
      />
      <Button
        variant="inline-link"
        ariaLabel={isFirst ? `Do not open the site with ${name}` : `Open the site with ${name}`}
        onClick={() => onFirst(!isFirst)}
      >
        {isFirst ? 'Opens first ✓' : 'Open first'}
      </Button>
      <Button variant="inline-link" ariaLabel={`Forget ${name}`} onClick={onForget}>
        Forget
      </Button>
    </span>
  );
}
