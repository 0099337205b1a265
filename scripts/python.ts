import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The system's Python: it sees the modules of the system's packages. Another one that is first on PATH may not; a shim takes longer to start. */
export const systemPython = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Whether the system's Python has modules, by the names that they are imported by. */
export function hasPythonModules(...names: string[]): boolean {
  return spawnSync(systemPython, ['-c', `import ${names.join(', ')}`]).status === 0;
}
