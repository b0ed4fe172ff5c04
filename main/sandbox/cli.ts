import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type SandboxOptions, startSandbox } from './index.ts';
import { parseUsersFile } from './users-file.ts';

const usage = `Usage: sandbox [--port N] [--host NAME] [--http] [--users FILE] [--ca-out FILE]
  --port N      port to listen on (default 8443, with --http 8080; 0 takes a free one)
  --host NAME   name in URLs and certificate, reachable from other machines (default: this machine only)
  --http        plain HTTP instead of HTTPS
  --users FILE  JSON array of users instead of the demo users
  --ca-out FILE writes the certificate authority that clients have to trust`;

function readArguments(): { readonly options: SandboxOptions; readonly caOut: string | undefined } {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      http: { type: 'boolean', default: false },
      users: { type: 'string' },
      'ca-out': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const port = Number(values.port ?? (values.http ? 8080 : 8443));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a port number, not ${values.port}`);
  const options: SandboxOptions = {
    port,
    tls: values.http ? false : 'self-signed',
    ...(values.host === undefined ? {} : { hostName: values.host, host: '0.0.0.0' }),
    ...(values.users === undefined
      ? {}
      : { users: parseUsersFile(readFileSync(values.users, 'utf8')) }),
  };
  return { options, caOut: values['ca-out'] };
}

async function main(): Promise<void> {
  const { options, caOut } = readArguments();
  const sandbox = await startSandbox(options);
  if (caOut !== undefined) {
    if (sandbox.certificateAuthorityPem === undefined)
      throw new Error('--ca-out needs HTTPS; leave out --http');
    writeFileSync(caOut, sandbox.certificateAuthorityPem);
    console.log(`Certificate authority: ${caOut}`);
  }
  console.log(`Discovery URL: ${sandbox.discoveryUrl}`);
  console.log('Users:');
  for (const user of sandbox.users)
    console.log(`  ${user.userName}  password ${user.password}  (${user.name})`);
  console.log('Ctrl-C stops.');
  process.once('SIGINT', () => void sandbox.stop());
  process.once('SIGTERM', () => void sandbox.stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
