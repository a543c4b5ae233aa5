import type { Health } from '../../model/query/health.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { warningsOf } from './warnings.ts';

type Part = Exclude<keyof Health, 'at' | 'warnings'>;

/** How to find out each part. */
export type Looks = { readonly [Name in Part]: () => Promise<Health[Name]> };

/**
 * The state of the deployment. Each part is looked at by itself: when something is down, that is when somebody looks
 * here, so the rest must still be seen.
 */
export async function healthOf(
  looks: Looks,
  {
    agentAuth,
    telemetry,
    now,
  }: { agentAuth: 'none' | 'cognito'; telemetry: Pick<Telemetry, 'warn'>; now: Date },
): Promise<Health> {
  const look = async <Name extends Part>(name: Name): Promise<Health[Name] | null> => {
    try {
      return await looks[name]();
    } catch (error) {
      telemetry.warn('a part of the health is not known', { part: name, error: describeError(error) });
      return null;
    }
  };
  const [alarms, queue, failedRecords, messages, agents, data, search] = await Promise.all([
    look('alarms'),
    look('queue'),
    look('failedRecords'),
    look('messages'),
    look('agents'),
    look('data'),
    look('search'),
  ]);
  const known = { alarms, queue, failedRecords, messages, agents, data, search };
  return { at: now.toISOString(), warnings: warningsOf(agentAuth, known), ...known };
}
