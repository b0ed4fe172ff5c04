import { defineConfig } from 'vitest/config';

/** Unit and integration specs; the end-to-end specs belong to Playwright (playwright.config.ts). */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.spec.{ts,tsx}'], testTimeout: 10_000 } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.spec.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
    passWithNoTests: false,
    restoreMocks: true,
  },
});
