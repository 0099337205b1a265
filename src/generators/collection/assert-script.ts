import type { CollectionRequest } from './collection.ts';
import { isStatus } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/** How a program names its things whose scripts have no Chai. */
export interface AssertDialect {
  /** Opens a named test: `client.test`. */
  test: string;
  /** A line that fails unless the condition holds. */
  isTrue: (condition: string, message: string) => string;
  /** The status as a number. */
  code: string;
  /** The body, parsed. */
  body: string;
  /** A condition: there is no body. */
  isEmpty: string;
  get: (variable: string) => string;
  set: (variable: string, value: string) => string;
}

/** The script after a request, a line an entry: checks what `chaiScript` checks, and keeps the same ids. */
export function assertScript(dialect: AssertDialect, request: CollectionRequest): string[] {
  const { expected, name, tells } = request;
  if (!expected) return [];
  const { isTrue, code, body, get, set } = dialect;
  const isExpected = isStatus(code, expected.status);
  const status = isTrue(isExpected, `The status should be ${expected.title}`);
  const { sameId } = expected;
  return [
    ...test(dialect, `${name}: ${expected.title}`, [status]),
    ...(expected.hasBody
      ? test(dialect, 'The body has the documented members', bodyChecks(dialect, expected))
      : test(dialect, 'There is no body', [isTrue(dialect.isEmpty, 'The body should be empty')])),
    ...(sameId === undefined
      ? []
      : test(dialect, 'It is the record asked for', [
          isTrue(`${body}.id === ${get(sameId)}`, 'The ids should be one'),
        ])),
    ...tells.flatMap(({ variable, from }) => [
      `if (${isExpected}) {`,
      `  const record = ${body}${from === 'record' ? '' : '.data[0]'};`,
      `  if (record) ${set(variable, 'record.id')};`,
      '}',
    ]),
  ];
}

function test(dialect: AssertDialect, title: string, lines: string[]): string[] {
  return [`${dialect.test}(${JSON.stringify(title)}, () => {`, ...lines.map((line) => `  ${line}`), '});'];
}

/** The members that must be there, of the body itself and of each item of its lists. */
function bodyChecks({ isTrue, body }: AssertDialect, { members, lists }: Expectation): string[] {
  const has = (value: string, names: string[]) =>
    isTrue(`${JSON.stringify(names)}.every((name) => name in ${value})`, `It should have ${names.join(', ')}`);
  return [
    has(body, members),
    ...lists.flatMap(({ name, members: ofItem }) => [
      isTrue(`Array.isArray(${body}.${name})`, `${name} should be a list`),
      ...(ofItem.length > 0 ? [`for (const item of ${body}.${name}) ${has('item', ofItem)}`] : []),
    ]),
  ];
}
