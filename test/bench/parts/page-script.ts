import { mostAgentScript, weighAgentScript, weighLibrary } from '../agent-script.ts';
import type { Part } from '../measurement.ts';

/** What an agent's browser has to fetch. */
export const part: Part = async () => {
  const { first, own, others, styles } = await weighAgentScript();
  return [
    {
      name: 'our own script before the first paint, gzipped',
      value: first,
      unit: 'KB',
      bar: { atMost: mostAgentScript.first },
    },
    {
      name: 'all our own script, gzipped',
      value: own,
      unit: 'KB',
      bar: { atMost: mostAgentScript.own },
      note: 'with what is loaded later, or only where something is switched on',
    },
    {
      name: 'the library for pages of others, minified and gzipped',
      value: await weighLibrary(),
      unit: 'KB',
      bar: { atMost: mostAgentScript.library },
    },
    { name: 'React and Streams, gzipped', value: others, unit: 'KB' },
    { name: 'styles, gzipped', value: styles, unit: 'KB' },
  ];
};
