import type {
  DataHealth,
  FailedRecordsHealth,
  MessagesHealth,
  SearchHealth,
} from '../../../model/query/health.ts';
import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import { formatBytes } from '../words/format-amount.ts';
import { formatCount, notMeasured } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { countedBy } from '../words/health-words.ts';
import { messageGroups } from './message-groups.ts';

const time = makeTimeFormat(viewerZone);

const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const count = (value: number): TableCell => ({ text: formatCount(value), value });
const instant = (at: string | null): TableCell => ({
  text: at === null ? notMeasured : time.dayAndTime(at),
  value: at ?? undefined,
});

/** A row per kind of document: when the newest came. */
export function tableOfNewest({ newest }: DataHealth): PanelTable {
  return {
    columns: named('Kind of document', 'Newest came'),
    rows: newest.map(({ kind, at }) => [textCell(kind), instant(at)]),
  };
}

/** A row per version of the agents' page. */
export function tableOfVersions({ pageVersions }: DataHealth): PanelTable {
  return {
    columns: named('Version', 'Agents', 'Last seen'),
    rows: pageVersions.map(({ version, agents, newest }) => [
      textCell(version),
      count(agents),
      instant(newest),
    ]),
  };
}

/** A row for each way and reason in which messages were counted. */
export function tableOfMessages(messages: MessagesHealth): PanelTable {
  return {
    columns: named('What became of them', 'By', 'Messages'),
    rows: messageGroups.flatMap(([group, name]) =>
      messages[group].map((each) => [textCell(name), textCell(countedBy(each)), count(each.count)]),
    ),
  };
}

/** A row per record, the newest first. */
export function tableOfFailedRecords({ newest }: FailedRecordsHealth): PanelTable {
  return {
    columns: named('The newest', 'Key', 'Why'),
    rows: newest.map(({ at, key, reason }) => [instant(at), textCell(key), textCell(reason ?? notMeasured)]),
  };
}

/** A row per kind of index. */
export function tableOfIndices({ indices }: SearchHealth): PanelTable {
  return {
    columns: [...named('Kind', 'Indices', 'Oldest', 'Newest', 'Documents'), { name: 'Size', unit: 'bytes' }],
    rows: indices.map(({ kind, count: number, oldest, newest, documents, bytes }) => [
      textCell(kind),
      count(number),
      textCell(oldest),
      textCell(newest),
      count(documents),
      { text: formatBytes(bytes), value: bytes },
    ]),
  };
}
