// Loaded into every server before its own code (`node --import`): tells the benchmark what the process has used.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Usage } from './server.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('message', (message) => {
  if (message === 'collect') collect();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ cpu: (user + system) / 1e6, rss, heap: heapUsed + external } satisfies Usage);
});
process.on('disconnect', () => process.exit());
