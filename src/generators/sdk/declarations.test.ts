/** What pages tell of a method, beside the code of the libraries as it lies in the repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { loadDocument, SPEC_FILE } from '../../openapi/document/load.ts';
import type { LibraryLanguage } from './call-sample.ts';
import type { SdkMethod } from './methods.ts';
import { callsOf } from './model.ts';
import { declarationText } from './declaration.ts';
import { methodDeclarations } from './declarations.ts';

const calls = callsOf(await loadDocument(SPEC_FILE));
const declarations = methodDeclarations(calls);
const languages = Object.keys(declarations) as LibraryLanguage[];
const shown = (language: LibraryLanguage, method: SdkMethod): string => declarationText(declarations[language](method));
const read = (path: string): string => readFileSync(join(root, 'sdks', path), 'utf8');

/** `visitors.sessions` → `VisitorsSessions`, as all four call the class. */
const classOf = ({ fullName }: SdkMethod): string =>
  fullName
    .split('.')
    .slice(0, -1)
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
    .join('');

/** What lies between two marks of a text, the second one the first after it. */
function between(text: string, start: string, end: string): string {
  const at = text.indexOf(start);
  expect(at, start).toBeGreaterThanOrEqual(0);
  return text.slice(at + start.length, text.indexOf(end, at + start.length));
}

/** The declaration in the code of the library, in the form that is shown. */
const declared: Record<LibraryLanguage, (method: SdkMethod) => string> = {
  javascript: (method) => {
    const file = read(`node/src/generated/${method.fullName.split('.')[0]}.ts`);
    const body = between(file, `class ${classOf(method)} extends`, '\n}\n');
    const lines = body.split('\n').filter((line) => line.startsWith(`  ${method.name}(`));
    // The last one of several is that of the code, which nobody can call by its types.
    const line = lines.length > 1 ? lines.at(-2) : lines[0];
    return `${namespaceOf(method)}.${(line ?? '').trim().replace(/(?: \{|;)$/, '')}`;
  },
  python: (method) => {
    const file = read('python/src/orbinto/generated/resources.py');
    const body = between(`${file}\n\n\n`, `class ${classOf(method)}(`, '\n\n\n');
    const all = [...body.matchAll(new RegExp(`^    def ${method.name}\\(\\n([^)]*)\\n    \\) -> (.*):`, 'gm'))];
    const parameters = (all.at(-1)?.[1] ?? '').split('\n').map((line) => line.trim().replace(/,$/, ''));
    // A list has overloads before the code.
    const result = (all.length > 1 ? all.at(-2) : all[0])?.[2]?.replace(/: \.\.\.$/, '');
    const given = parameters.filter((parameter) => parameter !== 'self').map(withoutNotGiven);
    return `${namespaceOf(method)}.${method.name}(${given.join(', ')}) -> ${result}`;
  },
  php: (method) => {
    const file = read(`php/src/generated/Resource/${classOf(method)}.php`);
    const line = new RegExp(`^    public function (${method.name}\\(.*)$`, 'm').exec(file)?.[1];
    return `${namespaceOf(method).replaceAll('.', '->')}->${line}`;
  },
  ruby: (method) => {
    const body = between(read('ruby/sig/generated/resources.rbs'), `class ${classOf(method)} <`, '\n    end\n');
    const line = new RegExp(`^ +def ${method.name}: (\\(.*)$`, 'm').exec(body)?.[1] ?? '';
    return `${namespaceOf(method)}.${method.name}${line.replaceAll(' | Orbinto::Omit', '')}`;
  },
};

const namespaceOf = ({ fullName }: SdkMethod): string => fullName.slice(0, fullName.lastIndexOf('.'));

/** `name: Union[str, None, NotGiven] = NOT_GIVEN` → `name: Union[str, None] = ...`, as stub files write it. */
function withoutNotGiven(parameter: string): string {
  const left = parameter
    .replace(/, NotGiven\] = NOT_GIVEN$/, '] = ...')
    .replace(', NotGiven, None] = NOT_GIVEN', ', None] = ...');
  const [, name = '', hint = ''] = /^(\w+): Union\[(.*)\] = \.\.\.$/.exec(left) ?? [];
  return hint === '' || hasComma(hint) ? left : `${name}: ${hint} = ...`;
}

/** Whether there is a comma outside of brackets. */
const hasComma = (hint: string): boolean =>
  hint.replace(/\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\]/g, '').includes(',');

describe.each(languages)('a declaration in %s', (language) => {
  test.each(calls.methods)('is how the library declares $fullName', (method) => {
    expect(shown(language, method)).toBe(declared[language](method));
  });
});

test('declarations tell types and what may be left out', () => {
  const of = (fullName: string): string[] => {
    const method = calls.methods.find((one) => one.fullName === fullName) ?? expect.unreachable();
    return languages.map((language) => shown(language, method));
  };
  expect(of('contacts.get')).toEqual([
    'contacts.get(id: string, options?: CallOptions): Call<Contact>',
    'contacts.get(id: str, *, options: Optional[CallOptions] = None) -> types.Contact',
    'contacts->get(string $id, ?RequestOptions $options = null): Contact',
    'contacts.get(String id, ?request_options: Orbinto::request_options) -> Models::Contact',
  ]);
  expect(of('contacts.create')[1]).toContain('contacts.create(*, email: str, name: str = ..., ');
  expect(of('contacts.update')[3]).toContain('(String id, ?email: String, ?name: String?, ');
});

test('a declaration is broken between parameters only', () => {
  const search = calls.methods.find(({ fullName }) => fullName === 'contacts.search') ?? expect.unreachable();
  expect(declarations.python(search).slice(0, 3)).toEqual([
    'contacts.search(*,',
    'query: str,',
    'filters: Union[params.ContactFiltersParam, types.Record] = ...,',
  ]);
  expect(declarations.python(search).slice(-2)).toEqual([
    'options: Optional[CallOptions] = None)',
    '-> Pager[types.Contact, types.Pagination]',
  ]);
  expect(declarations.php(search).slice(-2)).toEqual(['?RequestOptions $options = null):', 'Paginator']);
});
