import * as z from 'zod';
import type { Statement } from './template.ts';

/** What Lambda needs for a VPC and a key. */
const everyFunctions = /^(ec2|kms):/;

/** What a role's statements allow, in the words of ../rights/function-rights.ts, each once. */
export function rightsOf(statements: readonly Statement[]): readonly string[] {
  const rights = statements.flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => Resource.map((resource) => `${action} ${nameOf(resource)}`)),
  );
  return [...new Set(rights.filter((right) => !everyFunctions.test(right)))].sort();
}

const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
const reference = z.object({ Ref: z.string() });
const text = z.union([z.string(), z.object({ 'Fn::Sub': z.string() }).transform((its) => its['Fn::Sub'])]);

/** `/_bulk` of the search domain, `FailedRecordsBucket/*` of the bucket, else the name in the template. */
function nameOf(resource: unknown): string {
  const { data } = attribute.safeParse(resource);
  if (data) return data['Fn::GetAtt'][0];
  const named = reference.safeParse(resource).data;
  if (named) return named.Ref;
  const arn = text.parse(resource);
  // By its name: it is there only where a parameter asks for it.
  if (/-alert-webhook-\?{6}$/.test(arn)) return 'AlertWebhookSecret';
  if (/:s3:::example-history/.test(arn)) return arn.replace(/^.*:s3:::example-history/, 'HistoryBucket');
  if (/-phone-hash-key-\?{6}$/.test(arn)) return 'PhoneHashKey';
  if (/-sink-key-\?{6}$/.test(arn)) return 'SinkKey';
  if (/-real-time-key-\?{6}$/.test(arn)) return 'RealTimeKey';
  if (/-agent-states-key-\?{6}$/.test(arn)) return 'AgentStatesKey';
  const path = /:domain\/[^/]+(\/.*)$/.exec(arn)?.[1];
  if (path) return path;
  // Of what is in an instance Amazon Connect's own page does not say which resource an action is judged by: both.
  if (/:instance\/[^/]+(\/\*)?$/.test(arn)) return 'instance';
  // A log: `/aws/lambda/NAME:*`.
  const log = /:log-group:(.*)$/.exec(arn)?.[1];
  return log ?? arn.replace(/\$\{(\w+)\.Arn\}/, '$1');
}
