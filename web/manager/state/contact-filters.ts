import { faults } from '../../../model/verdict/verdict.ts';

/** What only contacts can be narrowed by: the names in an address and in a question to the API. */
export const ownFilters = [
  'channel',
  'initiationMethod',
  'disconnectReason',
  'disconnectIssue',
  'verdict',
] as const;
export type OwnFilter = (typeof ownFilters)[number];

/** What is chosen beside the view, which all pages share. */
export type ContactFilters = {
  readonly values: Readonly<Partial<Record<OwnFilter, readonly string[]>>>;
  readonly lacksStatistics?: boolean;
};

/** Whether a parameter of an address belongs to these. */
export function isOfContacts(name: string): boolean {
  return name === 'lacksStatistics' || ownFilters.some((own) => own === name);
}

/** Reads an address; a verdict that there is not is left out, so that an old link still opens. */
export function readContactFilters(query: URLSearchParams): ContactFilters {
  const given = ownFilters.flatMap((name) => {
    const values = [...new Set(query.getAll(name))].filter((value) => isValueOf(name, value));
    return values.length > 0 ? [[name, values] as const] : [];
  });
  const flag = query.get('lacksStatistics');
  return {
    values: Object.fromEntries(given),
    ...(flag === null ? {} : { lacksStatistics: flag === 'true' }),
  };
}

/** The parameters that an address and a question to the API share. */
export function writeContactFilters({ values, lacksStatistics }: ContactFilters): [string, string][] {
  return [
    ...ownFilters.flatMap((name) => (values[name] ?? []).map((value): [string, string] => [name, value])),
    ...(lacksStatistics === undefined
      ? []
      : [['lacksStatistics', String(lacksStatistics)] as [string, string]]),
  ];
}

/** An empty one stands for contacts that nobody has judged. */
function isValueOf(name: OwnFilter, value: string): boolean {
  return name !== 'verdict' || value === '' || faults.some((fault) => fault === value);
}
