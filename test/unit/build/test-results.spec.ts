import { describe, expect, test } from 'vitest';
import type { TestResult } from '../../../build/test/test-results.ts';
import { count } from '../../../build/test/test-results.ts';

const result = (name: string, status: TestResult['status']): TestResult => ({
  name,
  status,
  messages: status === 'failed' ? ['expected 1 to be 2'] : [],
});

describe('counting results', () => {
  test('counts what passed and shows what failed', () => {
    const outcome = count([result('a', 'passed'), result('b', 'failed')], new Set());
    expect(outcome).toMatchObject({ passed: 1, failed: 1 });
    expect(outcome.output).toContain('b\nexpected 1 to be 2');
  });

  test('a skipped test fails the run', () => {
    const outcome = count([result('a', 'skipped')], new Set());
    expect(outcome).toMatchObject({ passed: 0, failed: 1 });
    expect(outcome.output).toContain('skipped');
  });

  test('a skipped test that may be skipped here counts as neither passed nor failed', () => {
    expect(count([result('a', 'skipped')], new Set(['a']))).toEqual({
      passed: 0,
      failed: 0,
      skipped: 1,
      output: '',
    });
  });
});
