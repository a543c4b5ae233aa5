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

/** Another agent: how the call that lies nearest was, and whether any in the same minutes was poor. */
type Other = {
  readonly isPoor: boolean;
  readonly isPoorAtOnce: boolean;
  readonly millisApart: number;
  readonly place: PlaceNames;
};

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
  const others = [...othersAround(subject, calls, sameMillis).values()];
  const hour = others.filter(({ millisApart }) => millisApart <= hourMinutes * 60_000);
  const minutes = hour
    .filter(({ millisApart }) => millisApart <= sameMillis)
    .map((other) => ({ ...other, isPoor: other.isPoorAtOnce }));
  const scopeOf = (scope: Scope): ScopeEvidence | undefined => {
    const name = subject.place[scope];
    if (name === undefined) return undefined;
    const isIn = ({ place }: Other) => place[scope] === name;
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

function othersAround(
  { agent, from, to }: Subject,
  calls: readonly NearbyCall[],
  sameMillis: number,
): ReadonlyMap<string, Other> {
  const others = new Map<string, Other>();
  for (const call of calls) {
    if (call.agent === agent) continue;
    const millisApart = Math.max(0, call.from - to, from - call.to);
    const isPoorAtOnce = call.isPoor && millisApart <= sameMillis;
    const other = { isPoor: call.isPoor, isPoorAtOnce, millisApart, place: call.place };
    const before = others.get(call.agent);
    const nearest = !before || isRather(other, before) ? other : before;
    others.set(call.agent, { ...nearest, isPoorAtOnce: isPoorAtOnce || before?.isPoorAtOnce === true });
  }
  return others;
}

/** Nearer, or as near and poor; of the same that at the place whose name comes first, so that no order decides. */
function isRather(one: Other, than: Other): boolean {
  if (one.millisApart !== than.millisApart) return one.millisApart < than.millisApart;
  if (one.isPoor !== than.isPoor) return one.isPoor;
  return nameOf(one) < nameOf(than);
}

const nameOf = ({ place }: Other) => scopes.map((scope) => place[scope] ?? '').join('\n');

function countBy(others: readonly Other[], scope: Scope): readonly Others[] {
  const names = new Set(others.flatMap(({ place }) => place[scope] ?? []));
  return [...names].sort().map((name) => count(others.filter(({ place }) => place[scope] === name)));
}

function count(others: readonly Other[]): Others {
  return { agents: others.length, poor: others.filter(({ isPoor }) => isPoor).length };
}
