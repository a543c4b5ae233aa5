import type { ConnectClient } from '@aws-sdk/client-connect';
import type { MetricsSettings } from '../../model/settings/metrics.ts';
import type { InstanceDirectory } from '../clients/instance-directory.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import type { MetricWriting } from './write-metrics.ts';

/** What it takes to poll how things stand now. */
export type CurrentPolling = MetricWriting & {
  readonly instanceId: string;
  readonly settings: MetricsSettings;
  readonly connect: ConnectClient;
  readonly instance: InstanceDirectory;
  readonly telemetry: Pick<Telemetry, 'warn'>;
  readonly pause: (millis: number) => Promise<unknown>;
};
