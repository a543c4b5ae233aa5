import type { CallView, WindowView } from '../monitor/call-view.ts';

/** What the page shows as the call's figures: of a call that it hosts the last half minute until now, else the last window. */
export function lastWindow({ latest, windows }: CallView): WindowView | undefined {
  return latest ?? windows.at(-1);
}
