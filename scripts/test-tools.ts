import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installByApt } from './apt.ts';
import { hasCollectionTools, installCollectionTools } from './collection-tools.ts';
import { findHurl, installHurl } from './hurl.ts';
import { buildInso, hasInso } from './inso.ts';
import { GETS_NPM_TOOLS, hasNpmTools, installNpmTools } from './npm-tools.ts';
import { ensureChromium } from './browsers/ensure-chromium.ts';
import { findChromium, findChromiumWithWindows, findFirefox, findWebKit, onPath } from './browsers/find.ts';
import { hasPythonModules } from './python.ts';

/** A program that tests run, beside Node. */
interface TestTool {
  readonly name: string;
  /** True: only tests of a whole run want it. */
  readonly isLong?: boolean;
  readonly isThere: () => boolean;
  /** What brings it on Debian. */
  readonly packages: readonly string[];
}

const hasPhpCurl = (): boolean =>
  onPath('php') !== undefined && spawnSync('php', ['-r', "exit(extension_loaded('curl') ? 0 : 1);"]).status === 0;

const tools: readonly TestTool[] = [
  { name: 'Chromium', isThere: () => findChromium() !== undefined, packages: ['chromium-headless-shell'] },
  { name: 'Chromium with windows', isThere: () => findChromiumWithWindows() !== undefined, packages: ['chromium'] },
  { name: 'Firefox', isThere: () => findFirefox() !== undefined, packages: ['firefox-esr'] },
  { name: 'WebKitGTK', isThere: () => findWebKit() !== undefined, packages: ['webkit2gtk-driver', 'xvfb'] },
  { name: 'pdftotext', isThere: () => onPath('pdftotext') !== undefined, packages: ['poppler-utils'] },
  { name: 'curl', isThere: () => onPath('curl') !== undefined, packages: ['curl'] },
  { name: 'buildah', isThere: () => onPath('buildah') !== undefined, packages: ['buildah'] },
  {
    name: 'nginx',
    isThere: () => onPath('nginx') !== undefined || existsSync('/usr/sbin/nginx'),
    packages: ['nginx-light'],
  },
  { name: 'ip', isThere: () => onPath('ip') !== undefined, packages: ['iproute2'] },
  { name: 'shellcheck', isThere: () => onPath('shellcheck') !== undefined, packages: ['shellcheck'] },
  { name: 'Python', isThere: () => onPath('python3') !== undefined, packages: ['python3'] },
  {
    name: 'pip, setuptools and wheel',
    isThere: () => hasPythonModules('setuptools', 'wheel', 'pip'),
    packages: ['python3-pip'],
  },
  { name: 'httpx for Python', isThere: () => hasPythonModules('httpx'), packages: ['python3-httpx'] },
  { name: 'Flask', isThere: () => hasPythonModules('flask'), packages: ['python3-flask'] },
  { name: 'mypy', isThere: () => onPath('mypy') !== undefined, packages: ['mypy'] },
  { name: 'PHP with curl', isThere: hasPhpCurl, packages: ['php-cli', 'php-curl'] },
  { name: 'phpcs', isThere: () => onPath('phpcs') !== undefined, packages: ['php-codesniffer'] },
  { name: 'Composer', isThere: () => onPath('composer') !== undefined, packages: ['composer'] },
  { name: 'Ruby', isThere: () => onPath('ruby') !== undefined, packages: ['ruby'] },
  { name: 'rackup', isThere: () => onPath('rackup') !== undefined, packages: ['ruby-rack', 'ruby-webrick'] },
  { name: 'Go', isThere: () => onPath('go') !== undefined, packages: ['golang-go'] },
  { name: 'RuboCop', isThere: () => onPath('rubocop') !== undefined, packages: ['rubocop'] },
  { name: `Bun, Deno, httpyac, workerd and pyright (${GETS_NPM_TOOLS})`, isThere: hasNpmTools, packages: [] },
  {
    name: 'Bruno, httpYac, Hoppscotch and AsyncAPI’s parser (CI=true npm test -- slow)',
    isLong: true,
    isThere: hasCollectionTools,
    packages: [],
  },
  {
    name: 'Insomnia’s inso',
    isLong: true,
    isThere: hasInso,
    packages: ['g++', 'make', 'python3', 'libcurl4-openssl-dev'],
  },
  { name: 'Hurl', isLong: true, isThere: () => findHurl() !== undefined, packages: [] },
];

/**
 * Gets what the tests run. Under `CI` all of it has to be there, and is installed where that is allowed; elsewhere a Chromium
 * is got, and what else is missing is told: the tests that want it are skipped.
 *
 * @param isWhole whether what takes long is run, too
 * @throws under `CI`, naming what is missing.
 */
export async function prepareTestTools(isWhole: boolean): Promise<void> {
  const wanted = tools.filter(({ isLong = false }) => isWhole || !isLong);
  const missing = (): TestTool[] => wanted.filter(({ isThere }) => !isThere());
  if (process.env.CI && missing().length > 0) {
    // npm and apt at the same time: both wait for what they download.
    const fromNpm = [
      ...(hasNpmTools() ? [] : [installNpmTools()]),
      ...(!isWhole || hasCollectionTools() ? [] : [installCollectionTools()]),
    ];
    const packages = missing().flatMap((tool) => tool.packages);
    if (packages.length > 0) installByApt(packages);
    if (isWhole && !findHurl()) installHurl();
    await Promise.all(fromNpm);
    if (isWhole && !hasInso()) buildInso();
  }
  ensureChromium();
  const names = missing().map(({ name, packages }) => name + (packages.length > 0 ? ` (${packages.join(', ')})` : ''));
  if (names.length === 0) return;
  if (process.env.CI) throw new Error(`CI has to have all that the tests run. Missing: ${names.join(', ')}.`);
  console.log(
    `Not installed here, and not run: ${names.join(', ')}. In brackets: Debian's packages, or what gets them.`,
  );
}
