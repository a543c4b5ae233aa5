import * as contact from './contact-facts.ts';
import type { Fact } from './fact.ts';
import * as others from './neighbour-facts.ts';

/** All that rules can be made of, by name. */
export const facts = {
  legKnown: contact.legKnown,
  legsClean: contact.legsClean,
  legTrouble: contact.legTrouble,
  microphoneFailed: contact.microphoneFailed,
  failureUntelling: contact.failureUntelling,
  onlyFromAgent: contact.onlyFromAgent,
  fromAgentSilent: contact.fromAgentSilent,
  toAgentSilent: contact.toAgentSilent,
  agentScoreLow: contact.agentScoreLow,
  customerScoreLow: contact.customerScoreLow,
  agentConnectionNamed: contact.agentConnectionNamed,
  agentDeviceNamed: contact.agentDeviceNamed,
  customerNamed: contact.customerNamed,
  anySign: contact.anySign,
  placeKnown: others.placeKnown,
  othersKnown: others.othersKnown,
  othersFine: others.othersFine,
  othersMostlyFine: others.othersMostlyFine,
  nobodyElseAtOnce: others.nobodyElseAtOnce,
  anybodyElseAtOnce: others.anybodyElseAtOnce,
  severalOfNetwork: others.severalOf('network'),
  severalOfSite: others.severalOf('site'),
  severalOfProvider: others.severalOf('provider'),
  severalAtOnce: others.severalAtOnce,
  fineOutsideNetwork: others.fineOutside('network'),
  fineOutsideSite: others.fineOutside('site'),
  fineOutsideProvider: others.fineOutside('provider'),
  fineOutsideOfOne: others.fineOutsideOfOne,
  outsideKnown: others.outsideKnown,
  withinOneProvider: others.withinOneProvider,
  everySite: others.everySite,
  everyProvider: others.everyProvider,
  noSites: others.noSites,
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof facts;
