import { type Symptom, symptoms } from '../../model/messages/symptoms.ts';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import { symptomNames } from '../symptom-names.ts';
import type { Condition, Measure } from './measure.ts';

const isReported: Condition = { field: 'problem.symptoms' };
const isPoor: Condition = { field: 'rating', is: ['poor'] };
const isGood: Condition = { field: 'rating', is: ['good'] };

/** The warnings that are of the same matter as a symptom; an echo and a call that could not be accepted have none. */
const warningsOf: Readonly<Partial<Record<Symptom, readonly WarningKind[]>>> = {
  noAudio: ['nothingArrives', 'nothingLeaves', 'callerSilent', 'microphoneSilent', 'deviceLost'],
  oneWay: ['nothingArrives', 'nothingLeaves', 'callerSilent', 'microphoneSilent', 'deviceLost'],
  choppy: ['lossToAgent', 'lossFromAgent'],
  delay: ['delay'],
  dropped: ['networkChanged', 'nothingArrives', 'nothingLeaves'],
};

const isWarnedOfIt: Condition = {
  anyOf: Object.entries(warningsOf).map(([symptom, kinds]) => ({
    allOf: [
      { field: 'problem.symptoms', is: [symptom] },
      { field: 'warnings.kind', is: kinds },
    ],
  })),
};
const isMeasured: Condition = {
  allOf: [isReported, { anyOf: [{ field: 'rating', is: ['poor', 'fair'] }, isWarnedOfIt] }],
};
const isReportedOfGood: Condition = { allOf: [isReported, isGood, { not: isWarnedOfIt }] };

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

export const reportedMeasured: Measure = {
  ...ofCalls,
  id: 'reportedMeasured',
  name: 'Reported, and measured',
  means:
    'Calls that the agent reported and whose figures were poor or fair, whose set-up failed, or during which the page warned of the same.',
  formula: { kind: 'count', of: isMeasured },
};

export const reportedGood: Measure = {
  ...ofCalls,
  id: 'reportedGood',
  name: 'Reported, figures good',
  means:
    'Calls that the agent reported and whose figures were good: a headset, an echo, or the other side, of which the network says nothing.',
  formula: { kind: 'count', of: isReportedOfGood },
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
    'Reported calls that were measured to be poor or fair, or warned of the same, in percent of those that could be judged. Low is no fault of the agent’s: what they hear beside the network is not measured.',
  formula: { kind: 'share', part: isMeasured, whole: { anyOf: [isMeasured, isReportedOfGood] } },
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
