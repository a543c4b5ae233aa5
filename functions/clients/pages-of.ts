/**
 * All pages of an operation of an API that gives them one by one.
 *
 * @param pause between two pages: quotas count the requests of a second
 */
export async function pagesOf<Page extends { NextToken?: string | undefined }>(
  pages: AsyncIterable<Page>,
  pause: () => Promise<void>,
): Promise<Page[]> {
  const all: Page[] = [];
  for await (const page of pages) {
    all.push(page);
    if (page.NextToken) await pause();
  }
  return all;
}
