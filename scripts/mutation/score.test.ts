import type { MutantResult } from '@stryker-mutator/api/core';
import { expect, test } from 'vitest';
import { faultLine, faultOf, scoreOf } from './score.ts';
import type { Fault } from './score.ts';

const SOURCE = 'const a = 1;\nif (a > 1) {\n  stop();\n}\n';

/** A fault in the place of `text`. */
function result(text: string, replacement: string, status: MutantResult['status']): MutantResult {
  const at = (offset: number) => {
    const lines = SOURCE.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
  const start = SOURCE.indexOf(text);
  const location = { start: at(start), end: at(start + text.length) };
  return { id: '1', fileName: 'src/a.ts', mutatorName: 'Any', location, replacement, status };
}

const fault = (...known: Parameters<typeof result>): Fault => faultOf(result(...known), 'src/a.ts', SOURCE, []);

test('a fault is told with its place, what stood there and what was put there', () => {
  expect(faultLine(fault('a > 1', 'a >= 1', 'Survived'))).toBe('src/a.ts:2: a > 1 → a >= 1');
  expect(faultLine(fault('{\n  stop();\n}', '{}', 'NoCoverage'))).toBe(
    'src/a.ts:2: { stop(); } → {} (no test gets there)',
  );
});

test.each<[MutantResult['status'], Fault['fate']]>([
  ['Killed', 'noticed'],
  ['Timeout', 'noticed'],
  ['Survived', 'survived'],
  ['NoCoverage', 'unreached'],
  ['Ignored', 'untried'],
  ['CompileError', 'untried'],
  ['RuntimeError', 'untried'],
])('%s is %s', (status, fate) => {
  expect(fault('a > 1', 'true', status).fate).toBe(fate);
});

test('a fault that is known to change nothing is left out, unless a test noticed it', () => {
  const known = [{ file: 'src/a.ts', original: 'a > 1', replacement: 'a >= 1', reason: 'It is never 1.' }];
  const fateOf = (...[text, replacement, status]: Parameters<typeof result>) =>
    faultOf(result(text, replacement, status), 'src/a.ts', SOURCE, known).fate;
  expect(fateOf('a > 1', 'a >= 1', 'Survived')).toBe('equivalent');
  expect(fateOf('a > 1', 'a >= 1', 'Killed')).toBe('noticed');
  expect(fateOf('a > 1', 'a < 1', 'Survived')).toBe('survived');
});

test('the score of a folder counts what could be noticed, the worst folder first', () => {
  const faults = (file: string, ...fates: Fault['fate'][]) =>
    fates.map((fate) => ({ file, line: 1, original: 'a', replacement: 'b', fate }));
  expect(
    scoreOf([
      ...faults('src/good/a.ts', 'noticed', 'noticed', 'equivalent', 'untried'),
      ...faults('src/bad/a.ts', 'noticed', 'survived', 'unreached'),
      ...faults('src/bad/b.ts', 'noticed'),
    ]),
  ).toEqual([
    { folder: 'src/bad', mutants: 4, caught: 2 },
    { folder: 'src/good', mutants: 2, caught: 2 },
  ]);
});
