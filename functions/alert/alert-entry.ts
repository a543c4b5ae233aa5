import { addressOfAlert } from '../../dashboards/alerts/address-of-alert.ts';
import { alertMeasure } from '../../dashboards/alerts/alert-measures.ts';
import {
  clearingWords,
  readingWords,
  ruleWords,
  splitOf,
  subjectOf,
} from '../../dashboards/alerts/alert-words.ts';
import type { Alert, AlertEvent } from '../../model/alerts/alert.ts';

/** What is told of one alert's event. */
export type AlertEntry = {
  readonly alert: Alert;
  /** Of this event of this alert, at every repeat. */
  readonly key: string;
  readonly subject: string;
  /** In a sentence or two. */
  readonly says: string;
  readonly rule: string;
  /** The managers' page that shows it. */
  readonly link: string;
  readonly json: object;
};

/** What any mail program, chat and gateway takes of an address. A rule may be narrowed to hundreds of values. */
const longestAddress = 2000;
/** Likewise of what it is about and of its rule's words: of several alerts in one message Amazon SNS takes 256 KiB. */
const longestSubject = 500;
const longestRule = 2000;

/**
 * What is told of an event; pure.
 *
 * @param siteUrl of the managers' pages, with a slash at the end
 */
export function alertEntry(alert: Alert, event: AlertEvent, siteUrl: string): AlertEntry {
  const { id, rule, raisedAt, clearedAt, because, first, worst } = alert;
  const address = addressOfAlert(alert);
  const link = new URL((address.length <= longestAddress ? address : '/alerts').slice(1), siteUrl).href;
  const isOver = event === 'cleared';
  const severity = isOver ? 'Cleared' : rule.severity === 'critical' ? 'Critical' : 'Warning';
  const subject = cut(plain(`${severity}: ${rule.name}: ${subjectOf(alert)}`), longestSubject);
  const says = isOver && because ? clearingWords(rule, because) : readingWords(rule, first);
  const since = `Raised ${timeWords(raisedAt)}${isOver && clearedAt ? `, cleared ${timeWords(clearedAt)}` : ''}.`;
  const atWorst = isOver ? ` At worst: ${readingWords(rule, worst)}.` : '';
  const key = `${id}-${event}`;
  return {
    alert,
    key,
    subject,
    says: plain(`${says}. ${since}${atWorst}`),
    rule: cut(plain(`Rule: ${ruleWords(rule)}`), longestRule),
    link,
    json: { key, event, alert: jsonOf(alert, isOver), text: subject, link },
  };
}

function jsonOf({ id, rule, group, raisedAt, clearedAt, because, ...readings }: Alert, isOver: boolean) {
  const { first, worst, latest } = readings;
  return {
    id,
    rule: { id: rule.id, name: rule.name, severity: rule.severity },
    measure: rule.kind === 'measure' ? rule.measure : 'run',
    unit: rule.kind === 'measure' ? alertMeasure(rule.measure)?.unit : 'count',
    split: splitOf(rule) ?? null,
    group,
    raisedAt,
    ...(isOver ? { clearedAt, because } : {}),
    first,
    worst,
    latest,
  };
}

/** In mails and chats nobody knows the reader's time zone. */
function timeWords(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** The text, with dots where it is longer than so many characters. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
