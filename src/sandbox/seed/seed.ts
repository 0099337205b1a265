import { createBase } from '../workspace/collection.ts';
import type { Base } from '../workspace/collection.ts';
import { COLLECTIONS } from '../workspace/collections.ts';
import type { CollectionName, Records } from '../workspace/collections.ts';
import { contacts } from './contacts.ts';

type Bases = { [Name in CollectionName]?: Base<Records[Name]> };

const MAKERS: { readonly [Name in CollectionName]: (seed: number) => Records[Name][] } = { contacts };

/** The records that every workspace starts with. Each kind is made when it is first asked for. */
export class Seed {
  /** Another number gives other records; those that the documentation names stay. */
  readonly number: number;
  readonly #bases: Bases = {};

  constructor(number = 1) {
    this.number = number;
  }

  base<Name extends CollectionName>(kind: Name): Base<Records[Name]> {
    const bases: { [N in CollectionName]?: Base<Records[N]> } = this.#bases;
    return (bases[kind] ??= createBase<Records[Name]>(
      MAKERS[kind](this.number),
      COLLECTIONS[kind],
    ) as Bases[Name]) as Base<Records[Name]>;
  }
}
