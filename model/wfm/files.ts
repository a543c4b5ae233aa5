import type { Cell } from '../csv/csv.ts';
import type { AgentChange } from '../documents/contact-states.ts';
import type { WfmSettings } from '../settings/wfm.ts';
import type { AgentStretch } from './agent-figures.ts';
import { agentHeader, agentRows } from './agent-file.ts';
import { contactHeader, contactRows } from './contact-file.ts';
import type { Stretch } from './interval.ts';
import { agentQueueHeader, agentQueueRows, queueHeader, queueRows } from './queue-files.ts';
import type { WfmContact } from './wfm-contact.ts';

/** What the files are made of. */
export type WfmSources = {
  /** Those that began, or came into a queue, in the stretch; more do no harm. */
  readonly contacts: readonly WfmContact[];
  /** Of the agents in the stretch, and of `silenceMillis` before it; more do no harm. */
  readonly events: readonly AgentChange[];
  /** Half hours of agents of which a report of Amazon Connect's tells. */
  readonly reported?: readonly AgentStretch[];
};

/** How the files' names begin, before the day. */
export const wfmFiles = [
  'contacts',
  'queue-statistics',
  'agent-queue-statistics',
  'agent-performance',
] as const;
export type WfmFile = (typeof wfmFiles)[number];

/** What stands in each file's first line. */
export const wfmHeaders: Readonly<Record<WfmFile, readonly string[]>> = {
  contacts: contactHeader,
  'queue-statistics': queueHeader,
  'agent-queue-statistics': agentQueueHeader,
  'agent-performance': agentHeader,
};

/** The rows of a stretch of whole intervals: what follows belongs below it. Pure, so that made again they are the same. */
export function wfmRows(
  { contacts, events, reported }: WfmSources,
  stretch: Stretch,
  settings: WfmSettings,
): Readonly<Record<WfmFile, Cell[][]>> {
  return {
    contacts: contactRows(contacts, stretch),
    'queue-statistics': queueRows(contacts, stretch, settings),
    'agent-queue-statistics': agentQueueRows(contacts, stretch, settings),
    'agent-performance': agentRows(events, stretch, settings, reported),
  };
}
