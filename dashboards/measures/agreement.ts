import {
  isRated,
  isRatedGood,
  isRatedPoor,
  isScored,
  isScoredLow,
  isScoredWell,
  type Side,
} from './contact-conditions.ts';
import type { Condition, Measure } from './measure.ts';

const names = { agent: 'Agent', customer: 'Customer' } as const;

/** Our own rating beside Amazon Connect's score of the same contact. */
export type AgreementMeasures = {
  readonly compared: Measure;
  readonly agreement: Measure;
  readonly bothPoor: Measure;
  readonly bothGood: Measure;
  readonly onlyOurs: Measure;
  readonly onlyTheirs: Measure;
};

/** The two say otherwise: one finds a contact poor, the other does not. */
export const disagrees = (side: Side): Condition => ({
  anyOf: [{ allOf: [isRatedPoor, isScoredWell(side)] }, { allOf: [isRatedGood, isScoredLow(side)] }],
});

function agreementWith(side: Side): AgreementMeasures {
  const bothPoor: Condition = { allOf: [isRatedPoor, isScoredLow(side)] };
  const bothGood: Condition = { allOf: [isRatedGood, isScoredWell(side)] };
  const whole = isScored(side);
  const share = (id: string, name: string, means: string, part: Condition): Measure => ({
    ...ofCompared(side, id),
    name,
    means,
    formula: { kind: 'share', part, whole },
    unit: 'percent',
    minimumCount: 20,
  });
  const theirs = `Amazon Connect’s score of the ${side}’s connection`;
  return {
    compared: {
      ...ofCompared(side, 'compared'),
      name: 'Contacts with both',
      means: `Contacts that our pages could judge and of which there is ${theirs}.`,
      formula: { kind: 'count' },
      unit: 'count',
      minimumCount: 0,
    },
    agreement: {
      ...share('agreement', 'Agree', `Poor by our figures and by ${theirs} (below 3 of 5), or by neither.`, {
        anyOf: [bothPoor, bothGood],
      }),
      better: 'higher',
    },
    bothPoor: share('bothPoor', 'Both poor', `Poor by our figures, and below 3 of 5 by ${theirs}.`, bothPoor),
    bothGood: share(
      'bothGood',
      'Neither poor',
      `Good or fair by our figures, and at least 3 of 5 by ${theirs}.`,
      bothGood,
    ),
    onlyOurs: share(
      'onlyOurs',
      'Poor by ours only',
      `Poor by our figures, and at least 3 of 5 by ${theirs}.`,
      { allOf: [isRatedPoor, isScoredWell(side)] },
    ),
    onlyTheirs: share(
      'onlyTheirs',
      'Poor by Connect’s only',
      `Good or fair by our figures, and below 3 of 5 by ${theirs}.`,
      { allOf: [isRatedGood, isScoredLow(side)] },
    ),
  };
}

const ofCompared = (side: Side, id: string) =>
  ({
    id: `${id}${names[side]}`,
    index: 'connect-contacts',
    among: [isRated, isScored(side)],
    restsOn: 'contacts with both',
    better: 'neither',
  }) as const;

export const agreementOfAgent = agreementWith('agent');
export const agreementOfCustomer = agreementWith('customer');
