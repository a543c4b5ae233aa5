import { buildSite, comeWith, gzippedKilobytes } from '../built-site.ts';
import type { Part } from '../measurement.ts';

const main = 'index.html';
const frame = 'Pages.tsx';
const isPage = (key: string) => /^[a-z-]+\/[A-Za-z]+Page\.tsx$/.test(key);
const isChart = (key: string) => /^charts\/[A-Za-z]+Chart\.tsx$/.test(key);

/** What a manager's browser has to fetch before it shows anything, and what it fetches with the first picture. */
export const part: Part = async () => {
  const { folder, manifest } = await buildSite('manager');
  const pages = Object.keys(manifest).filter(isPage);
  const charts = Object.keys(manifest).filter(isChart);
  if (pages.length === 0 || charts.length === 0) return { skipped: 'the build has no pages of these names' };
  const frontPage = comeWith(manifest, [main, frame]);
  const sizes = await Promise.all(
    pages.map(async (page) => {
      const before = comeWith(manifest, [main, frame, page]);
      return {
        page,
        size: await gzippedKilobytes(folder, manifest, before),
        early: charts.some((chart) => before.has(chart)),
      };
    }),
  );
  const largest = sizes.reduce((most, one) => (one.size > most.size ? one : most));
  const withCharts = comeWith(manifest, [main, frame, ...charts]);
  const later = new Set([...withCharts].filter((key) => !frontPage.has(key)));
  return [
    {
      name: 'front page: script before the charts, gzipped',
      value: await gzippedKilobytes(folder, manifest, frontPage),
      unit: 'KB',
      bar: { atMost: 600 },
    },
    {
      name: 'largest page: script before the charts, gzipped',
      value: largest.size,
      unit: 'KB',
      bar: { atMost: 600 },
      note: largest.page,
    },
    {
      name: 'pages that wait for charts',
      value: sizes.filter(({ early }) => early).length,
      unit: `of ${pages.length}`,
      bar: { atMost: 0 },
    },
    {
      name: 'charts, loaded after the first figures, gzipped',
      value: await gzippedKilobytes(folder, manifest, later),
      unit: 'KB',
    },
  ];
};
