import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import type { Column } from './column.ts';

const time = makeTimeFormat(viewerZone);
const units = { percent: ' (%)', milliseconds: ' (ms)', mos: '' } as const;

type Sorted<Sort extends string> = { readonly sort?: Sort; readonly lowFirst?: true };

/** A text is the same in the list and in a file. */
export function textColumn<Row>(
  id: string,
  name: string,
  of: (row: Row) => string | undefined,
): Column<Row, never> {
  const say = (row: Row) => of(row) ?? notMeasured;
  return { id, name, show: say, say, inFile: of };
}

/** A figure, which a file has without its unit. */
export function figureColumn<Row, Sort extends string>(
  id: string,
  name: string,
  of: (row: Row) => number | undefined,
  { unit, ...sorted }: Sorted<Sort> & { readonly unit: keyof typeof units },
): Column<Row, Sort> {
  const say = (row: Row) => formatValue(unit, of(row));
  return { id, name, ...sorted, show: say, say, nameInFile: `${name}${units[unit]}`, inFile: of };
}

/** How long something took: minutes and seconds in the list, seconds in a file. */
export function secondsColumn<Row, Sort extends string>(
  id: string,
  name: string,
  of: (row: Row) => number | undefined,
  sorted: Sorted<Sort> = {},
): Column<Row, Sort> {
  const say = (row: Row) => {
    const seconds = of(row);
    return seconds === undefined ? notMeasured : formatDuration(seconds);
  };
  return { id, name, ...sorted, show: say, say, nameInFile: `${name} (s)`, inFile: of };
}

/** When something was: by the viewer's clock in the list, UTC in a file. */
export function timeColumn<Row>(
  id: string,
  name: string,
  of: (row: Row) => string | undefined,
): Column<Row, never> {
  const say = (row: Row) => {
    const at = of(row);
    return at === undefined ? notMeasured : time.dayAndTime(at);
  };
  return { id, name, show: say, say, nameInFile: `${name} (UTC)`, inFile: of };
}
