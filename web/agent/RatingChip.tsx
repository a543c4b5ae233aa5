import type { Rating } from '../../model/quality/rating.ts';

const words: Readonly<Record<Rating, string>> = {
  good: 'Good',
  fair: 'Fair',
  poor: 'Poor',
  unclassified: 'Not judged',
};
/** A shape each, so that no rating hangs on its colour. */
const shapes: Readonly<Record<Rating, string>> = {
  good: 'M3.5 8.5l3 3 6-7',
  fair: 'M8 4v5M8 11.6v.4',
  poor: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  unclassified: 'M4 8h8',
};

export function RatingChip({ rating }: { readonly rating: Rating }) {
  return (
    <span className={`chip chip-${rating}`} data-testid="rating" data-rating={rating}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[rating]} />
      </svg>
      {words[rating]}
    </span>
  );
}
