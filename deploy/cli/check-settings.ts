import type { StageSettings } from './stage-settings.ts';

/** What is wrong with the settings by their form, as sentences that say what to do; none is well. */
export function checkSettings({ region = '', parameters }: StageSettings): readonly string[] {
  const { ccpUrl = '', samlUrl = '', instanceId = '' } = parameters;
  return [
    ...[regionFault(region) ?? []].flat(),
    ...urlFaults('The softphone’s address (ccpUrl)', ccpUrl),
    ...(ccpUrl !== '' && !/\/ccp-v2\/?$/.test(ccpUrl)
      ? ['The softphone’s address (ccpUrl) ends with /ccp-v2: https://NAME.my.connect.aws/ccp-v2.']
      : []),
    ...(samlUrl === '' ? [] : urlFaults('The sign-in’s address (samlUrl)', samlUrl)),
    ...(/^[0-9a-fA-F-]{8,64}$/.test(instanceId)
      ? []
      : ['The instance’s id (instanceId) is the last part of its ARN in Amazon Connect’s console.']),
  ];
}

/** What is wrong with the name of a region, if anything is. Without a good one AWS cannot be asked anything. */
export function regionFault(region: string): string | undefined {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return undefined;
  return `"${region}" is no AWS region: give one as eu-central-1.`;
}

function urlFaults(what: string, text: string): string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return [`${what} is no address: begin with https://.`];
  // The local stage's softphone is this machine's.
  return url.protocol === 'https:' || url.hostname === 'localhost'
    ? []
    : [`${what} must begin with https://.`];
}
