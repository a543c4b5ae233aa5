/** The same object without what is undefined: what is not known is absent from a message. */
export function present<Fields extends object>(
  fields: {
    [Key in keyof Fields]: Fields[Key] | undefined;
  },
): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
