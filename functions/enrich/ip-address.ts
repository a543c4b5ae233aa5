import ipaddr from 'ipaddr.js';

/** An address in the form in which it is stored and compared, an IPv4-mapped IPv6 as IPv4; undefined if it is none. */
export function normaliseAddress(text: string | undefined): string | undefined {
  const address = text?.trim();
  if (!address) return undefined;
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : undefined;
}

/**
 * The address a request came from: the gateway's, or, only where a header is named for it (a developer's machine),
 * that header's.
 */
export function publicIp(
  request: {
    readonly sourceIp: string | undefined;
    readonly headers: Readonly<Record<string, string | undefined>>;
  },
  sourceIpHeader: string | undefined,
): string | undefined {
  const named = sourceIpHeader ? normaliseAddress(request.headers[sourceIpHeader]) : undefined;
  return named ?? normaliseAddress(request.sourceIp);
}
