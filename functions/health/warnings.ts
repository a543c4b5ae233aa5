import type { Health } from '../../model/query/health.ts';

type Known = Pick<Health, 'messages' | 'data' | 'failedRecords'>;

/**
 * What an admin should know of the deployment although nothing fails. What could not be found out gives no warning:
 * the page says that it is not known.
 */
export function warningsOf(
  agentAuth: 'none' | 'cognito',
  { messages, data, failedRecords }: Known,
): Health['warnings'] {
  const unknownAgents = (messages?.rejected ?? [])
    .filter(({ reason }) => reason === 'unknownAgent')
    .reduce((sum, { count }) => sum + count, 0);
  return [
    ...(agentAuth === 'none' ? [{ kind: 'openIngest' as const }] : []),
    ...(data?.users === 0 ? [{ kind: 'usersNotSynced' as const }] : []),
    ...(unknownAgents > 0 ? [{ kind: 'unknownAgents' as const, count: unknownAgents }] : []),
    ...((failedRecords?.count ?? 0) > 0
      ? [{ kind: 'recordsSetAside' as const, count: failedRecords?.count ?? 0 }]
      : []),
  ];
}
