import { type Neighbourhood, type Others, type Scope, type ScopeEvidence, scopes } from './evidence.ts';
import type { Case, Fact, Found } from './fact.ts';
import type { VerdictLimits } from './limits.ts';

/**
 * With whom the agent is compared: who shares the site; where that is not known, the network, or where that has too few,
 * the provider.
 */
function nearest({ neighbours: { scopes: known }, limits }: Case): [Scope, ScopeEvidence] | undefined {
  if (known.site) return ['site', known.site];
  const { network, provider } = known;
  if (network && (network.hour.agents >= limits.fewestOthers || !provider)) return ['network', network];
  return provider && ['provider', provider];
}

/** There are others enough to compare with, within the hour and where the agent is. */
export const othersKnown: Fact = (its) => {
  const near = nearest(its);
  if (!near) return { holds: false };
  const [scope, { name, hour }] = near;
  const { fewestOthers: limit } = its.limits;
  return { holds: hour.agents >= limit, value: hour.agents, limit, scope, name };
};

/** It is known where the agent was. */
export const placeKnown: Fact = (its) => ({ holds: nearest(its) !== undefined });

/** The others of the agent's site (or network, or provider) had no poor calls within the hour, or hardly any. */
export const othersFine: Fact = (its) => nearestUpTo(its, its.limits.fineAtMostPercent);
/** Most of them had none. */
export const othersMostlyFine: Fact = (its) => nearestUpTo(its, its.limits.mixedAtMostPercent);

function nearestUpTo(its: Case, limit: number): Found {
  const near = nearest(its);
  if (!near) return { holds: null };
  const [scope, { name, hour }] = near;
  return { ...shareOf(hour, limit, its.limits, (share) => share <= limit), scope, name };
}

/** In the same minutes hardly any of those who share network, site or provider had a poor call: few may speak here, too. */
export const nobodyElseAtOnce: Fact = ({ neighbours, limits: { mixedAtMostPercent: limit } }) => {
  const worst = scopesOf(neighbours)
    .map(([scope, { name, minutes }]) => ({ scope, name, minutes, value: percentOf(minutes) }))
    .sort((a, b) => b.value - a.value)[0];
  if (!worst) return { holds: null };
  const { scope, name, minutes, value } = worst;
  return { holds: value <= limit, value, of: minutes.agents, limit, scope, name };
};

/** Several others of the network, the site or the provider had a poor call in the same minutes. */
export const severalOf = (scope: Scope): Fact => {
  return ({ neighbours, limits }) => {
    const its = neighbours.scopes[scope];
    if (!its) return { holds: null };
    return { ...isShared(its.minutes, limits), scope, name: its.name };
  };
};

/** In the same minutes the others outside of it were fine. */
export const fineOutside = (scope: Scope): Fact => {
  return ({ neighbours, limits }) => {
    const its = neighbours.scopes[scope];
    if (!its) return { holds: null };
    const { fineAtMostPercent: limit } = limits;
    return { ...shareOf(its.elsewhere, limit, limits, (share) => share <= limit), scope, name: its.name };
  };
};

/** Several others had it at once, in any of them. */
export const severalAtOnce: Fact = (its) => firstThatHolds(its, severalOf);
/** There is something that the agent shares with others, outside of which all was fine. */
export const fineOutsideOfOne: Fact = (its) => firstThatHolds(its, fineOutside);

/** Outside of what the agent shares with those who had it, too, there are others enough to compare with. */
export const outsideKnown: Fact = ({ neighbours, limits: { fewestOthers: limit } }) => {
  const most = Math.max(0, ...scopesOf(neighbours).map(([, { elsewhere }]) => elsewhere.agents));
  return { holds: most >= limit, value: most, limit };
};

/** In the same minutes several agents of every site had a poor call, of those sites that had agents enough. */
export const everySite: Fact = ({ neighbours, limits }) => everyOne(neighbours.sites, limits);
/** The same of the providers. */
export const everyProvider: Fact = ({ neighbours, limits }) => everyOne(neighbours.providers, limits);

/** No list of sites says where anybody is. */
export const noSites: Fact = ({ neighbours: { scopes: known, sites } }) => ({
  holds: !known.site && sites.length === 0,
});

/** Nobody knows it of agents who are not on the agent's provider's network: then it may be the provider's. */
export const withinOneProvider: Fact = ({ neighbours: { scopes: known }, limits }) => {
  if (!known.provider) return { holds: false };
  const { name, elsewhere } = known.provider;
  const outside = isShared(elsewhere, limits);
  return { ...outside, holds: outside.holds !== true, scope: 'provider', name };
};

/** Somebody else of the network, the site or the provider had a poor call in the same minutes. */
export const anybodyElseAtOnce: Fact = ({ neighbours }) => {
  const most = scopesOf(neighbours).sort(([, a], [, b]) => b.minutes.poor - a.minutes.poor)[0];
  if (!most) return { holds: null };
  const [scope, { name, minutes }] = most;
  return { holds: minutes.poor > 0, value: minutes.poor, of: minutes.agents, scope, name };
};

function everyOne(places: readonly Others[], limits: VerdictLimits): Found {
  const compared = places.filter(({ agents }) => agents >= limits.fewestOthers);
  if (compared.length < limits.fewestSites) return { holds: null, of: compared.length };
  const shared = compared.filter((others) => isShared(others, limits).holds === true).length;
  return { holds: shared === compared.length, value: shared, of: compared.length };
}

function firstThatHolds(its: Case, of: (scope: Scope) => Fact): Found {
  const all = scopesOf(its.neighbours).map(([scope]) => of(scope)(its));
  return all.find(({ holds }) => holds) ?? { holds: false };
}

function isShared(others: Others, limits: VerdictLimits): Found {
  const { sharedFromPercent: limit, fewestSharing } = limits;
  return shareOf(others, limit, limits, (share) => share >= limit && others.poor >= fewestSharing);
}

function shareOf(
  others: Others,
  limit: number,
  limits: VerdictLimits,
  is: (share: number) => boolean,
): Found {
  const value = percentOf(others);
  const figures = { value, of: others.agents, limit };
  return { holds: others.agents < limits.fewestOthers ? null : is(value), ...figures };
}

function percentOf({ agents, poor }: Others): number {
  return agents === 0 ? 0 : Math.round((1000 * poor) / agents) / 10;
}

const scopesOf = ({ scopes: known }: Neighbourhood): [Scope, ScopeEvidence][] =>
  scopes.flatMap((scope) => (known[scope] ? [[scope, known[scope]] as [Scope, ScopeEvidence]] : []));
