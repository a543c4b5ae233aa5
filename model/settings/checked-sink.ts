import { datedMappings } from '../documents/dated-mappings.ts';
import type { DatedKind } from '../documents/kinds.ts';
import type { Properties } from '../documents/mapping.ts';
import { sinkSettings } from './sink.ts';

/** The sink's settings, in which every field is one of its kind of documents: a slip would send nothing, and nobody would know. */
export const checkedSinkSettings = sinkSettings.superRefine(({ documents }, context) => {
  for (const [kind, fields] of Object.entries(documents) as [DatedKind, readonly string[]][]) {
    for (const field of fields.filter((its) => !isThere(datedMappings[kind], its.split('.'))))
      context.addIssue({ code: 'custom', path: ['documents', kind], message: `has no field ${field}` });
  }
});

/** What is below something that is only stored is not described. */
function isThere(properties: Properties | undefined, [name = '', ...below]: readonly string[]): boolean {
  if (!properties || !Object.hasOwn(properties, name)) return false;
  const mapping = properties[name];
  return below.length === 0 || mapping?.enabled === false || isThere(mapping?.properties, below);
}
