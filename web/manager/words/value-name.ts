import { storedFaultName } from '../../../dashboards/preflight-names.ts';
import { readinessNames } from '../../../dashboards/readiness-names.ts';
import { symptomNames } from '../../../dashboards/symptom-names.ts';
import { warningNames } from '../../../dashboards/warning-names.ts';
import { notKnown } from '../../../model/query/dimension.ts';
import type { Split } from '../../../model/query/split.ts';
import { disconnectReasonName } from './connect-names.ts';
import { countryName, failureName } from './names.ts';

/** A dimension's value as people read it; null and the empty one are values that are not known. */
export function valueName(dimension: string, value: string | null): string {
  if (value === null || value === notKnown) return 'Not known';
  return dimension === 'country' ? countryName(value) : value;
}

const named =
  (names: Readonly<Record<string, string>>) =>
  (value: string): string =>
    names[value] ?? value;

/** Values that have words of their own; one that is not known yet stands as it is. */
const ownNames: Readonly<Partial<Record<Split, (value: string) => string>>> = {
  disconnectReason: disconnectReasonName,
  symptom: named(symptomNames),
  warning: named(warningNames),
  trouble: named(readinessNames),
  fault: storedFaultName,
};

/** The same for whatever a panel can be split by. */
export function splitValueName(split: Split, value: string | null): string {
  const nameOf = value === null ? undefined : ownNames[split];
  if (nameOf && value !== null) return nameOf(value);
  if (split !== 'failure') return valueName(split, value);
  return value === null ? 'None' : failureName(value);
}
