import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import type { Contestant } from './contestants.ts';
import type { Generated } from './generate.ts';

/** What of a client its user has: its sources, as they are shipped or generated. */
export interface Code {
  /** A whole path of each file. */
  readonly files: string[];
  /** What has to be installed besides. */
  readonly needs: string;
}

/** The folder of a library of ours. */
export const libraryOf = (language: string): string => join(root, 'sdks', language);

/** The sources of a client; none of what is no more than the language. */
export function codeOf({ language, name, isOurs }: Contestant, { redocly, heyApi }: Generated): Code | undefined {
  if (isOurs) {
    const patterns = { node: 'src/**/*.ts', python: 'src/**/*.py', php: 'src/**/*.php', ruby: 'lib/**/*.rb' };
    return {
      files: found(libraryOf(language), patterns[language]),
      needs: language === 'php' ? 'ext-curl' : 'nothing',
    };
  }
  if (name.endsWith('hey-api')) return { files: found(heyApi, '**/*.gen.ts'), needs: 'nothing' };
  switch (language) {
    case 'node':
      return { files: [join(redocly, 'client.ts')], needs: 'nothing' };
    case 'python':
      return { files: [join(redocly, 'client.py')], needs: 'httpx' };
    case 'php':
      return { files: [join(redocly, 'client.php')], needs: 'ext-curl' };
    case 'ruby':
      return undefined;
  }
}

const found = (folder: string, pattern: string): string[] =>
  globSync(pattern, { cwd: folder })
    .sort()
    .map((name) => join(folder, name));
