import type { Alarm } from '../../model/query/health.ts';
import type { Monitoring } from '../clients/monitoring.ts';

/** The alarms of the deployment that are raised, the longest first, by the names that docs/operate.md has. */
export async function alarmsHealth(
  monitoring: Pick<Monitoring, 'raisedAlarms'>,
  stack: string,
): Promise<Alarm[]> {
  const prefix = `${stack}-`;
  const raised = await monitoring.raisedAlarms(prefix);
  return raised
    .map(({ name, description, since }) => ({
      name: name.slice(prefix.length),
      description,
      since: since.toISOString(),
    }))
    .sort((a, b) => a.since.localeCompare(b.since));
}
