import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/**
 * Has a child end with this process, however this process ends: one that is killed tells its children nothing. A shell waits for the end
 * of a pipe that nobody else holds. Windows has no such shell; there the child is left behind.
 */
export function endWithUs(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) return;
  const guard = spawn('sh', ['-c', 'cat >/dev/null; kill -9 "$0"', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // What a terminal sends to all of us is not for it.
    detached: true,
  });
  guard.on('error', () => undefined);
  guard.unref();
  child.once('exit', () => {
    guard.kill('SIGKILL');
    guard.stdin.destroy();
  });
}
