import { declaration } from '../declaration.ts';
import type { Declaration } from '../declaration.ts';
import type { SdkMethod } from '../methods.ts';
import type { SdkPaging } from '../paging.ts';
import { PAGE_PARAMETERS } from '../paging.ts';
import { argumentsOf } from './arguments.ts';
import type { Argument, MethodArguments } from './arguments.ts';
import { methodDoc, helperDoc } from './method-doc.ts';
import type { Hints } from './hints.ts';
import { operationName } from './operations.ts';
import { indent, listed, literal, unionOf } from './text.ts';

/** What the two clients write in different ways. */
export interface Flavour {
  prefix: '' | 'Async';
  suffix: '' | '_async';
  pager: 'Pager' | 'AsyncPager';
  define: 'def' | 'async def';
  wait: '' | 'await ';
}

export const SYNC: Flavour = { prefix: '', suffix: '', pager: 'Pager', define: 'def', wait: '' };
export const ASYNC: Flavour = {
  prefix: 'Async',
  suffix: '_async',
  pager: 'AsyncPager',
  define: 'async def',
  wait: 'await ',
};

export function methodText(method: SdkMethod, hints: Hints, flavour: Flavour): string {
  const all = argumentsOf(method, hints);
  if (method.paging) return listText(method, method.paging, all, hints, flavour);
  const result = method.result ? hints.ofAnswer(method.result, 'types.') : 'None';
  const head = signature(flavour.define, method.name, all, result);
  const call = listed(`return ${flavour.wait}self._client._call(`, callArguments(method, all), ')', 8);
  const own = `${head}:\n${indent(`${methodDoc(method, all)}${call}\n`)}`;
  return method.fullName === 'contacts.create' ? `${own}\n${findOrCreate(all, result, flavour)}` : own;
}

function listText(method: SdkMethod, paging: SdkPaging, all: MethodArguments, hints: Hints, flavour: Flavour): string {
  const item = hints.ofAnswer(paging.item, 'types.');
  const paged = (form: string): string => `${flavour.pager}[${item}, ${form}]`;
  const names: readonly string[] = [...PAGE_PARAMETERS.page, ...PAGE_PARAMETERS.cursor];
  const filters = all.query.filter(({ sent }) => !names.includes(sent));
  const overloads = paging.modes.flatMap((mode) => {
    const [first, second] = PAGE_PARAMETERS[mode].map((name) => all.query.filter(({ sent }) => sent === name));
    const form = mode === 'page' ? 'types.PagePagination' : 'types.CursorPagination';
    const required = (some: Argument[] = []): Argument[] => some.map((one) => ({ ...one, required: true }));
    return [
      signature(
        'def',
        method.name,
        { ...all, query: [...filters, ...required(first), ...(second ?? [])] },
        paged(form),
      ),
      signature('def', method.name, { ...all, query: [...filters, ...required(second)] }, paged(form)),
    ];
  });
  const plain = signature('def', method.name, { ...all, query: filters }, plainList(paging, hints, flavour));
  const texts = [...overloads, plain].map((text) => `@overload\n${text}: ...\n`);
  const own = signature('def', method.name, all, `${flavour.pager}[${item}, Any]`);
  const body = all.body ? members(all.body) : 'None';
  const ids = tuple(all.path);
  const parts = ['self._client', `operations.${operationName(method)}`, ids, members(all.query), body, 'options'];
  const doc = methodDoc(method, all);
  return `${texts.join('\n')}\n${own}:\n${indent(`${doc}${listed(`return ${flavour.pager}(`, parts, ')', 8)}\n`)}`;
}

/** What a list is where no way of paging is chosen. */
function plainList({ item }: SdkPaging, hints: Hints, { pager }: Flavour): string {
  return `${pager}[${hints.ofAnswer(item, 'types.')}, types.Pagination]`;
}

/** `def name(self, id: str, *, …) -> result`, an argument a line. */
function signature(define: string, name: string, all: MethodArguments, result: string): string {
  const lines = ['self', ...parametersOf(all, declared)];
  return `${define} ${name}(\n${lines.map((line) => `    ${line},\n`).join('')}) -> ${result}`;
}

/**
 * A method for people to read, as stub files have it: without `self`, and `= ...` for what may be left out. A list gives what its last
 * overload says.
 */
export function methodDeclaration(method: SdkMethod, hints: Hints): Declaration {
  const result = method.paging
    ? plainList(method.paging, hints, SYNC)
    : method.result
      ? hints.ofAnswer(method.result, 'types.')
      : 'None';
  const shown = ({ name, hint, required }: Argument): string => `${name}: ${hint}${required ? '' : ' = ...'}`;
  return declaration(method.name, parametersOf(argumentsOf(method, hints), shown), ` -> ${result}`);
}

/** All that a method takes besides `self`, in order. */
function parametersOf({ path, query, body = [] }: MethodArguments, declare: (argument: Argument) => string): string[] {
  const named = [...body, ...query].sort((a, b) => Number(b.required) - Number(a.required));
  return [
    ...path.map((argument) => `${argument.name}: ${argument.hint}`),
    '*',
    ...named.map(declare),
    'options: Optional[CallOptions] = None',
  ];
}

function declared({ name, hint, required }: Argument): string {
  return required ? `${name}: ${hint}` : `${name}: ${unionOf([hint, 'NotGiven'])} = NOT_GIVEN`;
}

function callArguments(method: SdkMethod, { path, query, body }: MethodArguments): string[] {
  return [
    `operations.${operationName(method)}`,
    tuple(path),
    ...(query.length > 0 ? [`query=${members(query)}`] : []),
    ...(body ? [`body=${members(body)}${method.body?.required ? '' : ' or None'}`] : []),
    'options=options',
  ];
}

const tuple = (some: readonly Argument[]): string =>
  some.length === 0 ? '()' : `(${some.map(({ name }) => `${name},`).join(' ')})`;

function members(some: readonly Argument[]): string {
  const pairs = some.map(({ name, sent }) => `${literal(sent)}: ${name}`);
  return listed('given({', pairs, '})', 20);
}

/** Beside `create`, with the same arguments. */
function findOrCreate(all: MethodArguments, result: string, flavour: Flavour): string {
  const { suffix, wait, define } = flavour;
  const passed = (all.body ?? []).map(({ name }) => `${name}=${name}`);
  const head = signature(define, 'find_or_create', all, result);
  const lines = [
    `return ${wait}find_or_create${suffix}(`,
    '    lambda: self.list(email=email, options=options).first(),',
    indent(`${listed('lambda: self.create(', [...passed, 'options=options'], ')', 12)},`),
    ')\n',
  ];
  return `${head}:\n${indent(`${helperDoc(all)}${lines.join('\n')}`)}`;
}
