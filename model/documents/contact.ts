import * as z from 'zod';
import { phoneType } from './connect-user.ts';
import { contactCall, contactCallMapping } from './contact-call.ts';
import { contactFlowMapping, contactFlowStep } from './contact-flow.ts';
import { contactRecordMapping, contactRecordPart } from './contact-record-part.ts';
import { contactSoftphone, contactSoftphoneMapping } from './contact-softphone.ts';
import { contactState, contactStatesMapping } from './contact-states.ts';
import { dimensions } from './dimensions.ts';
import { boolean, date, dimensionsMapping, keyword, object, type Properties } from './mapping.ts';

/**
 * A contact's whole story: `connect-contacts-*`, one document for each contact. A pure function of its record and of what
 * else is stored of it (join-contact.ts); all but `verdict` and `joinedAt`.
 */
export const contactDocument = contactRecordPart.extend({
  /** Where the agent was, by the address of the page. */
  site: dimensions.shape.site,
  /** No page told: the site is that of the agent's call that began then. Absent where it is the contact's own. */
  siteAssumedFrom: z.string().optional(),
  calls: z.array(contactCall).readonly(),
  /** Of all calls together; absent without any. */
  softphone: contactSoftphone.optional(),
  flow: z.array(contactFlowStep).readonly(),
  /** True where the flow had more steps than these. */
  flowCut: z.boolean().optional(),
  states: z.array(contactState).readonly(),
  agentPhoneType: phoneType.optional(),
  expectsStatistics: z.boolean().optional(),
  hasStatistics: z.boolean(),
});
export type ContactDocument = z.infer<typeof contactDocument>;

/** What the fields of a contact's document are. */
export const contactMapping: Properties = {
  ...contactRecordMapping,
  site: dimensionsMapping.site ?? keyword,
  siteAssumedFrom: date,
  calls: object(contactCallMapping),
  softphone: object(contactSoftphoneMapping),
  flow: object(contactFlowMapping),
  flowCut: boolean,
  states: object(contactStatesMapping),
  agentPhoneType: keyword,
  expectsStatistics: boolean,
  hasStatistics: boolean,
  joinedAt: date,
  verdict: object({ fault: keyword, rule: keyword, judgedAt: date }),
};
