import * as z from 'zod';
import { nearest } from './nearest.ts';
import { parameters } from './parameters.ts';

/** More of a value is not repeated. */
const longest = 60;

/** What is wrong with each parameter by itself, as sentences that say what to do. */
export function parameterFaults(given: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => fault(name, value) ?? []);
}

function fault(name: string, value: string): string | undefined {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (!parameter) return unknown(name);
  const { error } = parameter.schema.safeParse(value);
  if (!error) return undefined;
  const details = error.issues.flatMap(detail).join('; ');
  const shown = value.length > longest ? '' : ` ${value}`;
  return `${name}${shown}: ${details === '' ? '' : `${details}. `}Give ${parameter.give}.`;
}

/** Of a whole value only what we say ourselves: what zod says of it is in `give`, for people. */
function detail({ path, message, code }: z.core.$ZodIssue): string | [] {
  if (path.length > 0) return `${z.core.toDotPath(path)}: ${message}`;
  return code === 'custom' && message !== 'Invalid input' ? message : [];
}

/** It may be remembered of a newer version, when an older one is deployed again. */
function unknown(name: string): string {
  const meant = nearest(name, Object.keys(parameters));
  const near = meant ? `; is it ${meant}?` : '.';
  return `There is no parameter ${name}${near} docs/deploy.md has all of them; --param ${name}= forgets it.`;
}
