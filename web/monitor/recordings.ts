/** Real events of amazon-connect-streams 2.28.2, for tests. */
const files = import.meta.glob<unknown>('../../test/recordings/streams-2.28.2/*.json', {
  eager: true,
  import: 'default',
});

/** Throws where there is no recording of that name. */
export function recording(name: string): unknown {
  const found = files[`../../test/recordings/streams-2.28.2/${name}.json`];
  if (found === undefined)
    throw new Error(`No recording "${name}"; there are ${Object.keys(files).join(', ')}`);
  return structuredClone(found);
}
