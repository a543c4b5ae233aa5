import { z } from 'zod';
import type { Named } from '../../../organisation.ts';
import { epochSeconds } from '../../agent-api/times.ts';
import type { AgentSession } from '../../agents/agent-session.ts';
import { pageOf } from '../paging.ts';

const request = z.strictObject({
  Filters: z.strictObject({ RoutingProfiles: z.array(z.string()).min(1).max(100) }),
  MaxResults: z.int().min(1).max(100).default(100),
  NextToken: z.string().optional(),
});

/**
 * The answer of GetCurrentUserData: who of the asked routing profiles is signed in, and what they are in and at.
 * @throws ConnectApiError or ZodError for what Connect would refuse, and for what is not played
 */
export function userData(body: unknown, signedIn: readonly AgentSession[], pageSize: number) {
  const { Filters, MaxResults, NextToken } = request.parse(body);
  const isAsked = ({ id, arn }: Named) => Filters.RoutingProfiles.some((one) => one === id || one === arn);
  const found = signedIn.filter(({ agent }) => isAsked(agent.routingProfile)).map(userOf);
  const page = pageOf(found, { maxResults: Math.min(MaxResults, pageSize), nextToken: NextToken });
  const { items, ...next } = page;
  return { UserDataList: items, ...next, ApproximateTotalCount: found.length };
}

/** The status is what the agent chose: a call shows in the contacts. */
function userOf({ agent, chosen, nextState, call }: AgentSession) {
  const reference = ({ id, arn }: Named) => ({ Id: id, Arn: arn });
  const slots = { VOICE: 1 };
  return {
    User: reference(agent),
    RoutingProfile: reference(agent.routingProfile),
    HierarchyPath: {
      LevelOne: reference(agent.hierarchy.level1),
      LevelTwo: reference(agent.hierarchy.level2),
    },
    Status: {
      StatusArn: chosen.arn,
      StatusName: chosen.name,
      StatusStartTimestamp: epochSeconds(chosen.since),
    },
    NextStatus: nextState?.name,
    MaxSlotsByChannel: slots,
    AvailableSlotsByChannel: { VOICE: call ? 0 : 1 },
    ActiveSlotsByChannel: { VOICE: call ? 1 : 0 },
    Contacts: call
      ? [
          {
            ContactId: call.contactId,
            Channel: 'VOICE',
            AgentContactState: call.state.toUpperCase(),
            StateStartTimestamp: epochSeconds(call.since),
            Queue: reference(call.spec.queue),
          },
        ]
      : [],
  };
}
