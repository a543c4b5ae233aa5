import type { AnswerOf } from '../../../model/query/page.ts';
import { faultName } from '../words/fault-words.ts';
import { formatPercent, formatValue } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { ratingNames } from '../words/names.ts';
import { type PanelTable, type TableCell, textCell } from './panel-table.ts';

const time = makeTimeFormat(viewerZone);

/** A row per contact: our figures beside Amazon Connect's scores. */
export function tableOfContacts({ contacts }: Pick<AnswerOf<'contacts'>, 'contacts'>): PanelTable {
  return {
    columns: [
      { name: 'Time' },
      { name: 'Contact' },
      { name: 'Agent' },
      { name: 'Queue' },
      { name: 'Our rating' },
      { name: 'Poor time', unit: '%' },
      { name: 'Our MOS' },
      { name: 'Connect: agent' },
      { name: 'Connect: customer' },
      { name: 'Verdict' },
    ],
    rows: contacts.map(
      ({ initiatedAt: at, contactId, agent, contactQueue, softphone, nativeQuality, verdict }) => [
        { text: time.dayAndTime(at), value: at },
        textCell(contactId),
        known(agent),
        known(contactQueue),
        softphone
          ? { ...textCell(ratingNames[softphone.rating]), rating: softphone.rating }
          : known(undefined),
        figure(softphone?.poorPercent, formatPercent),
        figure(softphone?.mos?.avg, score),
        figure(nativeQuality?.agent?.score, score),
        figure(nativeQuality?.customer?.score, score),
        known(verdict && faultName(verdict.fault)),
      ],
    ),
  };
}

const score = (value: number) => formatValue('mos', value);

function known(text: string | undefined): TableCell {
  return text === undefined ? { text: '–', value: undefined } : textCell(text);
}

function figure(value: number | undefined, format: (value: number) => string): TableCell {
  return { text: value === undefined ? '–' : format(value), value };
}
