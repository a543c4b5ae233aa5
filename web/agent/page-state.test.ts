import { expect, test } from 'vitest';
import { agentSiteSettings } from '../../model/settings/agent-site.ts';
import { buildSamples } from '../../test/builders.ts';
import { newCallRecord } from '../monitor/call-record.ts';
import { noteSnapshot } from '../monitor/watch-calls.ts';
import { withCall } from '../monitor/with-call.ts';
import { adviceFor } from './advice.ts';
import { emptyPage, withoutTrouble, withTrouble } from './page-state.ts';

const record = (contactId: string, ...states: ('ringing' | 'connected' | 'ended')[]) =>
  states.reduce(
    (known, state) => noteSnapshot(known, { contactId, state, onHold: false, facts: {} }, 0),
    newCallRecord(contactId, 0),
  );

test('shows the call the agent is talking in, before one that rings, before one that is over', () => {
  const talking = withCall(emptyPage, record('a', 'ringing', 'connected'));
  expect(withCall(talking, record('b', 'ringing')).call?.contactId).toBe('a');
  const over = withCall(talking, record('a', 'connected', 'ended'));
  expect(over.call).toMatchObject({ phase: 'over', outcome: 'ended' });
  expect(withCall(over, record('b', 'ringing')).call?.contactId).toBe('b');
});

test('of a call that the page hosts it shows the last half minute until now, beside the windows, until the call is over', () => {
  const samples = (seconds: number, lossPercent: number) => ({
    audio_input: buildSamples('audio_input', seconds, { lossPercent }, 0),
    audio_output: buildSamples('audio_output', seconds, {}, 0),
  });
  const call = record('a', 'ringing', 'connected');
  const now = withCall(emptyPage, call, undefined, samples(5, 10));
  expect(now.call).toMatchObject({ windows: [], latest: { endedAt: 4000 } });
  const closed = withCall(now, call, samples(29, 0));
  expect(closed.call?.windows).toHaveLength(1);
  expect(closed.call?.latest?.toAgent?.summary.rating).toBe('poor');
  expect(withCall(closed, record('a', 'connected', 'ended')).call).not.toHaveProperty('latest');
});

test('a trouble is shown once, until it is gone', () => {
  const one = withTrouble(withTrouble(emptyPage, { kind: 'signIn' }), { kind: 'signIn' });
  expect(one.troubles).toHaveLength(1);
  expect(withoutTrouble(one, 'microphoneBlocked')).toBe(one);
  expect(withoutTrouble(one, 'signIn').troubles).toEqual([]);
});

test('judges a call by the limits of the deployment', () => {
  const settings = (qualityLimits?: object) =>
    agentSiteSettings.parse({
      stage: 'prod',
      region: 'eu-central-1',
      instanceId: 'i',
      apiUrl: 'https://api.example',
      ccpUrl: 'https://ccp.example',
      retentionDays: 90,
      ...(qualityLimits ? { qualityLimits } : {}),
    });
  const samples = {
    audio_input: buildSamples('audio_input', 29, { lossPercent: 3 }, 0),
    audio_output: buildSamples('audio_output', 29, {}, 0),
  };
  const seen = (limits?: object) => {
    const page = { ...emptyPage, limits: settings(limits).qualityLimits };
    const { call } = withCall(page, record('a', 'ringing', 'connected'), samples);
    return [call?.windows[0]?.toAgent?.summary.rating, call && adviceFor(call, page.limits)?.tone];
  };
  expect(seen()).toEqual(['fair', 'fair']);
  expect(seen({ poor: { packetsLostPercent: 2 } })).toEqual(['poor', 'poor']);
  expect(seen({ fair: { packetsLostPercent: 4 } })).toEqual(['good', 'good']);
});
