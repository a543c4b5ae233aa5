import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiGatewayV2Client, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import * as z from 'zod';
import type { Ports } from '../ports.ts';
import { clientConfig } from './account.ts';

const template = z.object({
  Resources: z.object({
    HttpApi: z.object({
      Properties: z.object({
        CorsConfiguration: z.object({
          AllowOrigins: z.array(z.string()),
          AllowMethods: z.array(z.string()),
          AllowHeaders: z.array(z.string()),
          ExposeHeaders: z.array(z.string()),
          MaxAge: z.number(),
        }),
      }),
    }),
  }),
});

/**
 * Sets the API's CORS once more, from the template that was deployed: the emulator does not apply them when
 * CloudFormation makes the API (it reads `corsConfiguration`, CloudFormation writes `CorsConfiguration`).
 */
export async function applyCors(ports: Ports, apiId: string, packaged: string): Promise<void> {
  const file = join(packaged, 'cloudformation-template-update-stack.json');
  const { Resources } = template.parse(JSON.parse(await readFile(file, 'utf8')));
  const { CorsConfiguration } = Resources.HttpApi.Properties;
  const client = new ApiGatewayV2Client(clientConfig(ports));
  await client.send(new UpdateApiCommand({ ApiId: apiId, CorsConfiguration }));
}
