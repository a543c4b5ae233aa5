import { dayMillis, hourMillis, localMidnight, workHoursOf } from './work-hours.ts';

/**
 * What is wrong in the demo's week, for a manager to find. Everything else is as it should be.
 */
export type Faults = {
  /** All agents of one site, both directions, one day's work hours. */
  readonly siteNetwork: {
    readonly site: string;
    /** By the site's calendar. */
    readonly date: string;
    /** Epoch milliseconds. */
    readonly from: number;
    readonly to: number;
  };
  /** What one agent says, all week: a bad headset behind a bad last mile. */
  readonly agentLastMile: { readonly agent: string };
  /** One operation of the agent API, everywhere, for two hours. */
  readonly slowOperation: { readonly name: string; readonly from: number; readonly to: number };
  /** Half of this agent's calls are taken outside of the monitored page, which sends nothing of them. */
  readonly outsidePage: { readonly agent: string };
  /** This agent has a desk phone on every other day, of which no page can measure anything. */
  readonly deskPhone: { readonly agent: string };
};

/** How bad each fault is at its usual; a call gets between a third and one and a half of it. */
export const severity = {
  siteNetwork: { lossPercent: 6, jitterMillis: 42, roundTripMillis: 250 },
  agentLastMile: { lossPercent: 6.5, jitterMillis: 34, silentShare: 0.22 },
  slowOperation: { medianMillis: 3600, faultShare: 0.14 },
} as const;

/**
 * The faults of the week before `anchor`: on work days that are over, so that each is whole.
 *
 * @param anchor the day of the demo's first fill, as `YYYY-MM-DD` in UTC
 */
export function faultsOf(anchor: string): Faults {
  const site = 'Krakow';
  const { timeZone, opens, closes } = workHoursOf(site);
  const date = workDayBefore(anchor, 2);
  const midnight = localMidnight(date, timeZone);
  const slowDay = Date.parse(`${workDayBefore(anchor, 4)}T00:00:00Z`);
  return {
    siteNetwork: { site, date, from: midnight + opens * hourMillis, to: midnight + closes * hourMillis },
    agentLastMile: { agent: 'rui.martins' },
    // In these hours all three sites work.
    slowOperation: { name: 'acceptContact', from: slowDay + 8 * hourMillis, to: slowDay + 10 * hourMillis },
    outsidePage: { agent: 'karolina.grabowska' },
    deskPhone: { agent: 'paolo.torres' },
  };
}

function workDayBefore(anchor: string, count: number): string {
  let day = Date.parse(`${anchor}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    day -= dayMillis;
    if (![0, 6].includes(new Date(day).getUTCDay())) left--;
  }
  return new Date(day).toISOString().slice(0, 10);
}
