import { expect, test } from 'vitest';
import { comeWith } from './built-site.ts';

const manifest = {
  main: { file: 'main.js', imports: ['react'], dynamicImports: ['page'] },
  page: { file: 'page.js', imports: ['react', 'table'], dynamicImports: ['chart'] },
  table: { file: 'table.js', imports: ['react'] },
  react: { file: 'react.js' },
  chart: { file: 'chart.js', imports: ['echarts'] },
  echarts: { file: 'echarts.js' },
};

test('what is imported comes along, what is loaded later does not', () => {
  expect([...comeWith(manifest, ['main', 'page'])].sort()).toEqual(['main', 'page', 'react', 'table']);
  expect([...comeWith(manifest, ['main'])].sort()).toEqual(['main', 'react']);
});

test('files that import each other come once', () => {
  const circle = { a: { file: 'a.js', imports: ['b'] }, b: { file: 'b.js', imports: ['a'] } };
  expect([...comeWith(circle, ['a'])]).toEqual(['a', 'b']);
});

test('a file that the build does not have is not counted as nothing', () => {
  expect(() => comeWith(manifest, ['gone'])).toThrow('gone');
});
