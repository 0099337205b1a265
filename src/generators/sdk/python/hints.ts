import type { SdkModel } from '../model.ts';
import type { SdkNamedType, SdkType } from '../sdk-type.ts';
import { literal, unionOf } from './text.ts';

/** How the types of the model are written in annotations. */
export class Hints {
  readonly #types: ReadonlyMap<string, SdkNamedType>;

  constructor({ types }: Pick<SdkModel, 'types'>) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  get(name: string): SdkNamedType | undefined {
    return this.#types.get(name);
  }

  /** Of what an answer holds. @param prefix of the module of records, `types.` or '' */
  ofAnswer(type: SdkType, prefix = ''): string {
    switch (type.kind) {
      case 'array':
        return `List[${this.ofAnswer(type.items, prefix)}]`;
      case 'map':
        return `Dict[str, ${this.ofAnswer(type.values, prefix)}]`;
      case 'nullable':
        return unionOf([this.ofAnswer(type.of, prefix), 'None']);
      case 'named':
        return `${prefix}${type.name}`;
      default:
        return plain(type);
    }
  }

  /** Of what a call takes. Records of an answer may be passed on. @param prefix of the module of parameters */
  ofArgument(type: SdkType, prefix = ''): string {
    switch (type.kind) {
      case 'string':
        return type.format === 'date-time' ? 'Union[str, datetime]' : 'str';
      case 'array':
        return `Sequence[${this.ofArgument(type.items, prefix)}]`;
      case 'map':
        return `Mapping[str, ${this.ofArgument(type.values, prefix)}]`;
      case 'nullable':
        return unionOf([this.ofArgument(type.of, prefix), 'None']);
      case 'named':
        return this.#namedArgument(type.name, prefix);
      default:
        return plain(type);
    }
  }

  #namedArgument(name: string, prefix: string): string {
    const named = this.#types.get(name);
    if (!named) return 'Any';
    if (named.kind === 'alias') return this.ofArgument(named.type, prefix);
    if (named.kind === 'enum') return `types.${name}`;
    const isAnswer = named.usedIn.some((use) => use !== 'request');
    // Else any record will do: an answer's workflow is a whole change of one.
    return `Union[${prefix}${name}Param, types.${isAnswer ? name : 'Record'}]`;
  }

  /** What makes records of an answer: a class, a union, a list of one; undefined for plain values. */
  formOf(type: SdkType, prefix = ''): string | undefined {
    if (type.kind === 'nullable') return this.formOf(type.of, prefix);
    if (type.kind === 'array') {
      const form = this.formOf(type.items, prefix);
      return form === undefined ? undefined : `[${form}]`;
    }
    if (type.kind !== 'named') return undefined;
    const named = this.#types.get(type.name);
    if (named?.kind === 'object') return `${prefix}${named.name}`;
    if (named?.kind === 'union') return `${prefix}${unionForm(named.name)}`;
    return named?.kind === 'alias' ? this.formOf(named.type, prefix) : undefined;
  }
}

export function unionForm(name: string): string {
  return `_${name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`;
}

function plain(type: SdkType): string {
  switch (type.kind) {
    case 'string':
      return 'str';
    case 'integer':
      return 'int';
    case 'number':
      return 'float';
    case 'boolean':
      return 'bool';
    case 'constant':
      return typeof type.value === 'number' ? 'float' : `Literal[${literal(type.value)}]`;
    default:
      return 'Any';
  }
}
