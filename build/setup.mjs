/**
 * Set-up shared by every command: plain JavaScript with Node built-ins only, because it runs
 * before the dependencies are there. It installs them when they are absent or outdated and then
 * hands over to the project's own Node, which runs TypeScript files directly.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const modules = join(projectRoot, 'node_modules');
const isWindows = process.platform === 'win32';

/** The oldest Node that runs TypeScript files without a flag. */
const oldestNodeForTypeScript = 24;

/**
 * Runs a script of the project, after set-up, with the arguments of this process.
 * @param {string} script path of the script, relative to the project's root
 * @param {string[]} [args] its arguments
 * @returns {Promise<number>} the exit code to end with
 */
export async function runScript(script, args = process.argv.slice(2)) {
  try {
    installDependencies();
    const node = findNode();
    return await runToEnd(node, [join(projectRoot, script), ...args]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function installDependencies() {
  if (dependenciesAreCurrent()) return;
  console.log('Installing dependencies (npm ci) …');
  const result = runNpm(['ci', '--no-audit', '--no-fund']);
  if (result.status !== 0) {
    throw new Error(
      `${result.stdout}${result.stderr}\nThe dependencies could not be installed (output above). ` +
        'Check the network and the proxy settings of npm, then run the same command again.',
    );
  }
}

/** Compares what npm installed with what the lock file asks for. */
function dependenciesAreCurrent() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(projectRoot, 'package-lock.json'));
  const installed = packagesOf(record);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const present = installed[path];
    if (present === undefined) return entry.optional === true || entry.peer === true;
    return present.version === entry.version && present.integrity === entry.integrity;
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
}

/** The project's own Node; npm may have been told not to run the script that puts it there. */
function findNode() {
  const own = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');
  if (!works(own)) {
    const log = runNpm(['rebuild', 'node', '--ignore-scripts=false']);
    if (!works(own)) return hostNode(`${log.stdout}${log.stderr}`);
  }
  return own;
}

function hostNode(log) {
  if (Number.parseInt(process.versions.node, 10) >= oldestNodeForTypeScript) {
    return process.execPath;
  }
  throw new Error(
    `${log}\nThe project's own Node could not be installed (output above). ` +
      `Install Node ${oldestNodeForTypeScript} or later and run the same command again.`,
  );
}

function works(node) {
  return existsSync(node) && spawnSync(node, ['--version']).status === 0;
}

function runNpm(args) {
  const options = { cwd: projectRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const script = process.env.npm_execpath;
  return script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: isWindows });
}

function runToEnd(command, args) {
  const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit' });
  // A terminal sends Ctrl-C to both; the child decides how to end, this process waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
