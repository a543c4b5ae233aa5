import { useId } from 'react';
import { Link } from 'wouter';
import { addressOf, useView } from '../state/use-view.ts';
import { alertsPath, type Group, isAt } from './pages.ts';
import { RaisedCount } from './RaisedCount.tsx';

type Props = {
  readonly group: Group;
  /** Where somebody is. */
  readonly path: string;
  readonly onPick: () => void;
};

/** The ways to pages that belong together; each keeps the view. */
export function NavGroup({ group: { name, pages }, path, onPick }: Props) {
  const [view] = useView();
  const heading = useId();
  return (
    <>
      <p id={heading}>{name}</p>
      <ul aria-labelledby={heading}>
        {pages.map((page) => (
          <li key={page.path}>
            <Link
              href={addressOf(page.path, view)}
              aria-current={isAt(page.path, path) ? 'page' : undefined}
              onClick={onPick}
            >
              {page.name}
              {page.path === alertsPath && <RaisedCount />}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
