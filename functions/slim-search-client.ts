import type { Plugin } from 'esbuild';

/** The parts of the search client's API that functions use, beside its core (search, get, bulk …). */
const used = ['cat', 'indices'];

/**
 * Leaves the other forty parts of @opensearch-project/opensearch's API out of a bundle: they are a third of it, and
 * of the time a function takes to start. Whoever uses one of them is told to name it here.
 */
export const slimSearchClient: Plugin = {
  name: 'slim-search-client',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]opensearch[\\/]api[\\/]\w+[\\/]_api\.js$/ }, ({ path }) => {
      const part = path.split(/[\\/]/).at(-2) ?? '';
      return used.includes(part) ? undefined : { contents: stub(part), loader: 'js' };
    });
  },
};

function stub(part: string): string {
  const message = `the bundle has no search.${part}: name it in functions/slim-search-client.ts`;
  return `module.exports = function () {
    return new Proxy({}, { get() { throw new Error(${JSON.stringify(message)}); } });
  };`;
}
