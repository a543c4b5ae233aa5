import {
  type Neighbourhood,
  type Others,
  type Scope,
  type ScopeEvidence,
  scopes,
} from '../../model/verdict/evidence.ts';
import type { VerdictLimits } from '../../model/verdict/limits.ts';
import type { NearbyCall, PlaceNames } from './nearby-call.ts';

/** The call whose contact is judged. */
type Subject = Pick<NearbyCall, 'agent' | 'from' | 'to' | 'place'>;

/** Another agent: the call that lies nearest, and whether any in the same minutes was poor. */
type Other = { nearest: NearbyCall; millisApart: number; isPoorAtOnce: boolean };
/** How that agent counts. */
type Counted = { readonly isPoor: boolean; readonly place: PlaceNames };

/**
 * How other agents fared at the time of a call; pure, whatever the order of the calls. Each agent counts once: in
 * the hour by the call that lies nearest in time, of several that do by the poor one; in the same minutes as poor when
 * any call was, because one call may fail at once and another have begun before.
 *
 * @param calls all of the instance that could be judged, from `hourMinutes` before the call to as long after it; more,
 *   and the agent's own, do no harm
 */
export function neighbourhoodOf(
  subject: Subject,
  calls: readonly NearbyCall[],
  { hourMinutes, sameMinutes }: Pick<VerdictLimits, 'hourMinutes' | 'sameMinutes'>,
): Neighbourhood {
  const sameMillis = sameMinutes * 60_000;
  const others = [...othersAround(subject, calls, hourMinutes * 60_000, sameMillis).values()];
  const hour = others.map(({ nearest: { isPoor, place } }) => ({ isPoor, place }));
  const minutes = others
    .filter(({ millisApart }) => millisApart <= sameMillis)
    .map(({ isPoorAtOnce: isPoor, nearest: { place } }) => ({ isPoor, place }));
  const scopeOf = (scope: Scope): ScopeEvidence | undefined => {
    const name = subject.place[scope];
    if (name === undefined) return undefined;
    const isIn = ({ place }: Counted) => place[scope] === name;
    return {
      name,
      hour: count(hour.filter(isIn)),
      minutes: count(minutes.filter(isIn)),
      elsewhere: count(minutes.filter((other) => !isIn(other))),
    };
  };
  const known = scopes.flatMap((scope) => {
    const its = scopeOf(scope);
    return its ? [[scope, its] as const] : [];
  });
  return {
    scopes: Object.fromEntries(known),
    sites: countBy(minutes, 'site'),
    providers: countBy(minutes, 'provider'),
  };
}

/** Changes what it has of an agent in place: with 1,000 agents it looks at 16,000 calls, for each contact that is judged. */
function othersAround(
  { agent, from, to }: Subject,
  calls: readonly NearbyCall[],
  hourMillis: number,
  sameMillis: number,
): ReadonlyMap<string, Other> {
  const others = new Map<string, Other>();
  for (const call of calls) {
    const millisApart = Math.max(0, call.from - to, from - call.to);
    if (millisApart > hourMillis || call.agent === agent) continue;
    const isPoorAtOnce = call.isPoor && millisApart <= sameMillis;
    const other = others.get(call.agent);
    if (!other) {
      others.set(call.agent, { nearest: call, millisApart, isPoorAtOnce });
      continue;
    }
    other.isPoorAtOnce ||= isPoorAtOnce;
    if (isRather(call, millisApart, other)) {
      other.nearest = call;
      other.millisApart = millisApart;
    }
  }
  return others;
}

/** Nearer, or as near and poor; of the same that at the place whose name comes first, so that no order decides. */
function isRather(call: NearbyCall, millisApart: number, { nearest, ...than }: Other): boolean {
  if (millisApart !== than.millisApart) return millisApart < than.millisApart;
  if (call.isPoor !== nearest.isPoor) return call.isPoor;
  return nameOf(call) < nameOf(nearest);
}

const nameOf = ({ place }: NearbyCall) => scopes.map((scope) => place[scope] ?? '').join('\n');

function countBy(others: readonly Counted[], scope: Scope): readonly Others[] {
  const byName = new Map<string, Counted[]>();
  for (const other of others) {
    const name = other.place[scope];
    if (name === undefined) continue;
    const its = byName.get(name);
    if (its) its.push(other);
    else byName.set(name, [other]);
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, its]) => count(its));
}

function count(others: readonly Counted[]): Others {
  return { agents: others.length, poor: others.filter(({ isPoor }) => isPoor).length };
}
