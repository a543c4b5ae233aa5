import { Link } from 'wouter';
import { addressOf, useView } from '../state/use-view.ts';

/** A contact of which there is no record: it may go on, be older than what is kept, or not be for whoever asks. */
export function NoRecord({ contactId }: { readonly contactId: string }) {
  const [view] = useView();
  return (
    <section className="panel" aria-labelledby="no-record">
      <h1 id="no-record">No record of this contact yet</h1>
      <p>
        Amazon Connect sends it when the contact has ended, and its after-contact work with it. This page asks
        again by itself. A contact that is older than what is kept, or outside of what you may see, has no
        page either.
      </p>
      <p>
        <Link href={addressOf(`/calls/${contactId}`, view)}>What the softphone sent of it</Link> is there
        while the call goes on.
      </p>
    </section>
  );
}
