import type { SdkModel } from '../model.ts';
import type { SdkEnum, SdkNamedType, SdkObject, SdkUnion } from '../sdk-type.ts';
import { comment, constantName, indented, literal, rubyFile } from './text.ts';
import { castOf, docType } from './types.ts';

type Types = ReadonlyMap<string, SdkNamedType>;

/** The types that answers and events have: what is only sent is a Hash. */
export function readTypes(model: SdkModel): SdkNamedType[] {
  return model.types.filter(({ usedIn }) => usedIn.includes('response') || usedIn.includes('event'));
}

export function enumsOf(model: SdkModel): SdkEnum[] {
  return model.types.filter((named): named is SdkEnum => named.kind === 'enum');
}

export function unionsOf(model: SdkModel): SdkUnion[] {
  return readTypes(model).filter((named): named is SdkUnion => named.kind === 'union');
}

export function objectsOf(model: SdkModel): SdkObject[] {
  return readTypes(model).filter((named): named is SdkObject => named.kind === 'object');
}

/** The class that a class stands below. */
export function parentOf(model: SdkModel, name: string): string {
  const isCalled = (type: { kind: string; name?: string } | undefined): boolean => type?.name === name;
  if (model.methods.some(({ paging }) => isCalled(paging?.list))) return 'ListPage';
  return model.events.some(({ payload }) => isCalled(payload)) ? 'Event' : 'Model';
}

export function unionsWith(model: SdkModel, name: string): string[] {
  const has = ({ members }: SdkUnion): boolean =>
    members.some(({ type }) => type.kind === 'named' && type.name === name);
  return unionsOf(model)
    .filter(has)
    .map((union) => union.name);
}

export function printModels(model: SdkModel, types: Types): string {
  const unions = unionsOf(model).map(unionModule);
  const classes = objectsOf(model).map((object) => objectClass(model, object, types));
  return rubyFile(inModule('Models', [...unions, ...classes], 'What answers and events hold.'));
}

export function printEnums(model: SdkModel): string {
  const modules = enumsOf(model).map(({ name, description, values }) => {
    const names = values.map(({ value }) => constantName(value));
    return [
      ...comment(`${description.trim()} The API may know more values than this version.`.trim()),
      `module ${name}`,
      ...indented(values.map(({ value }, index) => `${names[index]} = ${literal(value)}`)),
      `  ALL = [${names.join(', ')}].freeze`,
      'end',
    ];
  });
  return rubyFile(inModule('Models', modules));
}

function inModule(name: string, blocks: string[][], told?: string): string[] {
  const body = blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  return [...(told === undefined ? [] : [`# ${told}`]), `module ${name}`, ...indented(body), 'end'];
}

function unionModule({ name, description, discriminator, members }: SdkUnion): string[] {
  const forms = members.flatMap(({ type, value, ownFields }) => {
    if (type.kind !== 'named') return [];
    return discriminator === undefined
      ? [`${type.name}: [${ownFields.map(literal).join(', ')}]`]
      : [`${literal(value)} => :${type.name}`];
  });
  return [
    ...comment(`${description.trim()} One of several classes that include this module.`.trim()),
    `module ${name}`,
    '  extend Union',
    `  forms(${literal(discriminator)}, { ${forms.join(', ')} })`,
    'end',
  ];
}

function objectClass(model: SdkModel, { name, description, fields }: SdkObject, types: Types): string[] {
  const lines = fields.flatMap((field) => {
    const told = field.description.trim().replace(/\s*\n\s*/g, ' ');
    const type = `${docType(field.type, types)}${field.nullable || !field.required ? ', nil' : ''}`;
    const cast = castOf(field.type, types);
    return [
      `# @!attribute [r] ${field.name}`,
      ...comment(`  @return [${type}] ${told}`, 4),
      `field ${literal(field.name)}${cast === undefined ? '' : `, ${cast}`}`,
    ];
  });
  const included = unionsWith(model, name).map((union) => `include ${union}`);
  return [
    ...comment(description.trim() || `${name}.`),
    `class ${name} < ${parentOf(model, name)}`,
    ...indented([...included, ...lines]),
    'end',
  ];
}
