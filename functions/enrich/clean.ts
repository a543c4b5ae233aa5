import { cleanLogText } from '../../model/logs/clean-log-text.ts';
import type { Call } from '../../model/messages/call.ts';
import type { CallLog } from '../../model/messages/call-log.ts';
import { cleanWords } from '../../model/messages/clean-words.ts';
import type { CallProblem } from '../../model/messages/problem.ts';

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const ipv6 = /^[0-9a-f:.]{2,45}$/;

/**
 * The host of a `wss:`, `https:`, `stun:`, `turn:` or `turns:` URL, or of a bare `host:port`; undefined where there
 * is none. What else such a URL may carry, user, path and query, are credentials.
 */
export function hostOf(url: string): string | undefined {
  const rest = url
    .trim()
    .toLowerCase()
    .replace(/^(wss?|https?|stuns?|turns?):(\/\/)?/, '');
  const authority = rest.split(/[/?#\\]/, 1)[0] ?? '';
  const hostAndPort = authority.slice(authority.lastIndexOf('@') + 1);
  const bracketed = /^\[([^\]]+)\](:\d+)?$/.exec(hostAndPort)?.[1];
  if (bracketed) return ipv6.test(bracketed) ? bracketed : undefined;
  const host = hostAndPort.replace(/:\d+$/, '');
  return hostName.test(host) ? host : undefined;
}

/** A call without anything that could be a credential, whatever the page sent. */
export function cleanCall(call: Call): Call {
  const { signalingEndpoint, iceServers, ...facts } = call;
  const signalingHost = signalingEndpoint === undefined ? undefined : hostOf(signalingEndpoint);
  const iceHosts = [...new Set((iceServers ?? []).flatMap((url) => hostOf(url) ?? []))];
  return {
    ...facts,
    ...(signalingHost ? { signalingEndpoint: signalingHost } : {}),
    ...(iceHosts.length > 0 ? { iceServers: iceHosts } : {}),
  };
}

/** What an agent says was wrong, with words as they may be kept, whatever the page sent. */
export function cleanProblem({ symptoms, words }: CallProblem): CallProblem {
  const text = words && cleanWords(words.text);
  return { symptoms, ...(words && text ? { words: { at: words.at, text } } : {}) };
}

/** A part of a log as it may be kept, whatever the page sent; undefined where nothing is left of it. */
export function cleanLog({ part, lines }: CallLog): CallLog | undefined {
  const cleaned = lines
    .map((line) => ({ ...line, text: cleanLogText(line.text) }))
    .filter(({ text }) => text !== '');
  return cleaned.length > 0 ? { part, lines: cleaned } : undefined;
}
