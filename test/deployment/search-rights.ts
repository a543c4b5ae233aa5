import { expect } from 'vitest';
import * as z from 'zod';
import { arnOf, type Deployment } from './deployment.ts';
import { rightsOf } from './role-rights.ts';
import { policyDocument, statementsOf } from './template.ts';

const setup = z.object({
  Writers: z.array(arnOf),
  Readers: z.array(arnOf),
  Keepers: z.array(arnOf),
  Admins: z.array(arnOf),
  Partners: z.array(arnOf),
  PartnerIndices: z.array(z.string()),
});
const principal = z.object({ AWS: arnOf });

/** That the search domain's own policy admits whom the roles send there, to ask what the roles may. */
export function expectDomainToAdmitByRoles(deployment: Deployment): void {
  const domain = deployment.one('AWS::OpenSearchService::Domain').properties;
  const statements = policyDocument
    .parse(domain.AccessPolicies)
    .Statement.map((its) => ({ role: principal.parse(its.Principal).AWS, its }));
  const admitted = [...new Set(statements.map(({ role }) => role))].map((role) => {
    const own = statements.filter((statement) => statement.role === role);
    return { role, rights: rightsOf(own.map(({ its }) => its)) };
  });
  const searching = deployment.roles
    .map((role) => ({ role: role.name, rights: rightsOf(statementsOf(role)) }))
    .map(({ role, rights }) => ({ role, rights: rights.filter((right) => right.startsWith('es:')) }))
    .filter(({ rights }) => rights.length > 0);
  const byRole = (one: { role: string }, other: { role: string }) => one.role.localeCompare(other.role);
  expect(admitted.sort(byRole)).toEqual(searching.sort(byRole));
}

/** That each role is, within the domain, among those of its work. */
export function expectRightsOfWork(deployment: Deployment): void {
  const { Writers, Readers, Keepers, Admins } = setup.parse(deployment.one('Custom::SearchSetup').properties);
  expect(Keepers).toEqual(['RetentionRole']);
  expect(Readers.sort()).toEqual([
    'HealthRole',
    'QueryRole',
    'RealTimeRole',
    'ReconcileRole',
    'SendWfmRole',
    'WatchRole',
    'WfmFilesRole',
  ]);
  expect(Writers.sort()).toEqual([
    'AgentEventsRole',
    'AlertPagesRole',
    'AlertRole',
    'ApiMetricsRole',
    'BackfillRole',
    'ContactFlowLogsRole',
    'ContactRecordsRole',
    'CurrentMetricsRole',
    'EraseRole',
    'HistoricalMetricsRole',
    'JoinRole',
    'JudgeRole',
    'QueuedMessagesRole',
    'ReplayRole',
    'RollUpRole',
    'SelfTestRole',
    'SoftphoneReportsRole',
    'SoftphoneStatsRole',
    'UsersRole',
  ]);
  expect(Admins).toEqual(['DashboardsAdminRole']);
}

/** That within the domain the partner of the variant `hardened` has the indices of what that variant chooses. */
export function expectPartnerToBeConfined(deployment: Deployment): void {
  expect(setup.parse(deployment.one('Custom::SearchSetup').properties)).toMatchObject({
    Partners: ['PartnerRole'],
    PartnerIndices: ['softphone-calls-*', 'softphone-call-reports-*'],
  });
}
