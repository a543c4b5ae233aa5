import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useIsAdmin } from '../sign-in/use-is-admin.ts';
import { addressOf, useView } from '../state/use-view.ts';
import { alertsPath, isAt, pages } from './pages.ts';
import { RaisedCount } from './RaisedCount.tsx';

/** The pages: side by side where there is room, else behind a button that says which one is open. Each keeps the view. */
export function PageNav() {
  const [view] = useView();
  const [path] = useLocation();
  const isAdmin = useIsAdmin();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const shown = pages.filter(({ forAdmins }) => isAdmin || !forAdmins);
  const here = shown.find((page) => isAt(page.path, path));
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  const closeOutside = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <nav aria-label="Pages" className="page-nav" onKeyDown={closeByKey} onBlur={closeOutside}>
      <button
        ref={button}
        type="button"
        className="page-nav-button"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="page-nav-name">
          <span aria-hidden="true">☰</span> {here?.name ?? 'Pages'}
        </span>
        {here?.path !== alertsPath && <RaisedCount />}
      </button>
      <ul id={list} className={isOpen ? 'open' : ''}>
        {shown.map((page) => (
          <li key={page.path}>
            <Link
              href={addressOf(page.path, view)}
              aria-current={page === here ? 'page' : undefined}
              onClick={() => setOpen(false)}
            >
              {page.name}
              {page.path === alertsPath && <RaisedCount />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
