import {
  metaOf,
  type Reference,
  referencesOf,
  type SavedObject,
  type Source,
  savedObject,
} from './saved-object.ts';

/** The types of OpenSearch Dashboards' visualizations that ours are made of. */
export type PictureType =
  | 'histogram'
  | 'horizontal_bar'
  | 'markdown'
  | 'metrics'
  | 'vega'
  | 'input_control_vis';

export type Picture = {
  readonly id: string;
  readonly title: string;
  /** Shown behind the panel's info sign: what the figures mean. */
  readonly description?: string;
  readonly type: PictureType;
  readonly params: object;
  /** Only for the types that ask by aggregations over an index pattern. */
  readonly aggs?: readonly object[];
  readonly source?: Source;
  readonly references?: readonly Reference[];
  /** What a person could have set by clicks: colours, the column that a table is sorted by. */
  readonly uiState?: object;
};

/** One panel's picture or table. */
export function visualization(picture: Picture): SavedObject {
  const { id, title, description = '', type, params, aggs = [], source, references = [] } = picture;
  const attributes = {
    title,
    description,
    visState: JSON.stringify({ title, type, aggs, params }),
    uiStateJSON: JSON.stringify(picture.uiState ?? {}),
    version: 1,
    ...metaOf(source),
  };
  return savedObject('visualization', id, attributes, [...referencesOf(source), ...references]);
}
