import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Resource, resourcesOf } from './template.ts';

/** The name of the resource whose Arn is asked for. */
export const arnOf = z
  .object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })
  .transform((its) => its['Fn::GetAtt'][0]);

const lambda = z.object({
  FunctionName: z.string(),
  Handler: z.string(),
  Role: arnOf,
  Architectures: z.tuple([z.literal('arm64')]),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  VpcConfig: z.unknown().optional(),
  KmsKeyArn: z.unknown().optional(),
});

/** A deployment, as what `serverless package` makes of serverless.yml says it. */
export type Deployment = {
  readonly file: string;
  readonly text: string;
  readonly functions: readonly z.output<typeof lambda>[];
  readonly roles: readonly Resource[];
  readonly resources: (type: string) => readonly Resource[];
  /** Throws an Error where there is none. */
  readonly one: (type: string) => Resource;
};

/** @param file the packaged template */
export function readDeployment(file: string): Deployment {
  const resources = (type: string) => resourcesOf(file, type);
  return {
    file,
    text: readFileSync(file, 'utf8'),
    functions: resources('AWS::Lambda::Function').map(({ properties }) => lambda.parse(properties)),
    roles: resources('AWS::IAM::Role'),
    resources,
    one: (type) => {
      const [resource] = resources(type);
      if (!resource) throw new Error(`${file} has no ${type}`);
      return resource;
    },
  };
}
