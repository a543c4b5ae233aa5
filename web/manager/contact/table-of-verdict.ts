import type { ContactVerdict } from '../../../model/query/contacts.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { faultName } from '../words/fault-words.ts';
import { findingInWords } from '../words/finding-words.ts';
import { ruleSays } from './rule-says.ts';

/** The verdict, its rule, and a row for each thing that it rests on or that speaks against it. */
export function tableOfVerdict({ fault, rule, restsOn, against }: ContactVerdict): PanelTable {
  const rows = (what: string, findings: ContactVerdict['restsOn']) =>
    findings.map((finding) => {
      const { text, figures } = findingInWords(finding);
      return [what, text, figures].map(textCell);
    });
  return {
    columns: [{ name: 'What' }, { name: 'Finding' }, { name: 'Figures' }],
    rows: [
      ['Verdict', faultName(fault), ''].map(textCell),
      ['Rule', ruleSays(rule), ''].map(textCell),
      ...rows('It rests on', restsOn),
      ...rows('Against it', against),
    ],
  };
}
