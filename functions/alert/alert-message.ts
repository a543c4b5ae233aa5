import { mayFollowFrom, widestFirst } from '../../dashboards/alerts/widths.ts';
import type { Alert, AlertEvent } from '../../model/alerts/alert.ts';
import type { Severity } from '../../model/alerts/rule.ts';
import { documentId } from '../enrich/document-id.ts';
import { type AlertEntry, alertEntry } from './alert-entry.ts';

/** What is told of an event of one alert, or of several at once, for each channel to say in its own form. */
export type AlertMessage = {
  /** Of these events of these alerts, at every repeat. */
  readonly key: string;
  readonly event: AlertEvent;
  /** Of the worst of them. */
  readonly severity: Severity;
  readonly subject: string;
  /** Of the widest. */
  readonly says: string;
  /** The others, by what they are to it. */
  readonly others: readonly Others[];
  readonly text: string;
  /** The managers' page that shows it. */
  readonly link: string;
  readonly json: object;
};
export type Others = {
  readonly heading: string;
  readonly entries: readonly Pick<AlertEntry, 'subject' | 'says' | 'link'>[];
};

/** Raised with this, the form of the JSON: a new field does not count. */
const version = 1;

/**
 * Makes one message of the events of a look, so that a fault which raises ten rules is told once: the widest first, then
 * what may follow from it; pure.
 *
 * @param siteUrl of the managers' pages, with a slash at the end
 */
export function alertMessage(
  alerts: readonly [Alert, ...Alert[]],
  event: AlertEvent,
  siteUrl: string,
): AlertMessage {
  const [lead, ...others] = widestFirst(alerts).map((alert) => alertEntry(alert, event, siteUrl)) as [
    AlertEntry,
    ...AlertEntry[],
  ];
  const isCritical = alerts.some(({ rule }) => rule.severity === 'critical');
  const keys = [lead, ...others].map(({ key }) => key).sort();
  const subject = others.length > 0 ? `${lead.subject}, and ${others.length} more` : lead.subject;
  const groups = groupsOf(lead, others, event);
  const also = others.map(({ json }) => json);
  return {
    key: others.length > 0 ? documentId(['alerts', ...keys]) : lead.key,
    event,
    severity: isCritical ? 'critical' : 'warning',
    subject,
    says: lead.says,
    others: groups,
    link: lead.link,
    text: [`${subject}.`, lead.says, lead.link, lead.rule, ...textOf(groups, siteUrl)].join('\n\n'),
    json: { version, ...lead.json, ...(also.length > 0 ? { also } : {}) },
  };
}

/** That things are over together says nothing of why they began. */
function groupsOf(lead: AlertEntry, others: readonly AlertEntry[], event: AlertEvent): Others[] {
  const follows = ({ alert }: AlertEntry) => event === 'raised' && mayFollowFrom(alert, lead.alert);
  const groups = [
    { heading: 'What may follow from it', entries: others.filter(follows) },
    { heading: 'At the same time', entries: others.filter((entry) => !follows(entry)) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function textOf(groups: readonly Others[], siteUrl: string): string[] {
  const lines = groups.flatMap(({ heading, entries }) => [
    `${heading}:`,
    ...entries.map(({ subject, says, link }) => `- ${subject}. ${says}\n  ${link}`),
  ]);
  return groups.length > 0 ? [...lines, `All alerts: ${new URL('alerts', siteUrl).href}`] : [];
}
