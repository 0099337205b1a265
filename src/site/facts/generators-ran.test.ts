import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GENERATORS_RAN, generatorsRan } from './generators-ran.ts';
import { checkedOut, measurementFile } from './measurement.ts';

const before = process.cwd();
let folder = '';
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ran-'));
  process.chdir(folder);
  git('init', '--quiet');
  writeFileSync('a', '1');
  git('add', 'a');
  git('commit', '--quiet', '--message', 'one');
  mkdirSync('.ci');
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const generators = [{ name: 'kubb', version: '4', language: 'TypeScript', openapi: '3.1', works: true }];
const date = '2026-11-28T12:00:00.000Z';

test('what was tried is told of the commit that is checked out, and of no other', () => {
  const ran = { commit: checkedOut(), date, generators };
  writeFileSync(measurementFile(GENERATORS_RAN), JSON.stringify(ran));
  expect(generatorsRan()).toEqual(ran);
  writeFileSync('a', '2');
  expect(generatorsRan()).toBeUndefined();
});

test('without a run, or with a file that tells of none, nothing is claimed', () => {
  expect(generatorsRan()).toBeUndefined();
  const commit = checkedOut();
  for (const file of [{}, { commit, date: 'never', generators }, { commit, date, generators: [] }]) {
    writeFileSync(measurementFile(GENERATORS_RAN), JSON.stringify(file));
    expect(generatorsRan(), JSON.stringify(file)).toBeUndefined();
  }
});
