import { coupleFaults } from './couple-faults.ts';
import { parameterFaults } from './parameter-faults.ts';
import type { StageSettings } from './stage-settings.ts';

/** All that is wrong with the settings by their form, as sentences that say what to do; none is well. */
export function checkSettings({ region = '', parameters }: StageSettings): readonly string[] {
  // What has no default.
  const { ccpUrl = '', instanceId = '', ...others } = parameters;
  return [
    ...[regionFault(region) ?? []].flat(),
    ...parameterFaults({ ccpUrl, instanceId, ...others }),
    ...coupleFaults(parameters, region),
  ];
}

/** What is wrong with the name of a region, if anything is. Without a good one AWS cannot be asked anything. */
export function regionFault(region: string): string | undefined {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return undefined;
  return `"${region}" is no AWS region: give one as eu-central-1.`;
}
