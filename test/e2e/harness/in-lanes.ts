/** Does something with each item, so many at a time; gives the results in the items' order. */
export async function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const [place, item] of left) results[place] = await work(item);
    }),
  );
  return results;
}
