import type { StageSettings } from './stage-settings.ts';

/**
 * Why a deployment must not go on that would set to its default whatever is not given now, as it does from a checkout
 * which did not deploy the stage before.
 *
 * @returns a sentence that says what to do; undefined if nothing is lost, or `fresh` says that it may be
 */
export function resetFault(
  stage: string,
  {
    isThere,
    fresh,
    remembered,
  }: { readonly isThere: boolean; readonly fresh: boolean; readonly remembered: StageSettings },
): string | undefined {
  if (!isThere || fresh || Object.keys(remembered.parameters).length > 0) return undefined;
  return `The stage ${stage} is there already, and this checkout does not know its parameters: all that are not given
would go back to their defaults (who is limited to what, who may send, how long data is kept …). Copy
.deploy/${stage}.json here from the checkout that it was deployed from; or give every parameter that is not
to have its default, and --fresh. Nothing was changed.`;
}

/**
 * Why a deployment must not go on that would take the parameters of one region's deployment for another region's, and
 * forget where the first one is.
 *
 * @returns a sentence that says what to do; undefined if the region stays what it was
 */
export function moveFault(stage: string, remembered: StageSettings, region: string): string | undefined {
  if (remembered.region === undefined || remembered.region === region) return undefined;
  return `The stage ${stage} was deployed from this checkout to ${remembered.region}, with parameters that are not for ${region}.
Leave --region out to deploy it there again. A second deployment takes another --stage, or another checkout; or
--fresh, which forgets the first with all its parameters. Nothing was changed.`;
}
