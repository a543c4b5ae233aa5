import { metaOf, referencesOf, type SavedObject, type Source, savedObject } from './saved-object.ts';

/** A list of documents, newest first, with these columns. */
export function savedSearch(
  id: string,
  title: string,
  source: Source,
  columns: readonly string[],
): SavedObject {
  const attributes = {
    title,
    description: '',
    columns,
    sort: [['@timestamp', 'desc']],
    version: 1,
    ...metaOf(source),
  };
  return savedObject('search', id, attributes, referencesOf(source));
}
