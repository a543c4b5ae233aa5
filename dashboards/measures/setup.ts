import type { reportStages } from '../../model/messages/report-names.ts';
import type { Measure } from './measure.ts';

/** The stages of a call's set-up and end, in their order; how long people talked between them is no stage. */
type Stage = Exclude<(typeof reportStages)[number], 'talkingTimeMillis'>;
const stages: readonly (readonly [stage: Stage, name: string, means: string])[] = [
  ['gumTimeMillis', 'Microphone', 'Until the browser gave the microphone.'],
  ['initializationTimeMillis', 'Initialisation', 'Until the connection’s description was ready.'],
  [
    'iceCollectionTimeMillis',
    'Finding network paths (ICE)',
    'Until the ways through the network were collected (ICE).',
  ],
  ['signallingConnectTimeMillis', 'Connecting to signalling', 'Until the signalling connection stood.'],
  ['handshakingTimeMillis', 'Handshake', 'Until Amazon Connect accepted the connection.'],
  ['preTalkingTimeMillis', 'Until the first word', 'From then until both could talk.'],
  ['cleanupTimeMillis', 'Hanging up', 'Until all was put away after the call.'],
];

const ofReports = {
  index: 'softphone-calls',
  restsOn: 'reported calls',
  minimumCount: 20,
  unit: 'milliseconds',
  better: 'lower',
} as const;

/** Each stage's measures, in the order in which they happen: what a waterfall is made of. */
export const setupStages: readonly { readonly median: Measure; readonly slow: Measure }[] = stages.map(
  ([stage, name, means]) => {
    const id = stage.replace('TimeMillis', '');
    const field = `stages.${stage}`;
    return {
      median: {
        ...ofReports,
        id: `${id}Median`,
        name: `${name}, median`,
        means: `${means} Half of the calls took at most this long; to within 1 %.`,
        formula: { kind: 'valuePercentile', field, percentile: 50 },
      },
      slow: {
        ...ofReports,
        id: `${id}P95`,
        name: `${name}, 95 % within`,
        means: `${means} 19 of 20 calls took at most this long; to within 1 %.`,
        formula: { kind: 'valuePercentile', field, percentile: 95 },
      },
    };
  },
);

const ofCallReports = {
  index: 'softphone-call-reports',
  restsOn: 'reported calls',
  minimumCount: 20,
  unit: 'percent',
  better: 'lower',
} as const;

export const iceRestarts: Measure = {
  ...ofCallReports,
  id: 'iceRestarts',
  name: 'Calls with a new way found',
  means:
    'Calls during which the connection had to look for another way through the network (ICE restart), in percent of those of which the report says.',
  formula: {
    kind: 'share',
    part: { field: 'iceRestarts', atLeast: 1 },
    whole: { field: 'iceRestarts' },
  },
};

export const connectionsLost: Measure = {
  ...ofCallReports,
  id: 'connectionsLost',
  name: 'Calls with a lost connection',
  means: 'Calls whose connection broke at least once, in percent of those of which the report says.',
  formula: {
    kind: 'share',
    part: { field: 'iceConnectionsLost', atLeast: 1 },
    whole: { field: 'iceConnectionsLost' },
  },
};
