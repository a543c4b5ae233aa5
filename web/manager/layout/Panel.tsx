import type { ReactNode } from 'react';
import { useId } from 'react';

type Props = {
  /** Its place in the page's address. */
  readonly id?: string;
  /** Whether it takes the whole line where others stand side by side. */
  readonly isWide?: boolean;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page with a heading of its own. */
export function Panel({ id, isWide, title, note, actions, children }: Props) {
  const heading = useId();
  return (
    <section className={isWide ? 'panel wide' : 'panel'} id={id} aria-labelledby={heading}>
      <div className="panel-head">
        <div>
          <h2 id={heading}>{title}</h2>
          {note && <p className="note">{note}</p>}
        </div>
        {actions && <div className="panel-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
