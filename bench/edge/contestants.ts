import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../../scripts/edge/engine.ts';
import { bundleWorker, WORKER } from '../../scripts/edge/program.ts';
import { edgeTools } from '../../scripts/edge/tools.ts';
import { startSandbox } from '../sandbox/contestants.ts';
import type { Server, Usage } from '../sandbox/server.ts';

/** Clock ticks a second, in which Linux tells what a process has used. */
const TICKS = 100;
const KB = 1024;

/** Who takes part: the same sandbox on two engines. */
export const ENGINES = ['workerd', 'Node'] as const;
export type EngineName = (typeof ENGINES)[number];

export const START: Readonly<Record<EngineName, () => Promise<Server>>> = {
  workerd: () => startEdge(),
  Node: startSandbox,
};

/** A worker whose object does nothing. */
export const BARE_WORKER = join(import.meta.dirname, 'bare-worker.ts');

/** The hosted sandbox, whose objects tell what they would be billed for. */
export const METERED_WORKER = join(import.meta.dirname, 'metered-worker.ts');

/** Measures one engine after the other, each on a server of its own. */
export async function onEach<T>(measure: (engine: EngineName, server: Server) => Promise<T>): Promise<T[]> {
  const measured: T[] = [];
  for (const engine of ENGINES) {
    const server = await START[engine]();
    try {
      measured.push(await measure(engine, server));
    } finally {
      await server.stop();
    }
  }
  return measured;
}

/** The hosted sandbox with everything on; only the limits refuse nothing. @param worker its module */
export async function startEdge(worker = WORKER): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-edge-'));
  const tools = await edgeTools();
  const program = join(folder, 'program');
  await bundleWorker(tools, worker, program);
  const { workerd } = tools;
  const unlimited = { rateLimits: false, openingLimit: false };
  const engine = await Engine.start({ workerd, program, data: join(folder, 'data'), port: 0, ...unlimited });
  return {
    url: engine.url,
    usage: () => Promise.resolve(usageOf(engine.pid)),
    stop: async () => {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a process has used, as Linux tells it. The heap of another engine cannot be asked for. */
function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0] = [fields[11], fields[12]].map(Number);
  const rss = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * KB;
  return { cpu: (user + system) / TICKS, rss, heap: NaN };
}
