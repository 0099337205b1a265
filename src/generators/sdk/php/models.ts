import type { SdkModel } from '../model.ts';
import type { SdkEnum, SdkField, SdkNamedType, SdkObject, SdkUnion } from '../sdk-type.ts';
import { arrayOf, className, constantName, docBlock, literal, oneLine, paragraphs, phpFile } from './php-text.ts';
import type { PhpFile } from './php-text.ts';
import { commonFields } from './php-types.ts';
import type { PhpTypes } from './php-types.ts';

const NAMESPACE = 'Orbinto\\Model';

/** A class for each object and union that comes back, and one of constants for each enum. */
export function printModels(model: SdkModel, types: PhpTypes): PhpFile[] {
  const lists = new Map(
    model.methods.flatMap(({ paging }) =>
      paging?.list.kind === 'named' ? [[paging.list.name, types.read(paging.item)] as const] : [],
    ),
  );
  const events = new Set(model.events.map(({ payload }) => types.resultClass(payload)));
  return model.types.flatMap((named): PhpFile[] => {
    if (named.kind === 'enum') return [[`Enum/${className(named.name)}.php`, enumFile(named)]];
    if (named.kind === 'alias' || !isRead(named)) return [];
    const text =
      named.kind === 'union' ? unionFile(named, types) : objectFile(named, types, baseOf(named, types, lists, events));
    return [[`Model/${className(named.name)}.php`, text]];
  });
}

const isRead = ({ usedIn }: SdkNamedType): boolean => usedIn.some((use) => use !== 'request');

function enumFile({ name, description, values }: SdkEnum): string {
  const constants = values.map(
    ({ value, description: text }) =>
      `${docBlock([oneLine(text)], '    ')}    public const ${constantName(value)} = ${literal(value)};\n`,
  );
  const all = values.map(({ value }) => `        self::${constantName(value)},\n`).join('');
  const doc = docBlock([...paragraphs(description), '', 'Values of today: answers may hold others, later.']);
  const body = `${doc}final class ${className(name)}
{
${constants.join('')}
    /** @var list<string> */
    public const ALL = [
${all}    ];
}`;
  return phpFile('Orbinto\\Enum', [], body);
}

/** What a class extends, and of a page the item. */
interface Base {
  name: string;
  item?: string;
}

function baseOf(
  { name }: SdkNamedType,
  types: PhpTypes,
  lists: ReadonlyMap<string, string>,
  events: ReadonlySet<string>,
): Base {
  const item = lists.get(name);
  const parent = types.parentOf(name);
  if (parent !== undefined) return { name: `${NAMESPACE}\\${className(parent)}` };
  if (item !== undefined) return { name: 'Orbinto\\Page', item };
  return { name: `Orbinto\\${events.has(className(name)) ? 'Event' : 'ApiObject'}` };
}

function objectFile(object: SdkObject, types: PhpTypes, { name: base, item }: Base): string {
  const lines = [
    ...paragraphs(object.description),
    '',
    ...(item !== undefined ? [`@extends Page<${item}>`] : []),
    ...object.fields.map((field) => propertyLine(field, types)),
  ];
  const fields = object.fields.map(({ name, type }) => [name, types.hydrated(type)] as const);
  const body = `${docBlock(lines)}class ${className(object.name)} extends ${base.slice(base.lastIndexOf('\\') + 1)}
{
    protected const FIELDS = ${arrayOf(fields)};
}`;
  return phpFile(NAMESPACE, [base, ...usesOf(object.fields, types)], body);
}

function unionFile(union: SdkUnion, types: PhpTypes): string {
  const common = commonFields(union, types);
  const name = className(union.name);
  const members = types.membersOf(union.name).map(className);
  const lines = [
    ...paragraphs(union.description),
    '',
    `One of ${members.join(', ')}. What later versions add is of this class itself.`,
    '',
    ...common.map((field) => propertyLine(field, types)),
  ];
  const fields = common.map(({ name: field, type }) => [field, types.hydrated(type)] as const);
  const body = `${docBlock(lines)}class ${name} extends ApiObject
{
    protected const FIELDS = ${arrayOf(fields)};

    protected const UNION = [
        'of' => self::class,
${toldApart(union, types)}    ];
}`;
  return phpFile(NAMESPACE, ['Orbinto\\ApiObject', ...usesOf(common, types)], body);
}

/** By the discriminator, else by fields that only one member has. */
function toldApart({ discriminator, members }: SdkUnion, types: PhpTypes): string {
  const entries = members.flatMap(({ type, value, ownFields }): [string, string][] => {
    const plain = types.resolved(type);
    if (plain.kind !== 'named') return [];
    const php = `${className(plain.name)}::class`;
    return [discriminator === undefined ? [php, literal(ownFields)] : [literal(value ?? ''), php]];
  });
  const lines = entries.map(([name, value]) => `            ${name} => ${value},\n`).join('');
  if (discriminator === undefined) return `        'fields' => [\n${lines}        ],\n`;
  return `        'by' => ${literal(discriminator)},\n        'members' => [\n${lines}        ],\n`;
}

function propertyLine(field: SdkField, types: PhpTypes): string {
  const { name, type, required, nullable, deprecated, description } = field;
  const text = types.read(type);
  const orNull = (nullable || !required) && text !== 'mixed' && !text.endsWith('|null') ? '|null' : '';
  const plain = types.resolved(type);
  const named = plain.kind === 'named' ? types.get(plain.name) : undefined;
  const see = named?.kind === 'enum' ? ` {@see \\Orbinto\\Enum\\${className(named.name)}}` : '';
  const old = deprecated ? ' Deprecated.' : '';
  return `@property-read ${text}${orNull} $${name} ${oneLine(description)}${see}${old}`.trimEnd();
}

/** Only maps have a class from another namespace. */
function usesOf(fields: readonly SdkField[], types: PhpTypes): string[] {
  return fields.some(({ type }) => types.read(type).includes('ApiObject')) ? ['Orbinto\\ApiObject'] : [];
}
