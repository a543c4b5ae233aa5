import * as z from 'zod';
import type { ExportedObject } from './exported-object.ts';

const fields = z.array(z.looseObject({ count: z.number().optional() }));

/**
 * An index pattern counts how often each field was looked at; that is no change of anybody's, so it is left out. Other
 * objects stay as they are.
 */
export function withoutPopularity(object: ExportedObject): ExportedObject {
  const { attributes, type } = object;
  if (type !== 'index-pattern' || typeof attributes.fields !== 'string') return object;
  const known = fields.parse(JSON.parse(attributes.fields));
  const unread = known.map((field) => ({ ...field, count: 0 }));
  return { ...object, attributes: { ...attributes, fields: JSON.stringify(unread) } };
}
