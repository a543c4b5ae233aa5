import { Hono } from 'hono';

/**
 * The second API that Streams asks, with dots in its operations' names. At each start it looks for a Voice ID domain, and here as in
 * most contact centres there is none.
 */
export function agentApp(): Hono {
  return new Hono().post('/api', (c) => {
    const operation = c.req.header('x-amz-target') ?? '';
    if (operation === 'AgentAppService.Acs.listIntegrationAssociations') {
      return c.json({ IntegrationAssociationSummaryList: [] });
    }
    return c.json({ message: `There is no operation ${operation}` }, 400);
  });
}
