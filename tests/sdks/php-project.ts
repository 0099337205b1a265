import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { phpPackage, phpVersion } from '../../scripts/packages/php.ts';
import type { ReadmeBlock } from './readme-blocks.ts';

const run = promisify(execFile);
const PACKAGE = 'orbinto/orbinto-php';

/** Builds the package, and installs the file into an empty project, without any network. @returns the project's folder */
export async function installIntoEmptyProject(folder: string): Promise<string> {
  const [file = ''] = await phpPackage.build(folder);
  const unpacked = join(folder, 'package');
  await run('php', ['-r', '(new PharData($argv[1]))->extractTo($argv[2]);', join(folder, file), unpacked]);
  const project = join(folder, 'project');
  mkdirSync(project);
  const options = { symlink: false, versions: { [PACKAGE]: phpVersion() } };
  const manifest = {
    repositories: [{ type: 'path', url: unpacked, options }, { 'packagist.org': false }],
    require: { [PACKAGE]: `^${phpVersion()}` },
  };
  writeFileSync(join(project, 'composer.json'), JSON.stringify(manifest));
  const env = {
    ...process.env,
    COMPOSER_DISABLE_NETWORK: '1',
    COMPOSER_ALLOW_SUPERUSER: '1',
    COMPOSER_HOME: join(folder, 'composer'),
  };
  await run('composer', ['install', '--no-interaction', '--classmap-authoritative', '--quiet'], { cwd: project, env });
  return project;
}

const PRELUDE = `<?php
declare(strict_types=1);
error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): never {
    throw new ErrorException($message, 0, $level, $file, $line);
});
require __DIR__ . '/vendor/autoload.php';
$orbinto = new Orbinto\\Client();
`;

/** Runs a block as a reader would. @returns what it printed, a line each */
export async function runBlock({ code }: ReadmeBlock, project: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const file = join(project, 'block.php');
  writeFileSync(file, PRELUDE + code);
  const { stdout } = await run('php', ['-d', 'display_errors=stderr', file], { env: { ...process.env, ...env } });
  return stdout.split('\n');
}

/** The lines that are told but were not printed in that order. */
export function missingLines(told: readonly string[], printed: readonly string[]): string[] {
  let from = 0;
  return told.filter((text) => {
    const parts = text.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    const at = printed.findIndex((line, index) => index >= from && pattern.test(line));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}
