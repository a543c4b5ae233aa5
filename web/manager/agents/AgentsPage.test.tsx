import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Router } from 'wouter';
import { defaultLimits as limits } from '../../../model/quality/limits.ts';
import type { AgentStateNow } from '../../../model/query/agent-states.ts';
import { ApiUrlProvider } from '../queries/api-url.ts';
import { everything } from '../state/view.ts';
import { AgentsPage } from './AgentsPage.tsx';

const at = '2026-03-04T10:00:00.000Z';
const period = { from: '2026-03-03T10:00:00.000Z', to: at };
const tooFew = { poorCalls: { value: null, restsOn: 0 }, chance: null, verdict: 'tooFew' };
const agents = ['ana.silva', 'rui.martins'].map((agent) => ({
  agent,
  routingProfile: 'Sales',
  now: {},
  before: null,
  ownPast: tooFew,
  peers: tooFew,
}));
const state = (agent: string, change: Partial<AgentStateNow> = {}): AgentStateNow => ({
  agent,
  routingProfile: null,
  signedIn: true,
  state: 'Available',
  stateType: 'ROUTABLE',
  since: '2026-03-04T09:50:00.000Z',
  contacts: [],
  heardAt: '2026-03-04T09:59:00.000Z',
  ...change,
});

/** The rows of the page's tables, the cells apart. */
function rowsOf(states: readonly AgentStateNow[]): string[][] {
  const client = new QueryClient();
  const answer = { ...period, before: period, limits, agents, more: false };
  client.setQueryData(['agents', ''], { view: everything, answer });
  client.setQueryData(['agent-states', ''], { at, agents: states, more: false });
  const html = renderToString(
    <Router ssrPath="/agents" ssrSearch="">
      <QueryClientProvider client={client}>
        <ApiUrlProvider value="https://api.example.com">
          <AgentsPage />
        </ApiUrlProvider>
      </QueryClientProvider>
    </Router>,
  );
  return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, ' ')),
  );
}

test('each agent’s last state stands beside the figures; of whom nothing is known, nothing', () => {
  const contacts = [{ contactId: '0c0ffee0-0000-4000-8000-000000000001', state: 'CONNECTED' }];
  const rows = rowsOf([
    state('ana.silva', { contacts }),
    state('ewa.mazur'),
    state('gone', { signedIn: false }),
  ]);
  const nowOf = (agent: string) => rows.find(([name]) => name?.includes(agent))?.[1]?.trim();
  expect(nowOf('ana.silva')).toMatch(/^Available, on a contact +since \d\d:\d\d$/);
  expect(nowOf('rui.martins')).toBe('–');
  // Who is signed in without calls is listed apart; who has signed out is only counted.
  expect(nowOf('ewa.mazur')).toMatch(/^Available +since/);
  expect(nowOf('gone')).toBeUndefined();
});

test('where nothing is collected there is no such column', () => {
  const [head] = rowsOf([]);
  expect(head?.map((cell) => cell.trim())).not.toContain('Now');
});
