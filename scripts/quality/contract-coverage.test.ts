import { expect, test } from 'vitest';
import { judge } from './contract-coverage.ts';

const all = (covered: number, total = covered) => ({ covered, total });
const coverage = {
  meta: { exchanges: { total: 10 } },
  totals: { operations: all(3), parameters: all(4, 8), properties: all(5, 9), responses: all(20) },
};
const problem = { occurrences: 2, message: 'Undocumented', method: 'GET', url: 'https://a/v1/contacts' };

test('a request that was refused for what is wrong with it is no finding; one that was answered is', () => {
  const refused = { ...problem, target: 'request', status: 400 } as const;
  expect(judge([refused], coverage)).toMatchObject({ figures: { findings: 0, refused: 2 }, faults: [] });
  const answered = { ...problem, target: 'request', status: 200 } as const;
  expect(judge([answered], coverage)).toMatchObject({
    figures: { findings: 2, refused: 0 },
    faults: ['GET https://a/v1/contacts 200: Undocumented'],
  });
});

test('an answer that is not as documented is a finding, whatever its status', () => {
  for (const status of [200, 404, 500])
    expect(judge([{ ...problem, target: 'response', status }], coverage).figures.findings, `${status}`).toBe(2);
});

test('all operations have to be seen, and 95 of 100 response codes', () => {
  const seen = (operations: object, responses: object) =>
    judge([], { ...coverage, totals: { ...coverage.totals, operations, responses } as never }).faults;
  expect(seen(all(30), all(95, 100))).toEqual([]);
  expect(seen(all(29, 30), all(94, 100))).toEqual(['29 of 30 operations seen', '94 of 100 response codes seen']);
});
