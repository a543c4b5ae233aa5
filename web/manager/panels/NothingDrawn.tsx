import { fewestInColumn } from '../../../dashboards/judge-figure.ts';

/** In the place of a picture of nothing but gaps, which looks like a fault of the page. */
export function NothingDrawn({ hasTooFew }: { readonly hasTooFew: boolean }) {
  return (
    <p className="quiet">
      {hasTooFew
        ? `Too few to draw: each point would rest on fewer than ${fewestInColumn}. The table below has what there is.`
        : 'Nothing was measured in this time.'}
    </p>
  );
}
