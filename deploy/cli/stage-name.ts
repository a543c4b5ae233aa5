const form = /^[a-z][a-z0-9]{0,9}$/;

/** Throws an Error if no stage can be called so: the search domain's name has 28 characters, 18 of which are ours. */
export function checkStageName(stage: string): void {
  if (form.test(stage)) return;
  throw new Error(`--stage ${stage}: give 1 to 10 lower-case letters and digits, a letter first`);
}
