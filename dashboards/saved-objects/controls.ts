import type { DatedKind } from '../../model/documents/kinds.ts';
import type { SavedObject } from './saved-object.ts';
import { visualization } from './visualization.ts';

/** A choice that narrows a whole dashboard: values of a field to pick from, or a range of a number. */
export type Control = {
  readonly field: string;
  readonly label: string;
  readonly range?: { readonly step: number; readonly decimalPlaces: number };
};

/** Choices among the values that the documents of a kind have. What is chosen holds for all panels of the dashboard. */
export function controls(
  id: string,
  title: string,
  kind: DatedKind,
  choices: readonly Control[],
): SavedObject {
  const referenceName = (i: number) => `control_${i}_index_pattern`;
  return visualization({
    id,
    title,
    type: 'input_control_vis',
    params: {
      controls: choices.map(({ field, label, range }, i) => ({
        id: field,
        indexPatternRefName: referenceName(i),
        fieldName: field,
        parent: '',
        label,
        type: range ? 'range' : 'list',
        options: range ?? { type: 'terms', multiselect: true, dynamicOptions: true, size: 10, order: 'desc' },
      })),
      updateFiltersOnChange: true,
      useTimeFilter: true,
      pinFilters: false,
    },
    references: choices.map((_, i) => ({ id: kind, name: referenceName(i), type: 'index-pattern' })),
  });
}
