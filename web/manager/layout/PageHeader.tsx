import { useAuthenticator } from '@aws-amplify/ui-react';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { Link, useLocation } from 'wouter';
import { useIsAdmin } from '../sign-in/use-is-admin.ts';
import { addressOf, useView } from '../state/use-view.ts';
import type { ModeChoice } from '../theme/mode.ts';

type Props = { readonly choice: ModeChoice; readonly onChoose: (choice: ModeChoice) => void };

const looks: readonly { id: ModeChoice; text: string }[] = [
  { id: 'system', text: 'Look: as the system' },
  { id: 'light', text: 'Look: light' },
  { id: 'dark', text: 'Look: dark' },
];

/** Name, pages, and what belongs to the person: the look and the way out. */
export function PageHeader({ choice, onChoose }: Props) {
  const { user, signOut } = useAuthenticator((context) => [context.user]);
  const isAdmin = useIsAdmin();
  const name = user?.signInDetails?.loginId ?? user?.username ?? 'Account';
  const pick = (id: string) => {
    if (id === 'sign-out') signOut();
    else onChoose(id as ModeChoice);
  };
  return (
    <header className="page-header">
      <Link href="/" className="brand">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span>Softphone quality</span>
      </Link>
      <nav aria-label="Pages">
        <PageLink path="/" name="Overview" />
        <PageLink path="/calls" name="Calls" />
        {isAdmin && <PageLink path="/health" name="Health" />}
      </nav>
      <ButtonDropdown
        variant="normal"
        ariaLabel={`Account of ${name}`}
        items={[
          {
            id: 'account',
            text: name,
            items: [
              ...looks.map((look) => ({
                ...look,
                itemType: 'checkbox' as const,
                checked: look.id === choice,
              })),
            ],
          },
          { id: 'sign-out', text: 'Sign out' },
        ]}
        onItemClick={({ detail }) => pick(detail.id)}
      >
        Account
      </ButtonDropdown>
    </header>
  );
}

/** A link to another page keeps the view. */
function PageLink({ path, name }: { readonly path: string; readonly name: string }) {
  const [view] = useView();
  const [location] = useLocation();
  const here = path === '/' ? location === '/' : location.startsWith(path);
  return (
    <Link href={addressOf(path, view)} aria-current={here ? 'page' : undefined}>
      {name}
    </Link>
  );
}
