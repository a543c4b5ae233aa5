/** A value that a filter offers. */
export type FilterChoice = {
  /** Of the filter. */
  readonly name: string;
  readonly value: string;
  /** How many have it. */
  readonly tag?: string;
};

/** The two values of a filter that is either yes or no. */
export function flagChoices(name: string): FilterChoice[] {
  return ['true', 'false'].map((value) => ({ name, value }));
}

/** What is chosen of such a filter: both at once are none at all. */
export function readFlag(values: readonly string[] | undefined): boolean | undefined {
  return values?.length === 1 ? values[0] === 'true' : undefined;
}
