import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { emulator } from './aws.ts';
import { find } from './search.ts';
import { waitFor } from './wait-for.ts';

type Judged = { readonly contactId: string; readonly verdict?: { readonly fault: string } };

/** The contacts as the deployed function has judged them: it is called as its schedule does, until it finds them all. */
export async function judged(contactIds: readonly string[]): Promise<readonly Judged[]> {
  const lambda = new LambdaClient(emulator());
  return waitFor(
    'verdicts',
    async () => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: 'softphone-quality-local-judge' }),
      );
      if (FunctionError !== undefined) throw new Error(Payload?.transformToString());
      const ofVerdict = [{ terms: { contactId: contactIds } }, { exists: { field: 'verdict.fault' } }];
      return find<Judged>('connect-contacts-*', ofVerdict);
    },
    (found) => found.length === contactIds.length,
  );
}
