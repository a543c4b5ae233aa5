import type { CostOfAsking } from './cost-of-asking.ts';

/** What one page costs over one range, at one size. */
export type PageCost = CostOfAsking & {
  readonly page: string;
  readonly range: string;
  /** Windows in a month. */
  readonly millions: number;
  /** Whether it reads kinds of which the period before has nothing. */
  readonly isAlone: boolean;
};

/** A row per page and a column per range and size, with the milliseconds of a cold request cache; nothing where it was not asked. */
export function costTable(costs: readonly PageCost[]): string[] {
  const pages = [...new Set(costs.map(({ page }) => page))];
  const ranges = [...new Set(costs.map(({ range }) => range))];
  const sizes = [...new Set(costs.map(({ millions }) => millions))];
  const columns = ranges.flatMap((range) => sizes.map((millions) => ({ range, millions })));
  const head = columns.map(({ range, millions }) => `${range}, ${millions} M`);
  const rows = pages.map((page) => [page, ...columns.map((column) => cell(costs, { page, ...column }))]);
  return aligned([['ms', ...head], ...rows]);
}

function cell(costs: readonly PageCost[], of: Pick<PageCost, 'page' | 'range' | 'millions'>): string {
  const found = costs.find(
    ({ page, range, millions }) => page === of.page && range === of.range && millions === of.millions,
  );
  return found ? found.cold.toFixed(0) : '';
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
