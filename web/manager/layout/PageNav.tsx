import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useIsAdmin } from '../sign-in/use-is-admin.ts';
import { NavGroup } from './NavGroup.tsx';
import { alertsPath, groupsFor, isAt, pages } from './pages.ts';
import { RaisedCount } from './RaisedCount.tsx';

/** The pages: a column beside the content where there is room, else behind a button that says which one is open. */
export function PageNav() {
  const [path] = useLocation();
  const isAdmin = useIsAdmin();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const here = pages.find((page) => isAt(page.path, path));
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
      <div id={list} className={isOpen ? 'page-nav-groups open' : 'page-nav-groups'}>
        {groupsFor({ isAdmin }).map((group) => (
          <NavGroup key={group.name} group={group} path={path} onPick={() => setOpen(false)} />
        ))}
      </div>
    </nav>
  );
}
