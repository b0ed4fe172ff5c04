import { configDefaults, defineConfig } from 'vitest/config';

/** The desktop session is made of Linux programs. */
const desktopSpecs = process.platform === 'linux' ? [] : ['test/integration/desktop/**'];

/** Unit and integration specs; the end-to-end specs belong to Playwright (playwright.config.ts). */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.spec.{ts,tsx}'], testTimeout: 10_000 } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.spec.ts'],
          exclude: [...configDefaults.exclude, ...desktopSpecs],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
    passWithNoTests: false,
    restoreMocks: true,
  },
});
