/**
 * Prints how many calls of the demo's week are poor, by site and day and by agent, with the faults that were put in:
 * `node local/fleet/check.ts [now]`. Needs nothing running.
 */
import { makeOrganisation } from '../organisation.ts';
import { demoWeek } from './demo-week.ts';
import { faultsAmong, poorShares, type Share } from './poor-shares.ts';

const now = new Date(process.argv[2] ?? Date.now());
let messages = 0;
const { faults, calls } = await demoWeek(makeOrganisation(), now, {
  without: ['softphone-stream-stats'],
  onMessages: (those) => {
    messages += those.length;
  },
});
const { siteDays, agents, everythingElse } = faultsAmong(calls, faults);

console.info(`${messages} messages, ${calls.length} calls; faults:`, faults);
print('By site and day, without the faulty agent', siteDays);
print('By agent, without the faulty site’s day', agents.slice(0, 12));
print(
  'By hour of the day (UTC)',
  poorShares(calls, (call) => call.startedAt.slice(11, 13)),
);
print('What is not a fault', everythingElse);

function print(title: string, shares: readonly Share[]): void {
  console.info(`\n${title}`);
  for (const { of, calls: all, poor } of shares) {
    console.info(
      `  ${of.padEnd(26)} ${String(all).padStart(5)} calls ${((100 * poor) / all).toFixed(1).padStart(6)} % poor`,
    );
  }
}
