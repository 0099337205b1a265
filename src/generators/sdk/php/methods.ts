import { declaration, declarationText } from '../declaration.ts';
import type { Declaration } from '../declaration.ts';
import type { SdkMethod, SdkParameter } from '../methods.ts';
import type { SdkField } from '../sdk-type.ts';
import { camelCase } from '../words.ts';
import { docBlock, literal, oneLine, paragraphs } from './php-text.ts';
import type { PhpTypes } from './php-types.ts';

interface Argument {
  php: string;
  doc: string[];
}

/** A method of a resource, with its comment. */
export function methodText(method: SdkMethod, types: PhpTypes): string {
  const given = argumentsOf(method, types);
  const resultType = resultTypeOf(method, types);
  const returned = method.paging
    ? [`@return Paginator<${types.read(method.paging.item)}>`]
    : resultType === 'ApiObject' && method.result
      ? [`@return ${types.read(method.result)}`]
      : [];
  const doc = docBlock(
    [
      `${oneLine(method.summary)}.`,
      ...paragraphs(method.description),
      '',
      ...given.flatMap(({ doc: lines }) => lines),
      '@param RequestOptions|null $options what is different for this call',
      ...returned,
      `@throws OrbintoException${method.paging ? ' when pages are asked for' : ''} with codes such as ${method.errorCodes.join(', ')}`,
      `@link ${method.docUrl}`,
      ...(method.deprecated ? ['@deprecated'] : []),
    ],
    '    ',
  );
  const call = `$this->caller->${method.paging ? 'list' : 'call'}(${operationText(method, types)}, $options);`;
  return `${doc}    public function ${declarationText(methodDeclaration(method, types))}
    {
        ${resultType === 'void' ? '' : 'return '}${call}
    }
`;
}

/** A method as its class declares it. */
export function methodDeclaration(method: SdkMethod, types: PhpTypes): Declaration {
  const given = argumentsOf(method, types).map(({ php }) => php);
  const parameters = [...given, '?RequestOptions $options = null'];
  return declaration(camelCase(method.name), parameters, `: ${resultTypeOf(method, types)}`);
}

function resultTypeOf({ paging, result }: SdkMethod, types: PhpTypes): string {
  if (paging) return 'Paginator';
  return result ? types.signatureClass(result) : 'void';
}

function argumentsOf(method: SdkMethod, types: PhpTypes): Argument[] {
  const { pathParameters, queryParameters, body } = method;
  const ids = pathParameters.map(({ name, description }): Argument => {
    const variable = `$${camelCase(name)}`;
    return { php: `string ${variable}`, doc: [`@param string ${variable} ${oneLine(description)}`.trimEnd()] };
  });
  return [
    ...ids,
    ...(body ? [bodyArgument(body, types)] : []),
    ...(queryParameters.length > 0 ? [queryArgument(queryParameters, body ? 'query' : 'params', types)] : []),
  ];
}

function bodyArgument({ type, required, isMergePatch }: NonNullable<SdkMethod['body']>, types: PhpTypes): Argument {
  const plain = types.resolved(type);
  const named = plain.kind === 'named' ? types.get(plain.name) : undefined;
  const fields = named?.kind === 'object' ? named.fields : [];
  const note = isMergePatch ? ' what is left out stays as it is, null clears' : '';
  return {
    php: `array $params${required ? '' : ' = []'}`,
    doc: [`@param ${types.written(type)} $params${note}`, ...fields.map((field) => fieldLine(field, types))],
  };
}

function queryArgument(parameters: readonly SdkParameter[], name: string, types: PhpTypes): Argument {
  const fields = parameters.map((parameter): SdkField => ({ ...parameter, nullable: false }));
  const required = parameters.some((parameter) => parameter.required);
  return {
    php: `array $${name}${required ? '' : ' = []'}`,
    doc: [`@param ${types.arrayShape(fields)} $${name}`, ...fields.map((field) => fieldLine(field, types))],
  };
}

function fieldLine({ name, type, required, nullable, description }: SdkField, types: PhpTypes): string {
  const plain = types.resolved(type);
  const kind = plain.kind === 'named' && types.isClass(plain) ? 'array' : types.written(type);
  const words = [`${kind.startsWith('list') || kind.startsWith('array') ? 'array' : kind}${nullable ? '|null' : ''}`];
  return `  - \`${name}\` ${words.join(' ')}${required ? ', required' : ''}: ${oneLine(description)}`.replace(
    /: $/,
    '',
  );
}

/** Only what differs from the defaults is told. */
function operationText(method: SdkMethod, types: PhpTypes): string {
  const { pathParameters, queryParameters, body, result, httpMethod, path, fullName, isRepeatable } = method;
  const ids = pathParameters.map(({ name }) => `${literal(name)} => $${camelCase(name)}`);
  const lines = [
    literal(fullName),
    literal(httpMethod),
    literal(path),
    ...(ids.length > 0 ? [`ids: [${ids.join(', ')}]`] : []),
    ...(queryParameters.length > 0 ? [`query: $${body ? 'query' : 'params'}`] : []),
    ...(body ? ['body: $params', `shape: ${types.shape(body.type)}`] : []),
    ...(result ? [`result: ${types.resultClass(result)}::class`] : []),
    ...(isRepeatable ? ['isRepeatable: true'] : []),
  ];
  return `new Operation(\n${lines.map((line) => `            ${line},\n`).join('')}        )`;
}
