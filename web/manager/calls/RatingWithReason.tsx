import type { CallRow } from '../../../model/query/call-row.ts';
import { RatingMark } from '../layout/RatingMark.tsx';
import { failureName, reasonName } from '../words/names.ts';

/** How a call was, and why. */
export function RatingWithReason({ call }: { readonly call: CallRow }) {
  const why = reasonsOf(call);
  return (
    <span className="with-reason">
      <RatingMark rating={call.rating} />
      {why && <small>{why}</small>}
    </span>
  );
}

function reasonsOf({ missed, failures, ratingReasons }: CallRow): string {
  if (missed) return 'missed';
  if (failures.length > 0) return failures.map(failureName).join('; ');
  return ratingReasons.map(reasonName).join(', ');
}
