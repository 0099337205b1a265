import type { Loader } from 'astro/loaders';
import { readFile } from 'node:fs/promises';
import { libraries } from './facts/libraries.ts';

/** The READMEs of the client libraries, their changelogs at the end. Pages have titles of their own. The tests of each library run every block. */
export function libraryReadmes(): Loader {
  return {
    name: 'library-readmes',
    async load(context) {
      const { store, watcher } = context;
      const load = async (id: string): Promise<void> => {
        const filePath = `sdks/${id}/README.md`;
        const readme = (await withoutTitle(filePath)).replaceAll('](CHANGELOG.md)', '](#changes)');
        const changes = (await withoutTitle(`sdks/${id}/CHANGELOG.md`)).replace(/^## /gm, '### ');
        const body = `${readme.trimEnd()}\n\n## Changes\n\n${changes}`;
        const data = await context.parseData({ id, data: {}, filePath });
        store.set({
          id,
          data,
          body,
          filePath,
          digest: context.generateDigest(body),
          rendered: await context.renderMarkdown(body),
        });
      };
      await Promise.all(libraries.map(({ id }) => load(id)));
      for (const { id } of libraries) watcher?.add(`sdks/${id}/README.md`);
      watcher?.on('change', (path) => {
        const changed = libraries.find(({ id }) => path.endsWith(`sdks/${id}/README.md`));
        if (changed) void load(changed.id);
      });
    },
  };
}

async function withoutTitle(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replace(/^# .*\n+/, '');
}
