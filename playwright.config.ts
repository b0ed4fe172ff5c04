import { defineConfig } from '@playwright/test';
import { linuxSpecs } from './test/e2e/support/linux-specs.ts';

/** End-to-end specs: real Electron, real desktop session, one at a time. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: process.platform === 'linux' ? [] : linuxSpecs.map((name) => `**/${name}`),
  outputDir: 'test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
});
