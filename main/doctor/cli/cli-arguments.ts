import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSipAddress } from '../../../app/domain/sip-address.ts';
import type { HostRoutes } from '../../adapters/trust-options.ts';

/** What the doctor was asked on the command line. */
export interface CliArguments {
  /** `user@domain`, without `sip:`. */
  readonly address: string;
  readonly discoveryUrl: string | null;
  /** The account, where it is not the address. */
  readonly userName: string | null;
  readonly passwordFromStdin: boolean;
  /** Absolute paths; null writes none. */
  readonly jsonFile: string | null;
  readonly reportFile: string | null;
  /** PEM of an authority to trust besides those of the computer. */
  readonly authorityFile: string | null;
  readonly routes: HostRoutes;
}

export const usage = `Usage: npm run doctor -- user@domain [options]
  --discovery-url URL    begins there instead of at the names of the domain
  --user NAME            the account (DOMAIN\\name), where it is not the address
  --password-stdin       reads the password from standard input instead of asking for it
  --json FILE            writes the report for programs
  --report FILE          writes the report for an administrator
  --ca FILE              trusts this certificate authority too (PEM)
  --resolve NAME=HOST[:PORT]
                         goes to HOST for NAME, before that is in DNS; may be given several times
Exit code: 0 when nothing failed, 1 when something did, 2 for wrong usage.`;

const options = {
  'discovery-url': { type: 'string' },
  user: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  json: { type: 'string' },
  report: { type: 'string' },
  ca: { type: 'string' },
  resolve: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const;

/**
 * @param workingDirectory what relative paths start from
 * @returns null when the usage is asked for
 * @throws Error whose message says what is wrong with the arguments
 */
export function cliArguments(
  args: readonly string[],
  workingDirectory: string,
): CliArguments | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
  });
  if (values.help) return null;
  const [given, more] = positionals;
  if (given === undefined) throw new Error('Name the sign-in address: user@domain.');
  if (more !== undefined) throw new Error(`One address at a time; ${more} is one too many.`);
  const address = readSipAddress(given)?.replace(/^sips?:/, '') ?? null;
  if (address === null)
    throw new Error(`${given} is no sign-in address: it looks like user@domain.`);
  const path = (file: string | undefined): string | null =>
    file === undefined ? null : resolve(workingDirectory, file);
  return {
    address,
    discoveryUrl: values['discovery-url'] ?? null,
    userName: values.user ?? null,
    passwordFromStdin: values['password-stdin'],
    jsonFile: path(values.json),
    reportFile: path(values.report),
    authorityFile: path(values.ca),
    routes: Object.fromEntries((values.resolve ?? []).map(route)),
  };
}

function route(text: string): [name: string, target: { host: string; port: number }] {
  const [, name, host, port = '443'] =
    /^([^=]+)=(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (name === undefined || host === undefined) {
    throw new Error(`--resolve takes NAME=HOST[:PORT], not ${text}.`);
  }
  return [name, { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }];
}
