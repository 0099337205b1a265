import type { SdkModel } from '../model.ts';
import type { SdkEnum, SdkField, SdkNamedType, SdkObject, SdkUnion } from '../sdk-type.ts';
import { docComment, memberName, quoted } from './doc-comment.ts';
import { typeText } from './type-text.ts';

/** What the API takes and gives. */
export function printTypes({ types }: SdkModel): string {
  const all = new Map(types.map((named) => [named.name, named]));
  return `import type { Unlisted } from '../unlisted.ts';\n\n${types.map((named) => printType(named, all)).join('\n')}`;
}

/** Only ever sent: what is left out may be undefined as well, and a value that is not listed is a mistake. */
const isSent = ({ usedIn }: SdkNamedType): boolean => usedIn.every((use) => use === 'request');

function printType(named: SdkNamedType, all: ReadonlyMap<string, SdkNamedType>): string {
  switch (named.kind) {
    case 'object':
      return printObject(named);
    case 'enum':
      return printEnum(named);
    case 'union':
      return printUnion(named, all);
    case 'alias':
      return `${docComment([named.description])}export type ${named.name} = ${typeText(named.type, isSent(named))};\n`;
  }
}

function printObject(object: SdkObject): string {
  const fields = object.fields.map((field) => printField(field, isSent(object)));
  return `${docComment([object.description])}export interface ${object.name} {\n${fields.join('')}}\n`;
}

function printField(field: SdkField, sent: boolean): string {
  const { name, type, required, nullable, deprecated, description } = field;
  const optional = required ? '' : '?';
  const undefinedToo = sent && !required ? ' | undefined' : '';
  const comment = docComment(
    [
      description,
      field.default === undefined ? '' : `@default ${JSON.stringify(field.default)}`,
      deprecated ? '@deprecated' : '',
    ],
    '  ',
  );
  return `${comment}  ${memberName(name)}${optional}: ${typeText(type, sent)}${nullable ? ' | null' : ''}${undefinedToo};\n`;
}

function printEnum(named: SdkEnum): string {
  const values = named.values.map(({ value }) => quoted(value));
  if (!isSent(named)) values.push('Unlisted');
  const told = named.values.map(({ value, description }) => (description ? `- \`${value}\`: ${description}` : ''));
  return `${docComment([named.description, ...told])}export type ${named.name} = ${values.join(' | ')};\n`;
}

/** A union that is read has a last member for those that come later; telling the others apart still works. */
function printUnion(union: SdkUnion, all: ReadonlyMap<string, SdkNamedType>): string {
  const members = union.members.map(({ type }) => typeText(type, isSent(union)));
  const isOpen = union.discriminator !== undefined && !isSent(union);
  const unknown = isOpen ? unknownMember(union, union.discriminator ?? '', all) : '';
  if (isOpen) members.push(`Unknown${union.name}`);
  return `${docComment([union.description])}export type ${union.name} = ${members.join(' | ')};\n${unknown}`;
}

function unknownMember(
  { name, members }: SdkUnion,
  discriminator: string,
  all: ReadonlyMap<string, SdkNamedType>,
): string {
  const objects = members.flatMap(({ type }) => {
    const object = type.kind === 'named' ? all.get(type.name) : undefined;
    return object?.kind === 'object' ? [object] : [];
  });
  const texts = objects.map(
    ({ fields }) => new Map(fields.map((field) => [field.name, printField({ ...field, description: '' }, false)])),
  );
  const [first = new Map<string, string>(), ...others] = texts;
  const shared = [...first].filter(
    ([field, text]) => field !== discriminator && others.every((other) => other.get(field) === text),
  );
  const comment = docComment([
    `A ${name} that this version does not list; what it has besides can be read all the same.`,
  ]);
  return `\n${comment}export interface Unknown${name} {\n  ${memberName(discriminator)}: Unlisted;\n${shared.map(([, text]) => text).join('')}  [field: string]: unknown;\n}\n`;
}
