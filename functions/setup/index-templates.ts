import { datedMappings } from '../../model/documents/dated-mappings.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { Properties } from '../../model/documents/mapping.ts';

/**
 * Settings of every index. One shard each: an index holds a day to a month of one kind, far below the 10 to 50 GB that
 * a shard should have; what is rolled up is told by the number of the writing, which counts in one shard
 * (functions/roll-up/new-summaries.ts). The replica goes where a second node is. Compression is worth its processor time: most of a
 * window are its samples, which hardly anybody reads.
 *
 * @param codec `zstd` where the service has it: as small as `best_compression`, and quicker
 */
export function indexSettings(codec: string) {
  return { number_of_shards: 1, auto_expand_replicas: '0-1', codec };
}

/** Fields that nobody has described are kept and not indexed: a newer page must not change what an index is. */
export function mappingOf(properties: Properties) {
  return { dynamic: false as const, properties };
}

/**
 * The template of a kind's indices. Sorted by time, newest first, so that a page of the newest needs only the top of
 * the index.
 *
 * @param prefix how the names of the indices begin; where that is not the kind, an alias has whoever asks for the kind's
 *   indices find them
 */
export function indexTemplate(kind: DatedKind, prefix: string, codec: string) {
  return {
    // Those of the kind's own name too: of before the deployment called them something else.
    index_patterns: [...new Set([`${kind}-*`, `${prefix}-*`])],
    priority: 200,
    template: {
      settings: {
        index: { ...indexSettings(codec), sort: { field: ['@timestamp'], order: ['desc'] } },
      },
      mappings: mappingOf(datedMappings[kind]),
      ...(prefix === kind ? {} : { aliases: { [`${kind}-named-${prefix}`]: {} } }),
    },
  };
}

/** The template of an index that is not dated. */
export function undatedTemplate(index: string, properties: Properties, codec: string) {
  return {
    index_patterns: [index],
    priority: 200,
    template: { settings: { index: indexSettings(codec) }, mappings: mappingOf(properties) },
  };
}
