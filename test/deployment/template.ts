import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Lists first: to `z.unknown()` a list is one thing too. */
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.array(schema), schema.transform((its) => [its])]);

const statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.unknown().optional(),
  Action: list(z.string()),
  Resource: list(z.unknown()).default([]),
});
export type Statement = z.output<typeof statement>;
export const policyDocument = z.object({ Statement: z.array(statement) });

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});
export type Resource = { readonly name: string; readonly properties: Readonly<Record<string, unknown>> };

/** The resources of a type in a packaged template. */
export function resourcesOf(file: string, type: string): readonly Resource[] {
  const { Resources } = template.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([name, { Properties }]) => ({ name, properties: Properties ?? {} }));
}

const role = z.object({ Policies: z.array(z.object({ PolicyDocument: policyDocument })).default([]) });

/** What a role may do by its own policies. */
export function statementsOf({ properties }: Resource): readonly Statement[] {
  return role.parse(properties).Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}
