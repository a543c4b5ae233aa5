/** What may be kept of an object: of each key all that is plain (`true`), or what may be kept of what is under it. */
export type Allowed = { readonly [key: string]: true | Allowed };

/** Paths as `Agent.RoutingProfile.Name`; of a list they are about each element. */
export function allowedBy(paths: readonly string[]): Allowed {
  const first = (path: string) => path.split('.', 1)[0] ?? '';
  const under = (key: string) =>
    paths.filter((path) => first(path) === key).map((path) => path.slice(key.length + 1));
  const keys = [...new Set(paths.map(first))];
  return Object.fromEntries(keys.map((key) => [key, under(key).includes('') ? true : allowedBy(under(key))]));
}

/**
 * A copy with what is allowed, and nothing else: at the end of a path stands something plain, or a list of it. Of what is
 * not of the form that its path says only that is left, as `false` or `{}`: a record like this is at fault. Pure.
 */
export function keepFields(value: unknown, allowed: Allowed): Record<string, unknown> {
  if (!isObject(value)) return {};
  const kept = Object.entries(allowed).flatMap(([key, under]): [string, unknown][] => {
    if (!Object.hasOwn(value, key)) return [];
    return [[key, keepValue(value[key], under)]];
  });
  return Object.fromEntries(kept);
}

function keepValue(value: unknown, allowed: true | Allowed): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((its) => keepValue(its, allowed));
  if (isObject(value)) return allowed === true ? {} : keepFields(value, allowed);
  return allowed === true ? value : false;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
