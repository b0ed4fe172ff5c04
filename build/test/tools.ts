import { join } from 'node:path';
import { projectRoot } from '../lib/paths.ts';
import type { RunResult } from '../lib/run.ts';
import { run } from '../lib/run.ts';

const scripts = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const;

/** Runs a tool of the project with its own Node, the same way on every system. */
export function runTool(
  tool: keyof typeof scripts,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<RunResult> {
  const script = join(projectRoot, 'node_modules', scripts[tool]);
  return run(process.execPath, [script, ...args], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
  });
}
