import { defineConfig } from 'vitest/config';

const everywhere = '{model,dashboards,functions,web,local,test}/**';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', `${everywhere}/*.{search,browser,stack,long}.test.ts`],
        },
      },
    ],
  },
});
