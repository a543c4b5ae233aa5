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
import type { Severity } from '../../model/alerts/rule.ts';

/** What is told of an event, for each channel to say in its own form. */
export type AlertMessage = {
  /** Of this event of this alert, at every repeat. */
  readonly key: string;
  readonly event: AlertEvent;
  readonly severity: Severity;
  readonly subject: string;
  readonly text: string;
  /** The managers' page that shows it. */
  readonly link: string;
  readonly json: object;
};

/** Raised with this, the form below: a new field does not count. */
const version = 1;
/** What any mail program, chat and gateway takes of an address. A rule may be narrowed to hundreds of values. */
const longestAddress = 2000;

/**
 * Makes the message of an event; pure.
 *
 * @param siteUrl of the managers' pages, with a slash at the end
 */
export function alertMessage(alert: Alert, event: AlertEvent, siteUrl: string): AlertMessage {
  const { id, rule, group, raisedAt, clearedAt, because, first, worst, latest } = alert;
  const address = addressOfAlert(alert);
  const link = new URL((address.length <= longestAddress ? address : '/alerts').slice(1), siteUrl).href;
  const isOver = event === 'cleared';
  const subject = `${isOver ? 'Cleared' : rule.severity === 'critical' ? 'Critical' : 'Warning'}: ${rule.name}: ${subjectOf(alert)}`;
  const says = isOver && because ? clearingWords(rule, because) : readingWords(rule, first);
  const since = `Raised ${timeWords(raisedAt)}${isOver && clearedAt ? `, cleared ${timeWords(clearedAt)}` : ''}.`;
  const atWorst = isOver ? ` At worst: ${readingWords(rule, worst)}.` : '';
  const key = `${id}-${event}`;
  return {
    key,
    event,
    severity: rule.severity,
    subject,
    link,
    text: plain(
      [`${subject}.`, `${says}. ${since}${atWorst}`, link, `Rule: ${ruleWords(rule)}`].join('\n\n'),
    ),
    json: {
      version,
      key,
      event,
      alert: {
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
      },
      text: plain(subject),
      link,
    },
  };
}

/** In mails and chats nobody knows the reader's time zone. */
function timeWords(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
