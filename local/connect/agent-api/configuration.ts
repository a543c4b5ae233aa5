import type { AgentStateDefinition, Organisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import { epochSeconds } from './times.ts';

/** The answer of GetAgentConfiguration; Streams asks for it every 30 s. */
export function configuration({ agent }: AgentSession) {
  const { name, arn, queues } = agent.routingProfile;
  const [defaultQueue] = queues;
  return {
    configuration: {
      name: agent.name,
      username: agent.username,
      softphoneEnabled: true,
      softphoneAutoAccept: false,
      extension: '',
      agentARN: agent.arn,
      agentPreferences: { LANGUAGE: 'en-US' },
      routingProfile: {
        name,
        routingProfileARN: arn,
        channelConcurrencyMap: { VOICE: 1, CHAT: 0, TASK: 0 },
        ...(defaultQueue && {
          defaultOutboundQueue: { queueARN: defaultQueue.arn, name: defaultQueue.name },
        }),
      },
    },
  };
}

/** The answer of GetRoutingProfileQueues: the profile's queues and the agent's own, which Streams insists on. */
export function queues({ agent }: AgentSession, { instanceArn }: Organisation) {
  const shared = agent.routingProfile.queues.map(({ arn, name }) => ({ queueARN: arn, name }));
  return { queues: [...shared, { queueARN: `${instanceArn}/queue/agent/${agent.id}`, name: '' }] };
}

/** The answer of GetAgentStates. */
export function states(organisation: Organisation) {
  const startTimestamp = epochSeconds(new Date(0));
  const each = ({ arn, name, type }: AgentStateDefinition) => ({
    agentStateARN: arn,
    name,
    type,
    startTimestamp,
  });
  return { states: organisation.states.map(each) };
}
