import type { SdkModel } from '../model.ts';
import type { SdkField, SdkNamedType, SdkType, SdkUnion } from '../sdk-type.ts';
import { className, literal } from './php-text.ts';

/** What the types of the model are called in PHP. */
export class PhpTypes {
  readonly #types: ReadonlyMap<string, SdkNamedType>;
  /** The union that a class extends, by the name of the class. */
  readonly #parents = new Map<string, string>();

  constructor({ types }: Pick<SdkModel, 'types'>) {
    this.#types = new Map(types.map((named) => [named.name, named]));
    for (const { name } of types.filter(({ kind }) => kind === 'union')) {
      for (const member of this.membersOf(name)) if (!this.#parents.has(member)) this.#parents.set(member, name);
    }
  }

  get(name: string): SdkNamedType | undefined {
    return this.#types.get(name);
  }

  /** The names of the objects in a union. */
  membersOf(union: string): string[] {
    const named = this.#types.get(union);
    return named?.kind === 'union' ? named.members.flatMap(({ type }) => (type.kind === 'named' ? type.name : [])) : [];
  }

  /** A class has one parent: the first union that it belongs to. */
  parentOf(name: string): string | undefined {
    return this.#parents.get(name);
  }

  /** Whether each member is a subclass of the union, so that the union can stand in a signature. */
  isBaseClass(name: string): boolean {
    return this.membersOf(name).every((member) => this.#parents.get(member) === name);
  }

  /** Aliases and nullables looked through. */
  resolved(type: SdkType): SdkType {
    if (type.kind === 'nullable') return this.resolved(type.of);
    const named = type.kind === 'named' ? this.#types.get(type.name) : undefined;
    return named?.kind === 'alias' ? this.resolved(named.type) : type;
  }

  /** Whether the type is an object with a class of its own. */
  isClass(type: SdkType): boolean {
    return type.kind === 'named' && this.#types.get(type.name)?.kind !== 'enum';
  }

  /** The class of a result. */
  resultClass(type: SdkType): string {
    const plain = this.resolved(type);
    return plain.kind === 'named' && this.isClass(plain) ? className(plain.name) : 'ApiObject';
  }

  /** As a signature has it: a union stands there where its members are its subclasses. */
  signatureClass(type: SdkType): string {
    const name = this.resultClass(type);
    return this.#types.get(name)?.kind === 'union' && !this.isBaseClass(name) ? 'ApiObject' : name;
  }

  /** As `@property-read` and `@return` have it. */
  read(type: SdkType): string {
    if (type.kind === 'nullable') return `${this.read(type.of)}|null`;
    const plain = this.resolved(type);
    switch (plain.kind) {
      case 'named':
        return this.isClass(plain) ? className(plain.name) : 'string';
      case 'array':
        return `list<${this.read(plain.items)}>`;
      case 'map':
        return 'ApiObject';
      default:
        return scalar(plain);
    }
  }

  /** As arrays of parameters have it. */
  written(type: SdkType): string {
    if (type.kind === 'nullable') return `${this.written(type.of)}|null`;
    const plain = this.resolved(type);
    switch (plain.kind) {
      case 'named':
        return this.isClass(plain) ? fieldsName(plain.name) : this.#enumText(plain.name);
      case 'array':
        return `list<${this.written(plain.items)}>`;
      case 'map':
        return `array<string, ${this.written(plain.values)}>`;
      case 'string':
        return plain.format === 'date-time' ? 'string|\\DateTimeInterface' : 'string';
      default:
        return plain.kind === 'constant' ? literal(plain.value) : scalar(plain);
    }
  }

  /** What an answer's field is made of, in PHP: null for what is as it is. */
  hydrated(type: SdkType): string {
    return this.#expression(type, (name) => `${className(name)}::class`, false);
  }

  /** How a body's field is written, in PHP: null for what is as it is. */
  shape(type: SdkType): string {
    return this.#expression(type, (name) => `'${name}'`, true);
  }

  /** An array shape: `array{email: string, name?: string}`. */
  arrayShape(fields: readonly SdkField[]): string {
    const members = fields.map(({ name, type, required, nullable }) => {
      const text = `${this.written(type)}${nullable ? '|null' : ''}`;
      return `${name}${required ? '' : '?'}: ${text}`;
    });
    return `array{${members.join(', ')}}`;
  }

  #enumText(name: string): string {
    const named = this.#types.get(name);
    return named?.kind === 'enum' ? named.values.map(({ value }) => `'${value}'`).join('|') : 'string';
  }

  #expression(type: SdkType, nameOf: (name: string) => string, isRequest: boolean): string {
    const plain = this.resolved(type);
    if (plain.kind === 'named') return this.isClass(plain) ? nameOf(plain.name) : 'null';
    if (plain.kind !== 'array' && plain.kind !== 'map') return 'null';
    const inner = this.#expression(plain.kind === 'array' ? plain.items : plain.values, nameOf, isRequest);
    if (inner === 'null' && !isRequest) return 'null';
    return `['${plain.kind === 'array' ? 'list' : 'map'}', ${inner}]`;
  }
}

/** What the fields of a request's object are called in comments. */
export const fieldsName = (name: string): string => `${name}Fields`;

/** The fields that all members of a union have; told of where all say the same. */
export function commonFields(union: SdkUnion, types: PhpTypes): SdkField[] {
  const objects = types.membersOf(union.name).map((name) => types.get(name));
  const [first, ...others] = objects.map((named) => (named?.kind === 'object' ? named.fields : []));
  return (first ?? []).flatMap((field) => {
    const same = others.flatMap((fields) => fields.find(({ name }) => name === field.name) ?? []);
    if (same.length < others.length) return [];
    const isToldAlike = same.every(({ description }) => description === field.description);
    return isToldAlike ? [field] : [{ ...field, description: '' }];
  });
}

function scalar({ kind }: SdkType): string {
  const names: Partial<Record<SdkType['kind'], string>> = {
    integer: 'int',
    number: 'int|float',
    boolean: 'bool',
    any: 'mixed',
  };
  return names[kind] ?? 'string';
}
