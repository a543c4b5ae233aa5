import type { ContactRow } from '../../../model/query/contacts.ts';
import { RatingMark } from '../layout/RatingMark.tsx';
import { failureName, reasonName } from '../words/names.ts';

/** How the worst of a contact's calls was, and why; where nothing was measured, that. */
export function SoundOfContact({
  contact: { softphone, hasStatistics, expectsStatistics },
}: {
  readonly contact: ContactRow;
}) {
  if (!softphone) {
    return (
      <span className="quiet">{expectsStatistics && hasStatistics === false ? 'No statistics' : '–'}</span>
    );
  }
  const { rating, ratingReasons, failures } = softphone;
  const why =
    failures.length > 0 ? failures.map(failureName).join('; ') : ratingReasons.map(reasonName).join(', ');
  return (
    <span className="with-reason">
      <RatingMark rating={rating} />
      {why && <small>{why}</small>}
    </span>
  );
}
