import type { SupportBundle } from '../../../model/query/support-bundle.ts';

const layerNames = { CRM: 'page', CCP: 'softphone', SharedWorker: 'worker' } as const;

/** The lines as Streams writes them, with who wrote each in place of an agent's id. */
export function logText({ log }: Pick<SupportBundle, 'log'>): string {
  return log
    .map(({ at, level, layer, text }) => `[${at}] [${level}] [${layer ? layerNames[layer] : '?'}]: ${text}\n`)
    .join('');
}
