import type { CollectionRequest } from './collection.ts';
import { isStatus, statusCode } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/** How a program whose scripts assert by Chai names its things. */
export interface ChaiDialect {
  /** Opens a named test: `pm.test`. */
  test: string;
  /** `pm.expect` */
  expect: string;
  /** The body, parsed: `pm.response.json()`. */
  json: string;
  /** An assertion that there is no body. */
  isEmpty: string;
  /** The status as a number: `pm.response.code`. */
  code: string;
  hasStatus: (status: number) => string;
  get: (variable: string) => string;
  set: (variable: string, value: string) => string;
}

/**
 * The script after a request, a line an entry: checks the documented status and the shape of the body, that the answer
 * speaks of the record asked for, and keeps the id that later requests need.
 */
export function chaiScript(dialect: ChaiDialect, request: CollectionRequest): string[] {
  const { expected, name } = request;
  if (!expected) return [];
  const { test } = dialect;
  return [
    `${test}(${JSON.stringify(`${name}: ${expected.title}`)}, () => ${statusCheck(dialect, expected)});`,
    ...(expected.hasBody
      ? testOfBody(dialect, 'The body has the documented members', bodyChecks(dialect, expected))
      : [`${test}('There is no body', () => ${dialect.isEmpty});`]),
    ...(expected.sameId === undefined
      ? []
      : testOfBody(dialect, 'It is the record asked for', [
          `${dialect.expect}(body.id).to.equal(${dialect.get(expected.sameId)});`,
        ])),
    ...keptIds(dialect, request, expected),
  ];
}

function statusCheck({ expect, code, hasStatus }: ChaiDialect, { status }: Expectation): string {
  const known = statusCode(status);
  return known === undefined ? `${expect}(${isStatus(code, status)}).to.equal(true)` : hasStatus(known);
}

function testOfBody({ test, json }: ChaiDialect, title: string, checks: string[]): string[] {
  return [`${test}('${title}', () => {`, `  const body = ${json};`, ...checks.map((line) => `  ${line}`), '});'];
}

/** The members that must be there, of the body itself and of each item of its lists. */
function bodyChecks({ expect }: ChaiDialect, { members, lists }: Expectation): string[] {
  const has = (value: string, names: string[]) =>
    names.length > 0 ? [`${expect}(${value}).to.include.all.keys(${JSON.stringify(names)});`] : [];
  return [
    `${expect}(body).to.be.an('object');`,
    ...has('body', members),
    ...lists.flatMap((list) => {
      const value = `body[${JSON.stringify(list.name)}]`;
      const [keys] = has('item', list.members);
      return [`${expect}(${value}).to.be.an('array');`, ...(keys ? [`for (const item of ${value}) ${keys}`] : [])];
    }),
  ];
}

function keptIds({ json, code, set }: ChaiDialect, { tells }: CollectionRequest, { status }: Expectation): string[] {
  return tells.flatMap(({ variable, from }) => [
    `if (${isStatus(code, status)}) {`,
    from === 'record' ? `  const record = ${json};` : `  const [record] = ${json}.data;`,
    `  if (record) ${set(variable, 'record.id')};`,
    '}',
  ]);
}
