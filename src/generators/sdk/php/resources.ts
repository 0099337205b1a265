import type { SdkMethod } from '../methods.ts';
import type { SdkModel } from '../model.ts';
import type { SdkResource } from '../resources.ts';
import type { SdkType } from '../sdk-type.ts';
import { namesIn, namesOf } from '../sdk-type.ts';
import { camelCase, pascalCase } from '../words.ts';
import { methodText } from './methods.ts';
import { className, docBlock, oneLine, phpFile } from './php-text.ts';
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
  const doc = docBlock([
    oneLine(description) || `What \`${fullName}\` offers.`,
    ...(aliases.length > 0 ? ['', ...aliases] : []),
  ]);
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
    ...(result ? [types.resultClass(result), types.signatureClass(result)] : []),
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
