import { readdir, readFile } from 'node:fs/promises';

/** What a program and everything that it started has used and holds. */
export interface Usage {
  /** Processor time since the start, in milliseconds. */
  readonly cpuMs: number;
  /**
   * In megabytes: what it made itself, heaps above all. The code of Electron is shared with every other
   * program of Electron that runs, and counts for nobody.
   */
  readonly memoryMb: number;
}

/** Linux counts processor time in these, a hundred a second. */
const tickMs = 10;

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

/** Reads a program's processes; one that ends meanwhile counts as nothing. */
export async function usageOf(rootPid: number): Promise<Usage> {
  const rows = (await Promise.all((await pids()).map(readRow))).filter((row) => row !== null);
  const tree = new Set([rootPid]);
  // Children have mostly, not always, higher numbers than their parents.
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const { pid, parent } of rows) if (tree.has(parent)) tree.add(pid);
  }
  const own = rows.filter(({ pid }) => tree.has(pid));
  const memory = await Promise.all(own.map(({ pid }) => memoryMbOf(pid)));
  return {
    cpuMs: own.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    memoryMb: memory.reduce((sum, each) => sum + each, 0),
  };
}

const pids = async (): Promise<number[]> =>
  (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);

const readOrEmpty = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

async function readRow(pid: number): Promise<ProcessRow | null> {
  const text = await readOrEmpty(`/proc/${pid}/stat`);
  // The name is in parentheses and may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [, parent, , , , , , , , , , user, system] = fields.map(Number);
  if (parent === undefined || user === undefined || system === undefined) return null;
  return { pid, parent, cpuMs: (user + system) * tickMs };
}

async function memoryMbOf(pid: number): Promise<number> {
  const text = await readOrEmpty(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss_Anon:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1024;
}
