import { type Finding, found, passed } from './finding.ts';
import { preflightLimits } from './limits.ts';

const ticks = 25;
const tickMillis = 40;

/**
 * Sleeps 25 times for 40 ms and looks how late each wake-up is: what is late was somebody else's processor time, be it this
 * page's, the browser's or another program's. Costs next to nothing itself. A hidden page is woken late on purpose (HTML, timers
 * in background pages), so there is nothing to measure then.
 */
export async function checkProcessor(): Promise<Finding> {
  if (document.hidden) return found('skipped', 'unsupported');
  const late: number[] = [];
  for (let tick = 0; tick < ticks; tick += 1) late.push(await lateness());
  return document.hidden ? found('skipped', 'unsupported') : judgeProcessor(late);
}

/** @param lateMillis how late each of the wake-ups was */
export function judgeProcessor(lateMillis: readonly number[]): Finding {
  const busy = lateMillis.reduce((sum, late) => sum + Math.max(0, late), 0);
  const free = (ticks * tickMillis) / (ticks * tickMillis + busy);
  return free < preflightLimits.leastFreeShare ? found('limited', 'slow', free) : passed(free);
}

function lateness(): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) =>
    setTimeout(() => resolve(performance.now() - began - tickMillis), tickMillis),
  );
}
