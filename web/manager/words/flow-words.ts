/** A block of a flow as people read it: `InvokeExternalResource` → `Invoke external resource`. */
export function moduleName(moduleType: string): string {
  const words = moduleType
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word, i) => (i === 0 || /^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));
  return words.join(' ');
}
