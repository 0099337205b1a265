import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { once } from 'node:events';

/** What a command and all that it started have used. */
export interface Usage {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of user CPU; NaN where there is no /proc. */
  readonly cpu: number;
  /** The most bytes that all of its processes held at one time; NaN where there is no /proc. */
  readonly memory: number;
}

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const TIMEOUT = 6 * 60_000;
const SAMPLE_EVERY = 100;
/** Linux counts CPU time in hundredths of a second for programs, and memory in pages of this size. */
const TICKS = 100;
const PAGE = 4096;
const live = new Set<number>();

process.on('exit', () => live.forEach((pid) => killGroup(pid)));

/**
 * Runs a command to its end, in a process group of its own that ends with it.
 * @throws with the end of what it printed when it fails or takes longer than six minutes
 */
export async function runMeasured({ file, args, cwd, env }: Command): Promise<Usage> {
  const cpuBefore = await childrenCpu();
  const began = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid = 0 } = child;
  live.add(pid);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4000)));
  const sampler = sampleMemory(pid);
  const timeout = setTimeout(() => killGroup(pid), TIMEOUT);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    const wall = (performance.now() - began) / 1000;
    if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${String(code)}:\n${printed}`);
    return { wall, cpu: (await childrenCpu()) - cpuBefore, memory: sampler.peak() };
  } finally {
    clearTimeout(timeout);
    sampler.stop();
    killGroup(pid);
    live.delete(pid);
  }
}

function killGroup(pid: number): void {
  try {
    if (pid > 0) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

/** User CPU of all children that have ended, and of theirs. @see man 5 proc_pid_stat, cutime */
async function childrenCpu(): Promise<number> {
  const stat = await readStat('self');
  return stat ? Number(stat[13]) / TICKS : NaN;
}

/** The fields after the name, from the third on; undefined when the process is gone. */
async function readStat(pid: string): Promise<string[] | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function sampleMemory(rootPid: number): { peak(): number; stop(): void } {
  let peak = NaN;
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void groupMemory(rootPid).then((bytes) => {
      if (!(bytes <= peak)) peak = bytes;
      busy = false;
    });
  }, SAMPLE_EVERY);
  return { peak: () => peak, stop: () => clearInterval(timer) };
}

/** Resident memory of a process and all below it, shared pages counted in each. */
async function groupMemory(rootPid: number): Promise<number> {
  const names = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(names.map(async (name) => ({ pid: Number(name), stat: await readStat(name) })));
  const children = new Map<number, { pid: number; pages: number }[]>();
  let sum = NaN;
  for (const { pid, stat } of processes) {
    const [, parent = 0, pages = 0] = [0, Number(stat?.[1]), Number(stat?.[21])];
    if (pid === rootPid) sum = pages;
    children.set(parent, [...(children.get(parent) ?? []), { pid, pages }]);
  }
  for (const queue = [rootPid]; queue.length > 0;) {
    for (const { pid, pages } of children.get(queue.pop() ?? 0) ?? []) {
      sum += pages;
      queue.push(pid);
    }
  }
  return sum * PAGE;
}
