import { readFileSync } from 'node:fs';
import type { LibraryLanguage } from '../../generators/sdk/call-sample.ts';

/** An official client library. */
export interface Library {
  /** Its folder below `sdks/`, and the end of its page's address. */
  id: string;
  language: string;
  /** The language of samples that shows its calls. */
  sample: LibraryLanguage;
  /** What it is installed as. */
  name: string;
  /** From its changelog. */
  version: string;
  /** Installs the file that `npm run packages` builds. */
  install: string;
}

/** In the order of the languages of samples. */
export const libraries: readonly Library[] = [
  library('node', 'Node.js', 'javascript', '@orbinto/node', (v) => `npm install ./packages/orbinto-node-${v}.tgz`),
  library('python', 'Python', 'python', 'orbinto', (v) => `pip install ./packages/orbinto-${v}-py3-none-any.whl`),
  library(
    'php',
    'PHP',
    'php',
    'orbinto/orbinto-php',
    (v) =>
      `unzip packages/orbinto-php-${v}.zip -d vendor/orbinto-php  # then require 'vendor/orbinto-php/autoload.php'`,
  ),
  library('ruby', 'Ruby', 'ruby', 'orbinto-ruby', (v) => `gem install --local packages/orbinto-ruby-${v}.gem`),
];

function library(
  id: string,
  language: string,
  sample: LibraryLanguage,
  name: string,
  install: (version: string) => string,
): Library {
  const changes = readFileSync(`sdks/${id}/CHANGELOG.md`, 'utf8');
  const version = /^## (\d+\.\d+\.\d+)/m.exec(changes)?.[1];
  if (version === undefined) throw new Error(`sdks/${id}/CHANGELOG.md has no heading such as “## 1.0.0”.`);
  return { id, language, sample, name, version, install: install(version) };
}
