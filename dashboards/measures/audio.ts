import type { Limits, QualityLimits } from '../../model/quality/limits.ts';
import type { Measure } from './measure.ts';

type Way = 'toAgent' | 'fromAgent';
const ways = {
  toAgent: { suffix: 'to the agent', hears: 'what the agent hears' },
  fromAgent: { suffix: 'from the agent', hears: 'what the customer hears' },
} as const;

const limit = (figure: keyof Limits) => (limits: QualityLimits) => ({
  fair: limits.fair[figure],
  poor: limits.poor[figure],
});

const ofAudio = {
  index: 'softphone-calls',
  restsOn: 'measured calls',
  minimumCount: 20,
} as const;

export const mos: Measure = {
  ...ofAudio,
  id: 'mos',
  name: 'MOS, worse direction',
  means:
    'How calls sounded, from 1 (unintelligible) to 4.4 (as good as telephony gets), computed from loss, delay and jitter (E-model, ITU-T G.107). Each call counts with its worse direction; the average over calls.',
  formula: { kind: 'average', field: 'mos.avg' },
  unit: 'mos',
  better: 'higher',
  limits: limit('mos'),
};

export const mosToAgent = mosOf('toAgent');
export const mosFromAgent = mosOf('fromAgent');
export const roundTripToAgent = roundTripOf('toAgent');
export const roundTripFromAgent = roundTripOf('fromAgent');
export const jitterToAgent = jitterOf('toAgent');
export const jitterFromAgent = jitterOf('fromAgent');

export const lossToAgent: Measure = {
  ...ofAudio,
  id: 'lossToAgent',
  name: 'Loss to the agent',
  means:
    'Packets that never reached the agent, in percent of those on the way (lost + received). Long calls weigh more, because they have more packets.',
  formula: {
    kind: 'ratio',
    over: 'toAgent.packetsLost',
    under: ['toAgent.packetsLost', 'toAgent.packetsCount'],
    times: 100,
  },
  unit: 'percent',
  better: 'lower',
  limits: limit('packetsLostPercent'),
};

export const lossFromAgent: Measure = {
  ...ofAudio,
  id: 'lossFromAgent',
  name: 'Loss from the agent',
  means:
    'Packets of the agent’s voice that never arrived, in percent of those sent. Long calls weigh more, because they have more packets.',
  formula: {
    kind: 'ratio',
    over: 'fromAgent.packetsLost',
    under: ['fromAgent.packetsCount'],
    times: 100,
  },
  unit: 'percent',
  better: 'lower',
  limits: limit('packetsLostPercent'),
};

function mosOf(way: Way): Measure {
  return {
    ...ofAudio,
    id: `mos${capital(way)}`,
    name: `MOS ${ways[way].suffix}`,
    means: `How ${ways[way].hears} sounded, from 1 (unintelligible) to 4.4 (as good as telephony gets); E-model, ITU-T G.107. The average over calls.`,
    formula: { kind: 'average', field: `${way}.mos.avg` },
    unit: 'mos',
    better: 'higher',
    limits: limit('mos'),
  };
}

function roundTripOf(way: Way): Measure {
  return {
    ...ofAudio,
    id: `roundTrip${capital(way)}`,
    name: `Round trip, audio ${ways[way].suffix}`,
    means: `Time for a packet to go and come back, as measured on the audio ${ways[way].suffix}. The average over calls. Above 300 ms people start to talk over each other.`,
    formula: { kind: 'average', field: `${way}.roundTripTimeMillis.avg` },
    unit: 'milliseconds',
    better: 'lower',
    limits: limit('roundTripTimeMillis'),
  };
}

function jitterOf(way: Way): Measure {
  return {
    ...ofAudio,
    id: `jitter${capital(way)}`,
    name: `Jitter ${ways[way].suffix}`,
    means: `How unevenly packets of ${ways[way].hears} arrived. The average over calls; calls whose library reports no true jitter are left out.`,
    formula: { kind: 'average', field: `${way}.jitterMillis.avg` },
    unit: 'milliseconds',
    better: 'lower',
    limits: limit('jitterMillis'),
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
