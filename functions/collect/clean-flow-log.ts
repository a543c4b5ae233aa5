import { contactFlowLogEssentials } from '../../model/connect/contact-flow-log.ts';
import type { CollectSettings } from '../../model/settings/collect.ts';
import { allowedBy, isObject, keepFields } from './keep-fields.ts';

/**
 * Makes what leaves of a line of a flow log what the settings allow. What a block came to may be what somebody keyed in;
 * that it failed is kept, where its own words say so.
 *
 * @param logEventId of the log event that the line was
 */
export function flowLogCleaner({
  flowLogs: { fields, parameters },
}: CollectSettings): (raw: unknown, logEventId: string) => Record<string, unknown> | undefined {
  const allowed = allowedBy([...contactFlowLogEssentials, ...fields]);
  const allowedParameters = Object.fromEntries(parameters.map((name) => [name, true as const]));
  return (raw, logEventId) => {
    // Connect writes other things into the group too, such as what a bot understood.
    if (!isObject(raw) || raw.ContactFlowModuleType === undefined) return undefined;
    const kept = keepFields(raw, allowed);
    const ofParameters = keepFields(raw.Parameters, allowedParameters);
    return {
      ...kept,
      ...(Object.keys(ofParameters).length > 0 ? { Parameters: ofParameters } : {}),
      LogEventId: logEventId,
      Failed: saysThatItFailed(raw.Results),
    };
  };
}

/** The words of Connect's own blocks: `The Lambda Function Returned An Error.`, `Timed out`, `Failed to …`. */
function saysThatItFailed(results: unknown): boolean {
  return typeof results === 'string' && /\b(error|failed|failure|time(d)?[ -]?out)\b/i.test(results);
}
