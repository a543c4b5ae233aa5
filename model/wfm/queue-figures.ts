import type { Cell } from '../csv/csv.ts';
import type { WfmSettings } from '../settings/wfm.ts';
import type { QueuedContact } from './wfm-contact.ts';

type Contacts = readonly QueuedContact[];
type Limits = Pick<WfmSettings, 'serviceLevelSeconds' | 'shortCallSeconds'>;
type Column = readonly [name: string, of: (contacts: Contacts, limits: Limits) => Cell];
type Seconds = 'talkSeconds' | 'afterContactWorkSeconds' | 'queueSeconds';

const answered = (contacts: Contacts) => contacts.filter((its) => its.connectedToAgentAt !== undefined);
const abandoned = (contacts: Contacts) => contacts.filter((its) => its.connectedToAgentAt === undefined);
const waitedLess = (contacts: Contacts, seconds: number) =>
  contacts.filter(({ queueSeconds = seconds }) => queueSeconds < seconds);
const transferredOut = (contacts: Contacts) =>
  contacts.filter(({ transfer }) => transfer?.completedAt !== undefined);
const known = (contacts: Contacts, field: Seconds) =>
  contacts.flatMap(({ [field]: seconds }) => (seconds === undefined ? [] : [seconds]));
const notAvailable = () => undefined;

/** Nothing is 0 where there was nothing to last; where no record says how long it was, nobody knows. */
function total(contacts: Contacts, field: Seconds): Cell {
  const seconds = known(contacts, field);
  if (contacts.length > 0 && seconds.length === 0) return undefined;
  return seconds.reduce((sum, its) => sum + its, 0);
}

/** Of none there is no longest. */
function longest(contacts: Contacts): Cell {
  const seconds = known(contacts, 'queueSeconds');
  return seconds.length === 0 ? undefined : seconds.reduce((most, its) => Math.max(most, its));
}

/** Its names and definitions, in its order: Teleopti WFM, "Amazon Connect Integration Requirements" 1.0, 4.3.1. */
export const queueColumns: readonly Column[] = [
  ['talking_call_dur', (all) => total(answered(all), 'talkSeconds')],
  ['wrap_up_dur', (all) => total(answered(all), 'afterContactWorkSeconds')],
  ['overflow_in_call_cnt', (all) => all.filter((its) => its.transferredToEndpoint !== undefined).length],
  ['overflow_out_call_cnt', (all) => transferredOut(all).length],
  ['aband_call_cnt', (all) => abandoned(all).length],
  ['answ_call_cnt', (all) => answered(all).length],
  ['queued_and_answ_call_dur', (all) => total(answered(all), 'queueSeconds')],
  ['queued_and_aband_call_dur', (all) => total(abandoned(all), 'queueSeconds')],
  ['queued_answ_longest_que_dur', (all) => longest(answered(all))],
  ['queued_aband_longest_que_dur', (all) => longest(abandoned(all))],
  ['avg_avail_member_cnt', notAvailable],
  ['ans_servicelevel_cnt', (all, its) => waitedLess(answered(all), its.serviceLevelSeconds).length],
  ['wait_dur', notAvailable],
  ['aband_short_call_cnt', (all, its) => waitedLess(abandoned(all), its.shortCallSeconds).length],
  ['aband_within_sl_cnt', (all, its) => waitedLess(abandoned(all), its.serviceLevelSeconds).length],
];

/** Of those of a queue's contacts that an agent answered: 4.3.2 of the same document. */
export const agentQueueColumns: readonly Column[] = [
  ['talking_call_dur', (all) => total(all, 'talkSeconds')],
  ['wrap_up_dur', (all) => total(all, 'afterContactWorkSeconds')],
  ['answ_call_cnt', (all) => all.length],
  ['transfer_out_call_cnt', (all) => transferredOut(all).length],
];
