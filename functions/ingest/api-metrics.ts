import { apiMetricsKind } from './api-metrics-kind.ts';
import { deployedIngest } from './deployed.ts';

/** `POST /api-metrics` */
export const handler = deployedIngest(apiMetricsKind);
