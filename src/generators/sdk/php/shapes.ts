import type { SdkModel } from '../model.ts';
import type { SdkField, SdkNamedType } from '../sdk-type.ts';
import { arrayOf, phpFile } from './php-text.ts';
import type { PhpFile } from './php-text.ts';
import type { PhpTypes } from './php-types.ts';

/** Which fields of bodies are lists and which are maps: an array of PHP does not tell when it is empty. */
export function printShapes({ types: named }: SdkModel, types: PhpTypes): PhpFile[] {
  const shapes = named
    .filter(({ kind, usedIn }) => (kind === 'object' || kind === 'union') && usedIn.includes('request'))
    .map((type) => {
      const fields = new Map(fieldsOf(type, types).map((field) => [field.name, types.shape(field.type)]));
      return [
        type.name,
        arrayOf(
          [...fields].filter(([, shape]) => shape !== 'null'),
          8,
        ),
      ] as const;
    });
  const body = `/**
 * Which fields of bodies are lists, maps and objects; {@see BodyEncoder} tells how they are read.
 *
 * @internal
 */
final class Shapes
{
    public const ALL = ${arrayOf(shapes)};
}`;
  return [['Internal/Shapes.php', phpFile('Orbinto\\Internal', [], body)]];
}

/** Of a union all of its members': they do not use one name for two things. */
function fieldsOf(type: SdkNamedType, types: PhpTypes): SdkField[] {
  if (type.kind === 'object') return type.fields;
  return types.membersOf(type.name).flatMap((name) => {
    const member = types.get(name);
    return member ? fieldsOf(member, types) : [];
  });
}
