import type { Rating } from '../../../model/quality/rating.ts';

export type Cell = { readonly rating: Rating; readonly strength: number; readonly title: string };

/** When something was how bad: a cell per column of time. The words are in the label and in each cell's title. */
export function HeatStrip({ cells, label }: { readonly cells: readonly Cell[]; readonly label: string }) {
  return (
    <span className="strip" role="img" aria-label={label}>
      {cells.map((cell) => (
        <i
          key={cell.title}
          className={`cell ${cell.rating}`}
          style={{ opacity: cell.strength }}
          title={cell.title}
        />
      ))}
    </span>
  );
}
