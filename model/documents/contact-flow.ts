import * as z from 'zod';
import { type FlowStepDocument, flowStepDocument } from './flow-step.ts';
import { boolean, date, decimal, keyword, type Properties } from './mapping.ts';
import { inOrder, secondsBetween } from './time-order.ts';

/** What a block of a flow did with a contact, as the contact has it. */
export const contactFlowStep = flowStepDocument
  .pick({ flowName: true, moduleType: true, identifier: true, failed: true, parameters: true, results: true })
  .extend({
    at: z.string(),
    /** Until the contact's next step; absent of the last. */
    seconds: z.number().optional(),
  });
export type ContactFlowStep = z.infer<typeof contactFlowStep>;

/** A contact that is kept in a queue for hours goes round in a loop of a few blocks. */
export const mostSteps = 1000;

export const contactFlowMapping: Properties = {
  at: date,
  flowName: keyword,
  moduleType: keyword,
  identifier: keyword,
  failed: boolean,
  parameters: keyword,
  results: keyword,
  seconds: decimal,
};

/** A contact's steps in the order of time, each with how long it took; the earliest where there are too many. Pure. */
export function contactFlow(logged: readonly FlowStepDocument[]): readonly ContactFlowStep[] {
  const steps = [...new Map(logged.map((step) => [step.logEventId, step])).values()]
    .sort((a, b) => inOrder(a['@timestamp'], b['@timestamp']) || inOrder(a.logEventId, b.logEventId))
    .slice(0, mostSteps);
  return steps.map((step, i) => {
    const at = step['@timestamp'];
    const next = steps[i + 1]?.['@timestamp'];
    return { at, ...kept(step), ...(next ? { seconds: secondsBetween(at, next) } : {}) };
  });
}

function kept({ flowName, moduleType, identifier, failed, parameters, results }: FlowStepDocument) {
  return {
    ...(flowName === undefined ? {} : { flowName }),
    moduleType,
    ...(identifier === undefined ? {} : { identifier }),
    ...(failed ? { failed } : {}),
    ...(parameters ? { parameters } : {}),
    ...(results === undefined ? {} : { results }),
  };
}
