import { deployedIngest } from './deployed.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';

/** `POST /softphone-reports` */
export const handler = deployedIngest(softphoneReportKind);
