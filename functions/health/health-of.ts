import { setTimeout as sleep } from 'node:timers/promises';
import type { Health } from '../../model/query/health.ts';
import type { CollectSettings } from '../../model/settings/collect.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { warningsOf } from './warnings.ts';

/** Whoever waits longer than this for a part gets the others without it. */
const partMillis = 8000;

type Part = Exclude<keyof Health, 'at' | 'warnings' | 'collect'>;

/** How to find out each part. */
export type Looks = { readonly [Name in Part]: () => Promise<Health[Name]> };

export type HealthDeps = {
  readonly agentAuth: 'none' | 'cognito';
  readonly collect: CollectSettings;
  readonly telemetry: Pick<Telemetry, 'warn'>;
  readonly now: Date;
  readonly pause?: (millis: number) => Promise<unknown>;
};

/**
 * The state of the deployment. Each part is looked at by itself: when something is down, that is when somebody looks
 * here, so the rest must still be seen.
 */
export async function healthOf(looks: Looks, deps: HealthDeps): Promise<Health> {
  const { agentAuth, collect, telemetry, now, pause = unreferenced } = deps;
  const tooLate = async () => {
    await pause(partMillis);
    throw new Error('no answer in time');
  };
  const look = async <Name extends Part>(name: Name): Promise<Health[Name] | null> => {
    try {
      return await Promise.race([looks[name](), tooLate()]);
    } catch (error) {
      telemetry.warn('a part of the health is not known', { part: name, error: describeError(error) });
      return null;
    }
  };
  const [alarms, queue, failedRecords, messages, agents, alerting, data, search, metrics] = await Promise.all(
    [
      look('alarms'),
      look('queue'),
      look('failedRecords'),
      look('messages'),
      look('agents'),
      look('alerting'),
      look('data'),
      look('search'),
      look('metrics'),
    ],
  );
  const known = { alarms, queue, failedRecords, messages, agents, alerting, data, search, metrics };
  return { at: now.toISOString(), warnings: warningsOf(agentAuth, known), collect, ...known };
}

/** Keeps no function running for itself. */
function unreferenced(millis: number): Promise<unknown> {
  return sleep(millis, undefined, { ref: false });
}
