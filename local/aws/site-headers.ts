import { CloudFrontClient, GetResponseHeadersPolicyCommand } from '@aws-sdk/client-cloudfront';
import type { Ports } from '../ports.ts';
import { clientConfig } from './account.ts';

/** The headers that CloudFront would add, from the deployed policy: what a page may do is then the same locally. */
export async function siteHeaders(ports: Ports, policyId: string): Promise<Record<string, string>> {
  const client = new CloudFrontClient(clientConfig(ports));
  const { ResponseHeadersPolicy } = await client.send(new GetResponseHeadersPolicyCommand({ Id: policyId }));
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
    ResponseHeadersPolicy?.ResponseHeadersPolicyConfig ?? {};
  const headers: Record<string, string | undefined> = {
    'Content-Security-Policy': security?.ContentSecurityPolicy?.ContentSecurityPolicy,
    'Referrer-Policy': security?.ReferrerPolicy?.ReferrerPolicy,
    'X-Content-Type-Options': security?.ContentTypeOptions ? 'nosniff' : undefined,
  };
  for (const { Header, Value } of custom?.Items ?? []) if (Header) headers[Header] = Value;
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
