import type { Split } from '../../model/query/split.ts';
import { lossFromAgent, lossToAgent, roundTripToAgent } from '../measures/audio.ts';
import { calls, poorCalls, setupFailures } from '../measures/calls.ts';
import { connectionsLost, iceRestarts } from '../measures/setup.ts';
import { windowMeasures } from '../measures/windows.ts';
import type { Page, Panel } from '../panels/panel.ts';

const measures = [calls, poorCalls, setupFailures, roundTripToAgent, lossToAgent, lossFromAgent];

const places = 'Places';
const networks = 'Networks';
const connections = 'Connections';

const byPlace = (section: string, by: Split, title: string, means: string): Panel => ({
  section,
  id: by.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  title,
  means: `${means} What was not there in the period before is new.`,
  kind: 'breakdown',
  by,
  measures,
  orderBy: poorCalls,
  compare: true,
});

/** Where bad calls come from, and what changed there. */
export const network: Page = {
  id: 'network',
  title: 'Network and place',
  means: 'Which site, country, provider or part of a network has bad calls, and what is new or has changed.',
  by: [
    'site',
    'country',
    'city',
    'network',
    'privateNetwork',
    'relayHost',
    'signalingEndpoint',
    'queue',
    'routingProfile',
    'agent',
  ],
  panels: [
    {
      section: places,
      id: 'figures',
      title: 'All places',
      means: 'Every figure beside the same one of the period before.',
      kind: 'figures',
      measures: [...measures, windowMeasures.roundTripTimeMillis.toAgent.overLimit],
    },
    {
      section: places,
      id: 'poor-over-time',
      title: 'Poor calls over time',
      means: 'A line for each of the sites with the most calls: does one leave the others?',
      kind: 'overTime',
      measures: [poorCalls],
      split: 'site',
    },
    byPlace(places, 'site', 'Sites', 'By the list of address ranges that the deployment was given.'),
    byPlace(places, 'country', 'Countries', 'By the agents’ public addresses.'),
    byPlace(
      networks,
      'network',
      'Network providers',
      'Whose network the agents’ public addresses are of (AS).',
    ),
    byPlace(
      networks,
      'privateNetwork',
      'Private networks',
      'Parts of an office network, where the browser tells the address. Most browsers do not.',
    ),
    byPlace(
      networks,
      'relayHost',
      'Media relays',
      'The hosts that relay the audio (TURN). A call may know several.',
    ),
    {
      section: connections,
      id: 'connections',
      title: 'Connections that broke',
      means: 'What the reports at the end of calls say of their connections.',
      kind: 'figures',
      measures: [connectionsLost, iceRestarts],
    },
    {
      section: connections,
      id: 'connections-groups',
      title: 'Connections that broke, by group',
      means: 'Where connections break: a Wi-Fi that hands over badly, a VPN that reconnects.',
      kind: 'breakdown',
      by: 'chosen',
      measures: [connectionsLost, iceRestarts],
      orderBy: connectionsLost,
    },
  ],
};
