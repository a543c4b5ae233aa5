import type { Rating } from '../../../model/quality/rating.ts';
import { ratingNames } from '../words/names.ts';

/** A rating as shape, colour and word. */
export function RatingMark({ rating, text }: { readonly rating: Rating; readonly text?: string }) {
  return (
    <span className={`rating ${rating}`}>
      <Shape rating={rating} />
      {text ?? ratingNames[rating]}
    </span>
  );
}

/** Round, triangle, square and ring: told apart without colours. */
export function Shape({ rating }: { readonly rating: Rating }) {
  return (
    <svg className={`shape ${rating}`} viewBox="0 0 12 12" width={12} height={12} aria-hidden="true">
      {rating === 'good' && <circle cx={6} cy={6} r={5} />}
      {rating === 'fair' && <path d="M6 1 11.5 11H.5Z" />}
      {rating === 'poor' && <rect x={1} y={1} width={10} height={10} rx={2} />}
      {rating === 'unclassified' && <circle cx={6} cy={6} r={4} className="ring" />}
    </svg>
  );
}
