import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../lib/paths.ts';
import type { Check, Outcome } from './check.ts';
import { single } from './check.ts';
import { allowedSkips } from './skips.ts';
import type { TestResult } from './test-results.ts';
import { count } from './test-results.ts';
import { runTool } from './tools.ts';

/** The part of Playwright's JSON report that is read here. */
interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly {
        readonly errors: readonly { readonly message?: string }[];
        readonly attachments: readonly Attachment[];
      }[];
    }[];
  }[];
}

/** What a spec left for whoever reads about its failure. */
interface Attachment {
  readonly name: string;
  readonly contentType: string;
  /** In base64; missing when it is a file. */
  readonly body?: string;
}

interface Report {
  readonly suites: readonly Suite[];
  readonly errors: readonly { readonly message?: string }[];
}

/** The end-to-end specs, on a real Electron. Specs start the desktop session they need. */
export const playwrightCheck: Check = {
  name: 'end-to-end tests',
  group: 'e2e',
  run: async () => {
    const file = join(projectRoot, 'test-results', 'e2e.json');
    await rm(file, { force: true });
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const { code, output } = await runTool('playwright', ['test', '--reporter=json'], env);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) return single(false, output);
    return withErrors(JSON.parse(text) as Report, code);
  },
};

async function withErrors(report: Report, code: RunCode): Promise<Outcome> {
  const outcome = count(report.suites.flatMap(resultsOf), await allowedSkips());
  if (report.errors.length === 0 && (code === 0 || outcome.failed > 0)) return outcome;
  const messages = plain(report.errors);
  return {
    ...outcome,
    failed: outcome.failed + 1,
    output: `${outcome.output}${messages.join('\n') || 'Playwright failed without a message.'}\n`,
  };
}

type RunCode = number | null | undefined;

function resultsOf(suite: Suite): TestResult[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      name: `${suite.title} > ${spec.title}`,
      status: statusOf(test.status),
      messages: test.results.flatMap(({ errors, attachments }) => [
        ...plain(errors),
        ...attachments.flatMap(textOf),
      ]),
    })),
  );
  const nested = (suite.suites ?? []).flatMap(resultsOf);
  return [...own, ...nested.map((test) => ({ ...test, name: `${suite.title} > ${test.name}` }))];
}

/** `flaky` does not occur without retries; it would count as failed. */
function statusOf(status: string): TestResult['status'] {
  if (status === 'expected') return 'passed';
  return status === 'skipped' ? 'skipped' : 'failed';
}

function textOf({ name, contentType, body }: Attachment): string[] {
  if (contentType !== 'text/plain' || body === undefined) return [];
  return [`— ${name}:`, Buffer.from(body, 'base64').toString('utf8')];
}

function plain(errors: readonly { readonly message?: string }[]): string[] {
  return errors.map(({ message }) => stripVTControlCharacters(message ?? 'no message'));
}
