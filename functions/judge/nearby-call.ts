import { networkOf } from '../enrich/shorten-address.ts';

/** A call that could be judged, as far as verdicts compare it with others. */
export type NearbyCall = {
  readonly contactId: string;
  readonly agent: string;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly isPoor: boolean;
  readonly place: PlaceNames;
};

/** Where an agent is, by the names that others there have, too. What is not known is absent. */
export type PlaceNames = {
  readonly network?: string;
  readonly site?: string;
  readonly provider?: string;
};

/** What a call's document says of where its agent is. */
type Located = {
  readonly agentPublicIp?: string | undefined;
  readonly agentPrivateNetwork?: string | undefined;
  readonly site?: string | undefined;
  readonly as?: { readonly number?: number | undefined } | undefined;
};

/**
 * The names of where an agent is. A private network is one only behind its public address: half of all homes have
 * 192.168.1.0/24.
 */
export function placeNames({ agentPublicIp, agentPrivateNetwork, site, as }: Located): PlaceNames {
  const behind = networkOf(agentPublicIp);
  const network = behind && [behind, agentPrivateNetwork].filter(Boolean).join(' ');
  return {
    ...(network ? { network } : {}),
    ...(site ? { site } : {}),
    ...(as?.number === undefined ? {} : { provider: `AS${as.number}` }),
  };
}
