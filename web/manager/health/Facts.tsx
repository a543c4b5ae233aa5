import type { ReactNode } from 'react';

type Fact = { readonly name: string; readonly value: ReactNode };

/** Names and values; what is not known says so. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="pairs">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined ? <Unknown /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Instead of a figure that could not be found out. */
export function Unknown() {
  return <span className="quiet">not known</span>;
}

/** Instead of a part that could not be found out. */
export function UnknownPart({ what }: { readonly what: string }) {
  return <p className="quiet">Not known: {what} could not be asked. This page tries again by itself.</p>;
}
