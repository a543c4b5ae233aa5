import { metaOf, type SavedObject, savedObject } from './saved-object.ts';

/** Panels beside each other; together they are 48 wide. */
export type Row = {
  readonly height: number;
  readonly panels: readonly (readonly [panel: SavedObject, width: number])[];
};

export type Dashboard = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly Row[];
};

const fullWidth = 48;
/** The shape of a panel has not changed since. */
const panelVersion = '7.9.3';

/** The panels, and the dashboard that lays them out in rows; of the last week until one chooses otherwise. */
export function dashboard({ id, title, description, rows }: Dashboard): readonly SavedObject[] {
  const placed = placesOf(rows);
  const attributes = {
    title,
    description,
    hits: 0,
    panelsJSON: JSON.stringify(placed.map(({ panel, place }, i) => panelOf(panel, place, i))),
    optionsJSON: JSON.stringify({ useMargins: true, hidePanelTitles: false }),
    timeRestore: true,
    timeFrom: 'now-7d',
    timeTo: 'now',
    refreshInterval: { pause: true, value: 0 },
    version: 1,
    ...metaOf(undefined),
  };
  const references = placed.map(({ panel }, i) => ({ id: panel.id, name: `panel_${i}`, type: panel.type }));
  return [...placed.map(({ panel }) => panel), savedObject('dashboard', id, attributes, references)];
}

type Place = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

function placesOf(rows: readonly Row[]): { readonly panel: SavedObject; readonly place: Place }[] {
  let y = 0;
  return rows.flatMap(({ height: h, panels }) => {
    let x = 0;
    const placed = panels.map(([panel, w]) => {
      const place = { x, y, w, h };
      x += w;
      return { panel, place };
    });
    if (x !== fullWidth) throw new Error(`A row of ${panels[0]?.[0].id} is ${x} wide, not ${fullWidth}`);
    y += h;
    return placed;
  });
}

/** A dashboard forgets what was set by clicks in a visualization, so it says so itself. */
function panelOf({ attributes: { uiStateJSON = '{}' } }: SavedObject, place: Place, i: number) {
  const panelIndex = String(i);
  return {
    version: panelVersion,
    gridData: { ...place, i: panelIndex },
    panelIndex,
    embeddableConfig: JSON.parse(String(uiStateJSON)) as object,
    panelRefName: `panel_${i}`,
  };
}
