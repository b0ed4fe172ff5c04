import { readFileSync, writeFileSync } from 'node:fs';
import { type CliArguments, cliArguments, usage } from './cli-arguments.ts';
import { faultList, type Sandbox, startSandbox } from './index.ts';
import { parseUsersFile } from './users-file.ts';

/** The stand-alone server: `npm run sandbox`. Runs until it is told to end. */
try {
  // npm changes the folder; it says where the command was given.
  const args = readArguments(process.env.INIT_CWD ?? process.cwd());
  if (args === null) console.log(usage);
  else if (args.faults.includes('list')) console.log(faultList());
  else await serve(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function readArguments(workingDirectory: string): CliArguments | null {
  try {
    return cliArguments(process.argv.slice(2), workingDirectory);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

async function serve({
  port,
  hostName,
  https,
  grants,
  usersFile,
  caOut,
  allowedOrigins,
  faults,
}: CliArguments): Promise<void> {
  const sandbox = await startSandbox({
    port,
    tls: https ? 'self-signed' : false,
    allowedOrigins,
    ...(hostName === undefined ? {} : { hostName, host: '0.0.0.0' }),
    ...(grants === undefined ? {} : { grants }),
    ...(usersFile === undefined ? {} : { users: parseUsersFile(readText(usersFile)) }),
  }).catch((error: unknown) => {
    throw plainListenError(error, port);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop());
  }
  try {
    if (caOut !== undefined) writeText(caOut, sandbox.certificateAuthorityPem ?? '');
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
  for (const name of faults) sandbox.control.fault(name);
  introduce(sandbox, caOut, faults);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
}

function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Error(
      `${file} cannot be written (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function introduce(sandbox: Sandbox, caOut: string | undefined, faults: readonly string[]): void {
  if (caOut !== undefined) console.log(`Certificate authority: ${caOut}`);
  console.log(`Discovery URL: ${sandbox.discoveryUrl}`);
  console.log(`Hosted service: ${sandbox.hostedDiscoveryUrl}`);
  console.log('Users:');
  for (const { userName, password, name } of sandbox.users) {
    console.log(`  ${userName}  password ${password}  (${name})`);
  }
  if (faults.length > 0) console.log(`Faults: ${faults.join(', ')}`);
  console.log('Ctrl-C ends it.');
}

function plainListenError(error: unknown, port: number): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} is taken by another program. Name another with --port; 0 takes a free one.`,
    );
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} may not be opened by this account. Name one above 1023.`);
  }
  return error;
}
