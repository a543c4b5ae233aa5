/** As `Whole`, where what may be absent may also be undefined, at every depth. */
type Loose<Whole> = {
  [Key in keyof Whole]: Record<never, never> extends Pick<Whole, Key>
    ? LooseValue<Exclude<Whole[Key], undefined>> | undefined
    : LooseValue<Whole[Key]>;
};
type LooseValue<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? Loose<Value>
    : Value;

/** A document without what is undefined, and without objects and lists in which nothing is left: what is not known is absent. */
export function compact<Whole extends object>(value: Loose<Whole>): Whole {
  const entries = Object.entries(value).flatMap(([key, its]): [string, unknown][] => {
    const kept = isPlain(its) ? compact(its) : its;
    return isNothing(kept) ? [] : [[key, kept]];
  });
  return Object.fromEntries(entries) as Whole;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
