import { declaration, declarationText } from '../declaration.ts';
import type { Declaration } from '../declaration.ts';
import type { SdkMethod, SdkParameter } from '../methods.ts';
import { PAGE_PARAMETERS } from '../paging.ts';
import type { SdkPaging } from '../paging.ts';
import { camelCase, pascalCase } from '../words.ts';
import { docComment, memberName, quoted } from './doc-comment.ts';
import { typeText } from './type-text.ts';

const PAGING_NAMES: readonly string[] = Object.values(PAGE_PARAMETERS).flat();

const queryName = ({ operationId }: SdkMethod): string => `${pascalCase(operationId)}Query`;
const filtersOf = ({ queryParameters, paging }: SdkMethod): SdkParameter[] =>
  queryParameters.filter(({ name }) => !paging || !PAGING_NAMES.includes(name));

/** What may be asked for besides pages; undefined where there is nothing. */
export function queryType(method: SdkMethod): string | undefined {
  const filters = filtersOf(method);
  if (filters.length === 0) return undefined;
  const fields = filters.map(({ name, type, required, deprecated, description }) => {
    const comment = docComment([description, deprecated ? '@deprecated' : ''], '  ');
    return `${comment}  ${memberName(name)}${required ? '' : '?'}: ${typeText(type, true)}${required ? '' : ' | undefined'};\n`;
  });
  return `export interface ${queryName(method)} {\n${fields.join('')}}\n`;
}

/** A method as the library declares it; of a list the one of its declarations that takes all ways of paging. */
export function methodDeclaration(method: SdkMethod): Declaration {
  return method.paging ? listDeclarations(method, method.paging).all : callDeclaration(method);
}

export function printMethod(method: SdkMethod): string {
  return method.paging ? printList(method, method.paging) : printCall(method);
}

function printCall(method: SdkMethod): string {
  return `${commentOf(method)}  ${declarationText(callDeclaration(method))} {
    return this._call({ ${operationOf(method, filtersOf(method).length > 0)} }, options);
  }
`;
}

function callDeclaration(method: SdkMethod): Declaration {
  const hasQuery = filtersOf(method).length > 0;
  const isOptional = !filtersOf(method).some(({ required }) => required);
  const parameters = [
    ...firstParameters(method),
    ...(hasQuery ? [`query${isOptional ? '?' : ''}: ${queryName(method)}`] : []),
    'options?: CallOptions',
  ];
  const result = method.result ? typeText(method.result) : 'void';
  return declaration(camelCase(method.name), parameters, `: Call<${result}>`);
}

/** A declaration for each way of paging: the type of a page follows from what is asked. */
function printList(method: SdkMethod, paging: SdkPaging): string {
  const { plain, ways, all, own } = listDeclarations(method, paging);
  const told = { page: 'Pages by number, with a total.', cursor: 'Pages by cursor.' };
  return [
    `${commentOf(method)}  ${declarationText(plain)};\n`,
    ...ways.map(
      ({ mode, way }) => `${docComment([`${method.summary}. ${told[mode]}`], '  ')}  ${declarationText(way)};\n`,
    ),
    `  ${declarationText(all)};\n`,
    `  ${declarationText(own)} {
    return this._list({ ${operationOf(method, false)} }, query, options);
  }
`,
  ].join('');
}

interface ListDeclarations {
  /** Without a way of paging. */
  plain: Declaration;
  ways: { mode: SdkPaging['modes'][number]; way: Declaration }[];
  /** For a query that is not known before the program runs. */
  all: Declaration;
  /** That of the code behind the others. */
  own: Declaration;
}

function listDeclarations(method: SdkMethod, paging: SdkPaging): ListDeclarations {
  const name = camelCase(method.name);
  const filters = filtersOf(method).length > 0 ? `${queryName(method)} & ` : '';
  const first = firstParameters(method);
  const item = typeText(paging.item);
  const declared = (query: string, types: string): Declaration =>
    declaration(name, [...first, query, 'options?: CallOptions'], `: List<${item}, ${types}>`);
  const ways = { page: ['PageMode', 'PagePagination'], cursor: ['CursorMode', 'CursorPagination'] } as const;
  const kinds = paging.modes.map((mode) => ways[mode]);
  const modes = kinds.map(([mode]) => mode).join(' | ');
  const paginations = kinds.map(([, pagination]) => pagination);
  const one = paginations[0] ?? 'unknown';
  return {
    plain: declared(`query?: ${filters}NoMode`, [one, paginations.at(-1)].join(', ')),
    ways: paging.modes.map((mode) => ({
      mode,
      way: declared(`query: ${filters}${ways[mode][0]}`, ways[mode][1]),
    })),
    all: declared(`query?: ${filters}(${modes})`, paginations.join(' | ')),
    own: declared(`query?: ${filters}(${modes})`, 'unknown'),
  };
}

function firstParameters({ pathParameters, body }: SdkMethod): string[] {
  return [
    ...pathParameters.map(({ name, type }) => `${camelCase(name)}: ${typeText(type, true)}`),
    ...(body ? [`body${body.required ? '' : '?'}: ${typeText(body.type, true)}`] : []),
  ];
}

function operationOf({ httpMethod, path, pathParameters, body, isRepeatable }: SdkMethod, hasQuery: boolean): string {
  const ids = pathParameters.map(({ name }) => camelCase(name)).join(', ');
  const isKnown = ['GET', 'HEAD', 'PUT', 'DELETE'].includes(httpMethod) === isRepeatable;
  return [
    `method: ${quoted(httpMethod)}, path: ${quoted(path)}`,
    ...(ids ? [`ids: [${ids}]`] : []),
    ...(body ? ['body'] : []),
    ...(hasQuery ? ['query'] : []),
    ...(isKnown ? [] : [`repeatable: ${isRepeatable}`]),
  ].join(', ');
}

function commentOf(method: SdkMethod): string {
  const { summary, description, pathParameters, body, keyLevel, scope, errorCodes, docUrl, deprecated } = method;
  const need = [
    keyLevel && `a key of the level \`${keyLevel}\``,
    scope && `a token with the scope \`${scope}\``,
  ].filter(Boolean);
  return docComment(
    [
      `${summary}. ${description}`,
      need.length ? `Needs ${need.join(', or ')}.` : '',
      ...pathParameters.map(({ name, description: told }) => `@param ${camelCase(name)} ${told}`),
      body ? '@param body What is sent, as JSON.' : '',
      errorCodes.length ? `@throws APIError ${errorCodes.map((code) => `\`${code}\``).join(', ')}` : '',
      `@see ${docUrl}`,
      deprecated ? '@deprecated' : '',
    ],
    '  ',
  );
}
