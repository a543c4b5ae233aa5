import { deployedIngest } from './deployed.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';

/** `POST /softphone-stats` */
export const handler = deployedIngest(softphoneStatsKind);
