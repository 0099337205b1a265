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

export function printMethod(method: SdkMethod): string {
  return method.paging ? printList(method, method.paging) : printCall(method);
}

function printCall(method: SdkMethod): string {
  const hasQuery = filtersOf(method).length > 0;
  const isOptional = !filtersOf(method).some(({ required }) => required);
  const parameters = [
    ...firstParameters(method),
    ...(hasQuery ? [`query${isOptional ? '?' : ''}: ${queryName(method)}`] : []),
    'options?: CallOptions',
  ];
  const result = method.result ? typeText(method.result) : 'void';
  return `${commentOf(method)}  ${camelCase(method.name)}(${parameters.join(', ')}): Call<${result}> {
    return this._call({ ${operationOf(method, hasQuery)} }, options);
  }
`;
}

/** A signature for each way of paging: the type of a page follows from what is asked. */
function printList(method: SdkMethod, paging: SdkPaging): string {
  const name = camelCase(method.name);
  const filters = filtersOf(method).length > 0 ? `${queryName(method)} & ` : '';
  const first = firstParameters(method);
  const item = typeText(paging.item);
  const signature = (query: string, types: string): string =>
    `  ${name}(${[...first, query, 'options?: CallOptions'].join(', ')}): List<${item}, ${types}>`;
  const ways = { page: ['PageMode', 'PagePagination'], cursor: ['CursorMode', 'CursorPagination'] } as const;
  const kinds = paging.modes.map((mode) => ways[mode]);
  const modes = kinds.map(([mode]) => mode).join(' | ');
  const paginations = kinds.map(([, pagination]) => pagination);
  const one = paginations[0] ?? 'unknown';
  const told = { page: 'Pages by number, with a total.', cursor: 'Pages by cursor.' };
  return [
    `${commentOf(method)}${signature(`query?: ${filters}NoMode`, [one, paginations.at(-1)].join(', '))};\n`,
    ...paging.modes.map(
      (mode) =>
        `${docComment([`${method.summary}. ${told[mode]}`], '  ')}${signature(`query: ${filters}${ways[mode][0]}`, ways[mode][1])};\n`,
    ),
    `${signature(`query?: ${filters}(${modes})`, paginations.join(' | '))};\n`,
    `${signature(`query?: ${filters}(${modes})`, 'unknown')} {
    return this._list({ ${operationOf(method, false)} }, query, options);
  }
`,
  ].join('');
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
