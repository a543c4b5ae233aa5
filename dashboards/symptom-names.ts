import type { Symptom } from '../model/messages/symptoms.ts';

/** What agents say was wrong with a call, as managers read it. */
export const symptomNames: Readonly<Record<Symptom, string>> = {
  noAudio: 'No sound',
  oneWay: 'One-way sound',
  choppy: 'Choppy',
  echo: 'Echo',
  delay: 'Delay',
  dropped: 'Dropped',
  couldNotAccept: 'Could not accept',
};
