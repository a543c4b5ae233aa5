/**
 * What an agent can say was wrong with a call: what Amazon's support asks for (Amazon Connect Administrator Guide,
 * "Troubleshooting issues with the CCP": one-way audio, no audio, choppy or robotic sound, echo, delay, dropped calls,
 * calls that could not be accepted).
 */
export const symptoms = [
  'noAudio',
  'oneWay',
  'choppy',
  'echo',
  'delay',
  'dropped',
  'couldNotAccept',
] as const;
export type Symptom = (typeof symptoms)[number];

/** An agent's own words are a remark, not a protocol. */
export const mostWords = 300;
