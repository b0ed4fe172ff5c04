import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GrantName, grantNames } from './auth/grants.ts';
import { faults } from './faults/catalogue.ts';

/** What the stand-alone server was asked for. */
export interface CliArguments {
  readonly port: number;
  /** Name in URLs and certificate; undefined keeps the server on this machine. */
  readonly hostName: string | undefined;
  readonly https: boolean;
  /** The ways of signing in; undefined takes the usual ones. */
  readonly grants: readonly GrantName[] | undefined;
  /** Absolute path of a users file; undefined takes the demo users. */
  readonly usersFile: string | undefined;
  /** Absolute path the certificate authority is written to. */
  readonly caOut: string | undefined;
  /** Origins of browser pages that are served. */
  readonly allowedOrigins: readonly string[];
  /** Names of faults to turn on; `list` alone prints them all. */
  readonly faults: readonly string[];
}

export const usage = `Usage: npm run sandbox -- [--port N] [--host NAME] [--http] [--users FILE] [--grants LIST]
         [--ca-out FILE] [--allow-origin ORIGIN]… [--fault NAME]…
  --port N       port to listen on (default 8443, with --http 8080; 0 takes a free one)
  --host NAME    name in URLs and certificate; the server is then open to other machines
  --http         plain HTTP instead of HTTPS
  --users FILE   JSON array of users instead of the demo users
  --grants LIST  ways of signing in, joined by commas: password, windows, passive, anonymous, oauth
                 (default password,windows,anonymous)
  --ca-out FILE  writes the certificate authority that clients have to trust
  --allow-origin ORIGIN  serves browser pages of this origin too; may be given several times
  --fault NAME   errs in one way; may be given several times; --fault list shows what there is`;

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  http: { type: 'boolean', default: false },
  users: { type: 'string' },
  grants: { type: 'string' },
  'ca-out': { type: 'string' },
  'allow-origin': { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const;

const known = new Set(faults.map(({ name }) => name));

/**
 * @param workingDirectory what relative paths start from
 * @returns null when the usage is asked for
 * @throws Error whose message says what is wrong with the arguments
 */
export function cliArguments(
  args: readonly string[],
  workingDirectory: string,
): CliArguments | null {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return null;
  const path = (file: string | undefined): string | undefined =>
    file === undefined ? undefined : resolve(workingDirectory, file);
  const port = Number(values.port ?? (values.http ? 8080 : 8443));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`);
  }
  if (values.http && values['ca-out'] !== undefined) {
    throw new Error('--ca-out goes with HTTPS: leave out --http.');
  }
  const wanted = values.fault ?? [];
  const unknown = wanted.find((name) => name !== 'list' && !known.has(name));
  if (unknown !== undefined)
    throw new Error(`There is no fault named ${unknown}; --fault list shows what there is.`);
  return {
    port,
    hostName: values.host,
    https: !values.http,
    grants: values.grants === undefined ? undefined : readGrants(values.grants),
    usersFile: path(values.users),
    caOut: path(values['ca-out']),
    allowedOrigins: values['allow-origin'] ?? [],
    faults: wanted,
  };
}

function readGrants(list: string): readonly GrantName[] {
  return list.split(',').map((item) => {
    const found = grantNames.find((name) => name === item.trim());
    if (found !== undefined) return found;
    throw new Error(`--grants takes ${grantNames.join(', ')}, not ${item.trim()}.`);
  });
}
