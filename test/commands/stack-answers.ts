import type { Outputs } from '../../deploy/read-outputs.ts';
import type { Answer } from './type-command.ts';

/** What CloudFormation says of a stack with these outputs. */
export function describedStack(outputs: Partial<Outputs>): Answer {
  const members = Object.entries(outputs).map(([key, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `<member><OutputKey>${key}</OutputKey><OutputValue>${text}</OutputValue></member>`;
  });
  return answer(
    'DescribeStacks',
    `<Stacks><member><StackName>softphone-quality-prod</StackName>
<CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus>
<Outputs>${members.join('')}</Outputs></member></Stacks>`,
  );
}

/** What it says where there is no such stack. */
export const noStack: Answer = {
  status: 400,
  type: 'text/xml',
  body: `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>
<Code>ValidationError</Code><Message>Stack with id softphone-quality-prod does not exist</Message></Error></ErrorResponse>`,
};

/** What it says of a stack that has one bucket of a site; or these resources, by their names in AWS and with their types. */
export function listedResources(resources: Readonly<Record<string, string>> = siteBucket): Answer {
  const members = Object.entries(resources).map(
    ([id, type]) => `<member><LogicalResourceId>Its${type.split(':').at(-1)}</LogicalResourceId>
<PhysicalResourceId>${id}</PhysicalResourceId><ResourceType>${type}</ResourceType>
<ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
  );
  const summaries = `<StackResourceSummaries>${members.join('')}</StackResourceSummaries>`;
  return answer('ListStackResources', summaries);
}

const siteBucket = { 'agent-site': 'AWS::S3::Bucket' };

function answer(action: string, result: string): Answer {
  return {
    type: 'text/xml',
    body: `<${action}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><${action}Result>${result}</${action}Result></${action}Response>`,
  };
}
