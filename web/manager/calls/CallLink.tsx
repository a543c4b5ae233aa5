import { Link } from 'wouter';
import type { CallRow } from '../../../model/query/call-row.ts';
import { addressOfCall } from '../state/address-of-call.ts';
import { useView } from '../state/use-view.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

/** When a call began, and the way to its page. */
export function CallLink({ call }: { readonly call: CallRow }) {
  const [view] = useView();
  const when = time.dayAndTime(call.startedAt);
  return (
    <Link href={addressOfCall(call, view)} aria-label={`Call of ${call.agent}, ${when}`}>
      {when}
    </Link>
  );
}
