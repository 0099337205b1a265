import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkedOut, SAMPLES_RAN_FILE, samplesRan } from './samples-ran.ts';

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

const date = '2026-11-28T12:00:00.000Z';
const write = (text: string) => writeFileSync(SAMPLES_RAN_FILE, text);

test('a run is told of the commit that is checked out, and of no other', () => {
  write(JSON.stringify({ commit: checkedOut(), date }));
  expect(samplesRan()).toEqual({ commit: checkedOut(), date });
  writeFileSync('a', '2');
  expect(samplesRan()).toBeUndefined();
  git('commit', '--all', '--quiet', '--message', 'two');
  expect(samplesRan()).toBeUndefined();
});

test('without a run, or with a file that is none, nothing is claimed', () => {
  expect(samplesRan()).toBeUndefined();
  for (const text of ['', '{', '{}', JSON.stringify({ commit: checkedOut(), date: 'yesterday' })]) {
    write(text);
    expect(samplesRan(), text).toBeUndefined();
  }
});
