import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.ts';
import { leftoverSdkFiles, sdkFiles } from './sdk-files.ts';

test('a printer’s files stand in the folder of its library, with one line end at the end', async () => {
  const [file, ...others] = await sdkFiles([
    { id: 'basic', print: ({ methods }) => new Map([['src/generated/calls.bas', `PRINT ${methods.length}\n\n`]]) },
  ]);
  expect(others).toEqual([]);
  expect([file?.path, file?.render()]).toEqual(['sdks/basic/src/generated/calls.bas', 'PRINT 30\n']);
});

test('a printer may write into folders named generated only', async () => {
  for (const name of ['src/client.ts', 'generated', 'generated/../client.ts'])
    await expect(sdkFiles([{ id: 'basic', print: () => new Map([[name, '']]) }]), name).rejects.toThrow(/generated\//);
});

test('a file that is printed no more is left over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdk-files-'));
  try {
    for (const name of ['src/generated/old.ts', 'src/generated/new.ts', 'src/client.ts']) {
      mkdirSync(join(folder, 'sdks/node', name, '..'), { recursive: true });
      writeFileSync(join(folder, 'sdks/node', name), '');
    }
    expect(leftoverSdkFiles(['sdks/node/src/generated/new.ts'], folder)).toEqual(['sdks/node/src/generated/old.ts']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the libraries hold what their printers print now', async () => {
  const files = await sdkFiles();
  const stale = files.filter(({ path, render }) => render() !== readFileSync(join(root, path), 'utf8'));
  expect(stale.map(({ path }) => path)).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});
