import type { SdkMethod, SdkParameter } from '../methods.ts';
import type { SdkModel } from '../model.ts';
import type { SdkResource } from '../resources.ts';
import type { SdkField, SdkType } from '../sdk-type.ts';
import { namesIn, namesOf } from '../sdk-type.ts';
import { camelCase, pascalCase } from '../words.ts';
import { className, docBlock, literal, oneLine, paragraphs, phpFile } from './php-text.ts';
import type { PhpFile } from './php-text.ts';
import { fieldsName } from './php-types.ts';
import type { PhpTypes } from './php-types.ts';

const NAMESPACE = 'Orbinto\\Resource';

/** What people have written for a resource, by its full name: a trait in the same namespace. */
const TRAITS: Readonly<Record<string, string>> = { contacts: 'FindsOrCreates' };

/** A class a resource, and the trait that gives them to the client. */
export function printResources(model: SdkModel, types: PhpTypes): PhpFile[] {
  const all = (resources: readonly SdkResource[]): SdkResource[] =>
    resources.flatMap((resource) => [resource, ...all(resource.resources)]);
  return [
    ['Resource/Resources.php', rootFile(model.resources)],
    ...all(model.resources).map((resource): PhpFile => [
      `Resource/${classOf(resource)}.php`,
      resourceFile(resource, types),
    ]),
  ];
}

const classOf = ({ fullName }: SdkResource): string => className(pascalCase(fullName));

function rootFile(resources: readonly SdkResource[]): string {
  const body = `/** The resources of the client. */
trait Resources
{
${propertiesOf(resources)}
    private function startResources(Caller $caller): void
    {
${startsOf(resources, '$caller')}    }
}`;
  return phpFile(NAMESPACE, ['Orbinto\\Internal\\Caller'], body);
}

const propertiesOf = (resources: readonly SdkResource[]): string =>
  resources
    .map(
      (resource) =>
        `${docBlock([oneLine(resource.description)], '    ')}    public readonly ${classOf(resource)} $${camelCase(resource.name)};\n`,
    )
    .join('');

const startsOf = (resources: readonly SdkResource[], caller: string): string =>
  resources.map((one) => `        $this->${camelCase(one.name)} = new ${classOf(one)}(${caller});\n`).join('');

function resourceFile(resource: SdkResource, types: PhpTypes): string {
  const { methods, resources, description, fullName } = resource;
  const aliases = bodyAliases(methods, types);
  const doc = docBlock([oneLine(description) || `What \`${fullName}\` offers.`, ...(aliases.length > 0 ? ['', ...aliases] : [])]);
  const trait = TRAITS[fullName];
  const body = `${doc}final class ${classOf(resource)}
{
${trait === undefined ? '' : `    use ${trait};\n\n`}${propertiesOf(resources)}${resources.length > 0 ? '\n' : ''}    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
${startsOf(resources, '$caller')}    }
${methods.map((method) => `\n${methodText(method, types)}`).join('')}}`;
  return phpFile(NAMESPACE, usesOf(methods, types), body);
}

function usesOf(methods: readonly SdkMethod[], types: PhpTypes): string[] {
  const classes = methods.flatMap(({ result, paging }) => [
    ...(result ? [types.resultClass(result)] : []),
    ...(paging ? [types.resultClass(paging.item)] : []),
  ]);
  return [
    ...['Internal\\Caller', 'Internal\\Operation', 'RequestOptions', 'Exception\\OrbintoException'],
    ...(methods.some(({ paging }) => paging) ? ['Paginator'] : []),
    ...classes.map((name) => (name === 'ApiObject' ? name : `Model\\${name}`)),
  ].map((name) => `Orbinto\\${name}`);
}

/** The array shapes of bodies and of what is in them. */
function bodyAliases(methods: readonly SdkMethod[], types: PhpTypes): string[] {
  const names = new Set<string>();
  const collect = (type: SdkType): void => {
    for (const name of namesIn(type)) {
      const named = types.get(name);
      if (!named || names.has(name)) continue;
      names.add(name);
      for (const other of namesOf(named)) collect({ kind: 'named', name: other });
    }
  };
  for (const { body } of methods) if (body) collect(body.type);
  return [...names].flatMap((name) => {
    const named = types.get(name);
    if (named?.kind === 'object') return [`@phpstan-type ${fieldsName(name)} ${types.arrayShape(named.fields)}`];
    if (named?.kind !== 'union') return [];
    return [`@phpstan-type ${fieldsName(name)} ${types.membersOf(name).map(fieldsName).join('|')}`];
  });
}

interface Argument {
  php: string;
  doc: string[];
}

function methodText(method: SdkMethod, types: PhpTypes): string {
  const given = argumentsOf(method, types);
  const resultType = method.paging ? 'Paginator' : method.result ? resultClass(method.result, types) : 'void';
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
  const parameters = [...given.map(({ php }) => php), '?RequestOptions $options = null'].join(', ');
  const call = `$this->caller->${method.paging ? 'list' : 'call'}(${operationText(method, types)}, $options);`;
  return `${doc}    public function ${camelCase(method.name)}(${parameters}): ${resultType}
    {
        ${resultType === 'void' ? '' : 'return '}${call}
    }
`;
}

function resultClass(type: SdkType, types: PhpTypes): string {
  const name = types.resultClass(type);
  return types.get(name)?.kind === 'union' && !types.isBaseClass(name) ? 'ApiObject' : name;
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
  return `  - \`${name}\` ${words.join(' ')}${required ? ', required' : ''}: ${oneLine(description)}`.replace(/: $/, '');
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
