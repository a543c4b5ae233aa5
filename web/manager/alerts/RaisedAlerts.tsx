import { Link } from 'wouter';
import { addressOfAlert } from '../../../dashboards/alerts/address-of-alert.ts';
import { readingWords, subjectOf } from '../../../dashboards/alerts/alert-words.ts';
import type { Alert } from '../../../model/alerts/alert.ts';
import { Shape } from '../layout/RatingMark.tsx';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { useSplitNames } from '../words/split-names.ts';
import { toldWords } from './told-words.ts';

const time = makeTimeFormat(viewerZone);

/** What is raised now: what, how bad, since when, who was told, and where it is shown. */
export function RaisedAlerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const names = useSplitNames();
  return (
    <ul className="concerns" aria-label="Raised now">
      {alerts.map((alert) => {
        const { id, rule, raisedAt, latest } = alert;
        const isCritical = rule.severity === 'critical';
        return (
          <li key={id} className={isCritical ? 'alarm' : 'warning'}>
            <p className="what">
              <Shape rating={isCritical ? 'poor' : 'fair'} />
              <span>
                <span className="kind">{isCritical ? 'Critical' : 'Warning'}</span>{' '}
                <strong>
                  {rule.name}: {subjectOf(alert, names)}
                </strong>
              </span>
            </p>
            <p className="alert-says">
              {readingWords(rule, latest)}
              <span className="when">
                {' '}
                at {time.time(latest.at)}. Since {time.dayAndTime(raisedAt)}. {toldWords(alert).join('; ')}.
              </span>
            </p>
            <p className="alert-link">
              <Link href={addressOfAlert(alert)}>Show {rule.kind === 'run' ? 'the calls' : 'it'}</Link>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
