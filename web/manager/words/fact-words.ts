import type { FactName } from '../../../model/verdict/facts.ts';

/** What a fact of a verdict says where it holds, and where it does not. */
type FactWords = { readonly yes: string; readonly no: string; readonly figures: Figures };

/** What a finding's `value`, `of` and `limit` are. */
export type Figures =
  | 'none'
  /** Percent of the time that could be judged. */
  | 'poorTime'
  /** Percent of so many seconds. */
  | 'silence'
  /** From 1 to 5. */
  | 'score'
  /** Percent of so many agents; to be at most the limit, or at least. */
  | 'shareAtMost'
  | 'shareAtLeast'
  /** How many agents. */
  | 'agents'
  /** How many agents of so many. */
  | 'agentsOf'
  /** How many places of so many. */
  | 'places';

/** All facts that verdicts can rest on. */
export const factWords: Readonly<Record<FactName, FactWords>> = {
  legKnown: {
    yes: 'The agent’s own connection was measured',
    no: 'Nothing was measured of the agent’s own connection',
    figures: 'none',
  },
  legsClean: {
    yes: 'Both directions between the agent and Amazon Connect were clean',
    no: 'A direction between the agent and Amazon Connect was not clean',
    figures: 'poorTime',
  },
  legTrouble: {
    yes: 'Something went wrong between the agent and Amazon Connect',
    no: 'Nothing went wrong between the agent and Amazon Connect',
    figures: 'poorTime',
  },
  microphoneFailed: {
    yes: 'The browser got no microphone',
    no: 'The browser had a microphone',
    figures: 'none',
  },
  failureUntelling: {
    yes: 'The set-up failed in a way that says nothing of whose fault it is',
    no: 'The set-up did not fail in a way that says nothing',
    figures: 'none',
  },
  onlyFromAgent: {
    yes: 'Only what the agent said was poor, by loss or jitter',
    no: 'It was not only what the agent said',
    figures: 'poorTime',
  },
  fromAgentSilent: {
    yes: 'No sound came from the agent, neither muted nor on hold',
    no: 'Sound came from the agent',
    figures: 'silence',
  },
  toAgentSilent: {
    yes: 'No sound came from the customer, though packets did',
    no: 'Sound came from the customer',
    figures: 'silence',
  },
  agentScoreLow: {
    yes: 'Amazon Connect scored the agent’s connection low',
    no: 'Amazon Connect did not score the agent’s connection low',
    figures: 'score',
  },
  customerScoreLow: {
    yes: 'Amazon Connect scored the customer’s connection low',
    no: 'Amazon Connect did not score the customer’s connection low',
    figures: 'score',
  },
  agentConnectionNamed: {
    yes: 'Amazon Connect names the agent’s connection',
    no: 'Amazon Connect does not name the agent’s connection',
    figures: 'none',
  },
  agentDeviceNamed: {
    yes: 'Amazon Connect names the agent’s device',
    no: 'Amazon Connect does not name the agent’s device',
    figures: 'none',
  },
  customerNamed: {
    yes: 'Amazon Connect names the customer’s connection or device',
    no: 'Amazon Connect does not name the customer’s side',
    figures: 'none',
  },
  anySign: {
    yes: 'Something points to a side',
    no: 'Nothing points to a side',
    figures: 'none',
  },
  placeKnown: {
    yes: 'It is known where the agent was',
    no: 'It is not known where the agent was',
    figures: 'none',
  },
  othersKnown: {
    yes: 'There are others enough to compare with at the same place',
    no: 'There are too few others to compare with at the same place',
    figures: 'agents',
  },
  othersFine: {
    yes: 'Others at the same place were fine within the hour',
    no: 'Others at the same place were not fine within the hour',
    figures: 'shareAtMost',
  },
  othersMostlyFine: {
    yes: 'Most others at the same place were fine within the hour',
    no: 'Many others at the same place were not fine within the hour',
    figures: 'shareAtMost',
  },
  nobodyElseAtOnce: {
    yes: 'Hardly anybody else there had it in the same minutes',
    no: 'Others there had it in the same minutes',
    figures: 'shareAtMost',
  },
  anybodyElseAtOnce: {
    yes: 'Somebody else there had it in the same minutes',
    no: 'Nobody else there had it in the same minutes',
    figures: 'agentsOf',
  },
  severalOfNetwork: {
    yes: 'Several of the same network had it in the same minutes',
    no: 'Not several of the same network had it in the same minutes',
    figures: 'shareAtLeast',
  },
  severalOfSite: {
    yes: 'Several of the same site had it in the same minutes',
    no: 'Not several of the same site had it in the same minutes',
    figures: 'shareAtLeast',
  },
  severalOfProvider: {
    yes: 'Several on the same provider’s network had it in the same minutes',
    no: 'Not several on the same provider’s network had it in the same minutes',
    figures: 'shareAtLeast',
  },
  severalAtOnce: {
    yes: 'Several others who share something with the agent had it in the same minutes',
    no: 'Not several others had it in the same minutes',
    figures: 'shareAtLeast',
  },
  fineOutsideNetwork: {
    yes: 'Outside of the network all was fine in these minutes',
    no: 'Outside of the network not all was fine in these minutes',
    figures: 'shareAtMost',
  },
  fineOutsideSite: {
    yes: 'Outside of the site all was fine in these minutes',
    no: 'Outside of the site not all was fine in these minutes',
    figures: 'shareAtMost',
  },
  fineOutsideProvider: {
    yes: 'Outside of the provider’s network all was fine in these minutes',
    no: 'Outside of the provider’s network not all was fine in these minutes',
    figures: 'shareAtMost',
  },
  fineOutsideOfOne: {
    yes: 'Outside of what the agent shares with others all was fine in these minutes',
    no: 'Nothing that the agent shares with others marks it off from elsewhere',
    figures: 'shareAtMost',
  },
  outsideKnown: {
    yes: 'There are others enough elsewhere to compare with',
    no: 'There are too few others elsewhere to compare with',
    figures: 'agents',
  },
  withinOneProvider: {
    yes: 'It is not known of any outside the agent’s provider’s network',
    no: 'Agents outside the provider’s network had it, too',
    figures: 'shareAtLeast',
  },
  everySite: {
    yes: 'Several agents of every site had it in the same minutes',
    no: 'Not every site had it in the same minutes',
    figures: 'places',
  },
  everyProvider: {
    yes: 'Several agents of every provider had it in the same minutes',
    no: 'Not every provider had it in the same minutes',
    figures: 'places',
  },
  noSites: {
    yes: 'No list of sites says where anybody is',
    no: 'It is known at which sites agents are',
    figures: 'none',
  },
};
