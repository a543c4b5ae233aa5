import { allMeasures, type Panel } from '../../../dashboards/panels/panel.ts';

/**
 * Which panels take the whole line where two have room side by side: what is looked at first, tables of many columns,
 * and whoever would stand beside nobody.
 */
export function widePanels(panels: readonly Panel[]): ReadonlySet<string> {
  const wide = new Set<string>();
  let waiting: Panel | undefined;
  for (const panel of panels) {
    if (needsRoom(panel)) {
      if (waiting) wide.add(waiting.id);
      waiting = undefined;
      wide.add(panel.id);
    } else {
      waiting = waiting ? undefined : panel;
    }
  }
  if (waiting) wide.add(waiting.id);
  return wide;
}

function needsRoom(panel: Panel): boolean {
  return (
    ['figures', 'contacts'].includes(panel.kind) ||
    (panel.kind === 'breakdown' && allMeasures(panel).length > 3)
  );
}
