import { readArguments } from '../../build/lib/arguments.ts';
import { runCommand, UserError } from '../../build/lib/user-error.ts';
import { runSuite } from './run-suite.ts';
import { suites } from './suites.ts';

const usage = 'npm run fuzz [-- --cases N --seed S --only NAME]';
const maxSeed = 2 ** 31 - 1;

/** `npm run fuzz`: all suites, or one, with as many cases of each as it takes, or as are asked for. */
await runCommand(async () => {
  const { values } = readArguments(usage, {
    options: { cases: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * maxSeed));
  const cases = values.cases === undefined ? null : Number(values.cases);
  const chosen = suites.filter(({ name }) => values.only === undefined || name === values.only);
  const areNumbers = Number.isSafeInteger(seed) && (cases === null || Number.isSafeInteger(cases));
  if (!areNumbers || chosen.length === 0 || (cases !== null && cases < 1)) {
    const names = suites.map(({ name }) => name).join(', ');
    throw new UserError(`Usage: ${usage}\nNames: ${names}`);
  }
  console.log(`seed ${seed}`);
  let total = 0;
  let failures = 0;
  const startedMs = performance.now();
  for (const suite of chosen) {
    const result = await runSuite(suite.name, cases ?? suite.cases, seed);
    total += result.cases;
    const perSecond = Math.round(result.cases / (result.tookMs / 1000));
    const outcome = result.failure === null ? 'passed' : 'FAILED';
    console.log(`${suite.name}: ${outcome}, ${result.cases} cases, ${perSecond} a second`);
    if (result.failure === null) continue;
    failures += 1;
    console.log(result.failure.report);
    const { seed: from, cases: few } = result.failure;
    console.log(`Again: npm run fuzz -- --only ${suite.name} --seed ${from} --cases ${few}`);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  console.log(`${total} cases in ${seconds.toFixed(0)} s, ${Math.round(total / seconds)} a second`);
  return failures === 0 ? 0 : 1;
});
