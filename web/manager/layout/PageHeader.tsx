import { useAuthenticator } from '@aws-amplify/ui-react';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { Link } from 'wouter';
import type { ModeChoice } from '../theme/mode.ts';
import { ViewsMenu } from '../views/ViewsMenu.tsx';
import { PageNav } from './PageNav.tsx';

type Props = { readonly choice: ModeChoice; readonly onChoose: (choice: ModeChoice) => void };

const looks: readonly { id: ModeChoice; text: string }[] = [
  { id: 'system', text: 'Look: as the system' },
  { id: 'light', text: 'Look: light' },
  { id: 'dark', text: 'Look: dark' },
];

/** Name, pages, and what belongs to the person: the look and the way out. */
export function PageHeader({ choice, onChoose }: Props) {
  const { user, signOut } = useAuthenticator((context) => [context.user]);
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
      <PageNav />
      <ViewsMenu />
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
