import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A base image in the place of the official one, which is on the network: this machine's Node with the libraries that it wants,
 * and the same user, entrypoint and command, so that what is built on it has to deal with them. No shell, no other program.
 * @param folder an empty one; it becomes the context of a build
 */
export function writeMachineImage(folder: string): void {
  const { stdout } = spawnSync('ldd', [process.execPath], { encoding: 'utf8' });
  const libraries = [...stdout.matchAll(/(\/\S+) \(/g)].map(([, path = '']) => path);
  const files = [...new Map([...libraries, process.execPath].map((path) => [path, inImage(path)]))];
  for (const [from, to] of files) {
    mkdirSync(join(folder, 'root', dirname(to)), { recursive: true });
    copyFileSync(from, join(folder, 'root', to));
  }
  for (const place of ['dev', 'proc', 'tmp', 'etc']) mkdirSync(join(folder, 'root', place), { recursive: true });
  writeFileSync(join(folder, 'root/etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/nonexistent:/bin/sh\n');
  writeFileSync(
    join(folder, 'Containerfile'),
    `FROM scratch
COPY root /
ENV PATH=/usr/local/bin:/usr/bin:/bin
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["node"]
`,
  );
}

function inImage(path: string): string {
  return path === process.execPath ? '/usr/local/bin/node' : path;
}
