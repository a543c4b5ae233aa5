import type { AgentStretch } from './agent-figures.ts';
import { intervalMillis } from './interval.ts';

/**
 * An agent's half hour as its two quarters. Nobody knows when in it something was, so each part of the time (non-productive,
 * idle, everything else online) is halved, and a second that is left over goes to the first quarter and then to the second by
 * turns. So the quarters add up to the half hour in every figure, none is online longer than a quarter of an hour, and
 * idle and non-productive time fit into the time online as they do in the half hour.
 */
export function splitHalfHour({
  agent,
  from,
  ...whole
}: AgentStretch): readonly [AgentStretch, AgentStretch] {
  const { onlineSeconds, nonProductiveSeconds, idleSeconds } = whole;
  const known = nonProductiveSeconds + idleSeconds;
  const firstOf = (before: number, until: number) => Math.ceil(until / 2) - Math.ceil(before / 2);
  const first = {
    onlineSeconds: firstOf(0, onlineSeconds),
    nonProductiveSeconds: firstOf(0, nonProductiveSeconds),
    idleSeconds: firstOf(nonProductiveSeconds, known),
  };
  const second = {
    onlineSeconds: onlineSeconds - first.onlineSeconds,
    nonProductiveSeconds: nonProductiveSeconds - first.nonProductiveSeconds,
    idleSeconds: idleSeconds - first.idleSeconds,
  };
  return [
    { agent, from, ...first },
    { agent, from: from + intervalMillis, ...second },
  ];
}
