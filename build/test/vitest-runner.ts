import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../lib/paths.ts';
import type { Check, Outcome } from './check.ts';
import { single } from './check.ts';
import { allowedSkips } from './skips.ts';
import type { TestResult } from './test-results.ts';
import { count } from './test-results.ts';
import { runTool } from './tools.ts';

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** The specs of one project of vitest.config.ts. */
export function vitestCheck(project: 'unit' | 'integration'): Check {
  return { name: `${project} tests`, group: project, run: () => runProject(project) };
}

async function runProject(project: string): Promise<Outcome> {
  const file = join(projectRoot, 'test-results', `${project}.json`);
  await rm(file, { force: true });
  const args = ['run', '--project', project, '--reporter=json', `--outputFile=${file}`];
  const { code, output } = await runTool('vitest', args);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return single(false, output);
  const outcome = count(resultsOf(JSON.parse(text) as Report), await allowedSkips());
  // Something outside of any test, such as an unhandled rejection.
  const strange = code !== 0 && outcome.failed === 0;
  return strange ? { ...outcome, failed: 1, output } : outcome;
}

function resultsOf(report: Report): TestResult[] {
  return report.testResults.flatMap((file) => {
    const name = relative(projectRoot, file.name);
    const tests = file.assertionResults.map((test) => ({
      name: `${name} > ${test.fullName}`,
      status: statusOf(test.status),
      messages: test.failureMessages ?? [],
    }));
    const brokenFile = file.status === 'failed' && !tests.some(({ status }) => status === 'failed');
    const broken = { name, status: 'failed' as const, messages: [file.message ?? ''] };
    return brokenFile || tests.length === 0 ? [...tests, broken] : tests;
  });
}

function statusOf(status: string): TestResult['status'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}
