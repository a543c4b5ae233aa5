import { type Symptom, symptoms } from '../../model/messages/symptoms.ts';
import { symptomNames } from '../symptom-names.ts';
import type { Condition, Measure } from './measure.ts';

const isReported: Condition = { field: 'problem.symptoms' };
const isPoor: Condition = { field: 'rating', is: ['poor'] };
const isClean: Condition = { field: 'rating', is: ['good', 'fair'] };

const ofCalls = {
  index: 'softphone-calls',
  unit: 'count',
  better: 'neither',
  restsOn: 'calls',
  minimumCount: 0,
} as const;

export const reportedCalls: Measure = {
  ...ofCalls,
  id: 'reportedCalls',
  name: 'Reported by agents',
  means: 'Calls of which the agent said that something was wrong.',
  formula: { kind: 'count', of: isReported },
};

export const reportedPoor: Measure = {
  ...ofCalls,
  id: 'reportedPoor',
  name: 'Reported, and poor',
  means: 'Calls that the agent reported and that were measured to be poor, or whose set-up failed.',
  formula: { kind: 'count', of: { allOf: [isReported, isPoor] } },
};

export const reportedClean: Measure = {
  ...ofCalls,
  id: 'reportedClean',
  name: 'Reported, not measured so',
  means:
    'Calls that the agent reported and whose figures were good or fair: a headset, an echo, or the other side, of which the network says nothing.',
  formula: { kind: 'count', of: { allOf: [isReported, isClean] } },
};

export const unreportedPoor: Measure = {
  ...ofCalls,
  id: 'unreportedPoor',
  name: 'Poor, not reported',
  means: 'Calls that were measured to be poor and of which the agent said nothing.',
  formula: { kind: 'count', of: { allOf: [isPoor, { not: isReported }] } },
};

export const confirmedReports: Measure = {
  ...ofCalls,
  id: 'confirmedReports',
  name: 'Reports that were measured',
  means:
    'Calls that were poor in percent of those that the agent reported and that could be judged. Low is no fault of the agent’s: what they hear beside the network is not measured.',
  formula: {
    kind: 'share',
    part: { allOf: [isReported, isPoor] },
    whole: { allOf: [isReported, { anyOf: [isPoor, isClean] }] },
  },
  unit: 'percent',
  restsOn: 'reported calls that could be judged',
  minimumCount: 20,
};

/** How often each symptom was reported; a call may have several. */
export const reportedSymptoms: readonly Measure[] = symptoms.map(symptomMeasure);

function symptomMeasure(symptom: Symptom): Measure {
  const name = symptomNames[symptom];
  return {
    ...ofCalls,
    id: `reported${symptom.charAt(0).toUpperCase()}${symptom.slice(1)}`,
    name,
    means: `Calls of which the agent reported: ${name.toLowerCase()}. A call may have several symptoms.`,
    formula: { kind: 'count', of: { field: 'problem.symptoms', is: [symptom] } },
  };
}
