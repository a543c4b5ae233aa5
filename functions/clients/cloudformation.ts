import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What became of a custom resource: CloudFormation waits for this, an hour if it must. */
export type CustomResourceOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const longestReason = 1000;

/**
 * Tells CloudFormation what became of a custom resource.
 *
 * @throws Error when CloudFormation does not take the answer
 */
export async function reportToCloudFormation(
  event: CloudFormationCustomResourceEvent,
  physicalResourceId: string,
  outcome: CustomResourceOutcome,
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = JSON.stringify({
    Status: outcome.ok ? 'SUCCESS' : 'FAILED',
    Reason: outcome.ok ? 'Done' : outcome.reason.slice(0, longestReason),
    PhysicalResourceId: physicalResourceId,
    StackId,
    RequestId,
    LogicalResourceId,
  });
  // The URL is signed without a content type, so none may be sent.
  const response = await fetch(event.ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } });
  if (!response.ok) throw new Error(`CloudFormation answered ${response.status} to the custom resource`);
}
