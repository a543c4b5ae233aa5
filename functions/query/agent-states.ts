import { agentStateDocument, agentStatesIndex } from '../../model/documents/agent-event.ts';
import type { AgentStateNow, AgentStates, AgentStatesQuery } from '../../model/query/agent-states.ts';
import { dimensionFields, dimensionsOfAgents } from '../../model/query/dimension.ts';
import type { Ask, Search } from './ask.ts';
import { allOf, anyValue } from './conditions.ts';

/** An instance has some thousand agents; with more, whoever asks narrows the view. */
const mostAgents = 5000;

const read = agentStateDocument.pick({
  agent: true,
  agentRoutingProfile: true,
  signedIn: true,
  state: true,
  contacts: true,
  at: true,
});

/** Answers `GET /query/agent-states`: what Amazon Connect said last of each agent. */
export async function agentStatesOf(query: AgentStatesQuery, ask: Ask, at: Date): Promise<AgentStates> {
  const [answer] = await ask([statesSearch(query)]);
  const hits = answer?.hits.hits ?? [];
  return {
    at: at.toISOString(),
    agents: newestOfEach(hits.slice(0, mostAgents).flatMap((hit) => stateOf(read.parse(hit._source)))),
    more: hits.length > mostAgents,
  };
}

/** Only of agents whose name is known: settings may leave it out, and then nobody could tell whose state it is. */
function statesSearch(query: AgentStatesQuery): Search {
  return {
    index: agentStatesIndex,
    body: {
      size: mostAgents + 1,
      _source: { includes: Object.keys(read.shape) },
      query: allOf([
        { exists: { field: 'agent' } },
        ...dimensionsOfAgents.flatMap((name) => anyValue(dimensionFields[name], query[name])),
      ]),
      sort: [{ agent: 'asc' }, { at: 'desc' }],
    },
  };
}

/** A user who was deleted and made anew is two agents of one name. */
function newestOfEach(states: readonly AgentStateNow[]): AgentStateNow[] {
  return states.filter(({ agent }, i) => states[i - 1]?.agent !== agent);
}

/** An ended contact is still among an agent's until the after-contact work is done: it is shown as it is. */
function stateOf(document: ReturnType<typeof read.parse>): AgentStateNow[] {
  const { agent, agentRoutingProfile, signedIn, state, contacts = [], at } = document;
  if (agent === undefined) return [];
  return [
    {
      agent,
      routingProfile: agentRoutingProfile ?? null,
      signedIn,
      state: state?.name ?? null,
      stateType: state?.type ?? null,
      since: state?.since ?? null,
      contacts: contacts.map((contact) => ({ contactId: contact.contactId, state: contact.state ?? null })),
      heardAt: at,
    },
  ];
}
