import type { VerdictLimits } from '../../model/verdict/limits.ts';
import type { Clause } from '../query/ask.ts';

/** Contacts that are judged, as `judgeContact` (model/verdict/judge-contact.ts) has something to complain of. */
export function complaintClause({ lowNativeScore: lt }: Pick<VerdictLimits, 'lowNativeScore'>): Clause {
  return {
    bool: {
      should: [
        // A call whose set-up failed is rated poor, too.
        { term: { 'softphone.rating': 'poor' } },
        { range: { 'nativeQuality.agent.score': { lt } } },
        { range: { 'nativeQuality.customer.score': { lt } } },
        { exists: { field: 'potentialDisconnectIssue' } },
      ],
      minimum_should_match: 1,
    },
  };
}

/** That there is a verdict already. */
export const isJudged: Clause = { exists: { field: 'verdict.fault' } };
