import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { atPointer, pointerName } from '../document/refs.ts';
import { alternativesOf } from '../schema/alternatives.ts';
import { soleRef } from '../schema/component-ref.ts';
import type { Direction } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';
import type { Shift, Shifted } from './bound-changes.ts';
import { boundChanges } from './bound-changes.ts';
import type { ChangeKind, Finding, Versions } from './change.ts';
import { fieldChanges } from './field-changes.ts';
import type { Found } from './mark-changes.ts';
import { markChanges } from './mark-changes.ts';
import type { Place } from './type-changes.ts';
import { haveCommonTypes, nullChanges, typeChanges, valueChanges } from './type-changes.ts';
import { pairVariants, variantsAt } from './variant-pairs.ts';

/** What was found in a component, and the components that it leads to. */
interface Findings {
  own: Finding[];
  links: Findings[];
}

/** Where one stands: in a component, or in what an operation sends or receives. */
interface Spot {
  into: Findings;
  direction: Direction;
  /** `Pet`, `Pet.owner`, `GET /pets query.tag` */
  at: string;
  isComponent: boolean;
}

/** Compares the schemas of two versions of a document by what they allow; a component is compared once in each direction. */
export class SchemaComparison {
  readonly #documents: Versions<OpenApiDocument>;
  readonly #known = { request: new PairMap<Findings>(), response: new PairMap<Findings>() };

  constructor(documents: Versions<OpenApiDocument>) {
    this.#documents = documents;
  }

  /**
   * All findings between two versions of a schema, and those of the components that it leads to.
   * @param at Where the schema is used. What is found in a component is told of that instead.
   */
  findings(schemas: Versions<Schema>, direction: Direction, at: string): Finding[] {
    const root: Findings = { own: [], links: [] };
    this.#compare(schemas, { into: root, direction, at, isComponent: false });
    const [seen, waiting] = [new Set<Findings>(), [root]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...next.links);
    }
    return [...seen].flatMap(({ own }) => own);
  }

  /** Two references lead to one comparison, wherever they stand, so that circles end and a change is told once. */
  #compare(schemas: Versions<Schema>, spot: Spot): void {
    const [before, after] = [soleRef(schemas.before), soleRef(schemas.after)];
    if (before === undefined || after === undefined) return this.#compareHere(schemas, spot);
    const targets = {
      before: atPointer(this.#documents.before, before) as Schema,
      after: atPointer(this.#documents.after, after) as Schema,
    };
    this.#compareUse(schemas, targets, spot);
    const flats = this.#flat(targets);
    let findings = this.#known[spot.direction].get(flats);
    if (!findings) {
      findings = { own: [], links: [] };
      this.#known[spot.direction].set(flats, findings);
      this.#compareHere(targets, { ...spot, into: findings, at: pointerName(after), isComponent: true });
    }
    spot.into.links.push(findings);
  }

  /** What is said beside the reference and not in the component. */
  #compareUse(schemas: Versions<Schema>, targets: Versions<Schema>, spot: Spot): void {
    if (nullChanges(this.#places(targets)).length === 0) this.#shifts(nullChanges(this.#places(schemas)), spot);
    const ofTarget = new Set(markChanges(this.#flat(targets), spot.direction).map(({ what }) => what));
    for (const mark of markChanges(this.#flat(schemas), spot.direction))
      if (!ofTarget.has(mark.what)) this.#found(mark, spot);
  }

  #compareHere(schemas: Versions<Schema>, spot: Spot): void {
    const [flats, places] = [this.#flat(schemas), this.#places(schemas)];
    for (const mark of markChanges(flats, spot.direction)) this.#found(mark, spot);
    const [before, after] = [
      alternativesOf(places.before.document, schemas.before).unions,
      alternativesOf(places.after.document, schemas.after).unions,
    ];
    // A union beside none is that of one alternative: what the whole says is said by that one.
    if ((before.length === 0) !== (after.length === 0)) {
      this.#shifts(nullChanges(places), spot);
      return this.#compareVariants(places, spot);
    }
    this.#shifts(typeChanges(places), spot);
    if (!haveCommonTypes(places)) return;
    for (const value of valueChanges(places))
      this.#found({ ...value, subject: 'value', facet: 'value', isBreaking: hurts(value.shift, spot.direction) }, spot);
    this.#shifts(boundChanges(flats), spot);
    this.#compareMembers(schemas, spot);
    if (before.length === 1 && after.length === 1) this.#compareVariants(places, spot);
    else if (before.length !== after.length)
      this.#shifts([{ shift: 'other', what: 'the alternatives have changed' }], spot);
    else
      before.forEach((union, index) =>
        this.#pairUp({ before: union.variants, after: after[index]?.variants ?? [] }, spot),
      );
  }

  #compareMembers(schemas: Versions<Schema>, spot: Spot): void {
    const { before, after } = this.#documents;
    const { findings, both } = fieldChanges({ before, after }, schemas, spot.direction);
    for (const { step, ...finding } of findings) this.#found(finding, { ...spot, at: spot.at + step });
    for (const { step, ...members } of both) this.#compare(members, { ...spot, at: spot.at + step });
  }

  #compareVariants(places: Versions<Place>, spot: Spot): void {
    this.#pairUp({ before: variantsAt(places.before), after: variantsAt(places.after) }, spot);
  }

  #pairUp(lists: Parameters<typeof pairVariants>[1], spot: Spot): void {
    const { pairs, gone, come } = pairVariants(this.#documents, lists);
    for (const { before, after } of pairs) {
      const at = after.name === '' ? spot.at : `${spot.at}(${after.name})`;
      this.#compare({ before: before.schema, after: after.schema }, { ...spot, at });
    }
    const found = (kind: ChangeKind, shift: Shift, what: string): void =>
      this.#found({ kind, subject: 'field', what, isBreaking: hurts(shift, spot.direction) }, spot);
    for (const { name } of gone) found('removed', 'narrower', `lost the alternative \`${name}\``);
    for (const { name } of come) found('added', 'wider', `has the new alternative \`${name}\``);
  }

  #shifts(shifts: Shifted[], spot: Spot): void {
    for (const { shift, what } of shifts)
      this.#found({ kind: 'changed', subject: 'field', what, isBreaking: hurts(shift, spot.direction) }, spot);
  }

  #found({ kind, subject, what, isBreaking, facet, value }: Found, spot: Spot): void {
    const told = { ...(facet !== undefined && { facet }), ...(value !== undefined && { value }) };
    const direction = spot.isComponent && { direction: spot.direction };
    spot.into.own.push({ kind, subject, what, isBreaking, location: spot.at, ...direction, ...told });
  }

  #flat({ before, after }: Versions<Schema>): Versions<SchemaObject> {
    return { before: flatten(this.#documents.before, before), after: flatten(this.#documents.after, after) };
  }

  #places({ before, after }: Versions<Schema>): Versions<Place> {
    const { before: older, after: newer } = this.#documents;
    return { before: { document: older, schema: before }, after: { document: newer, schema: after } };
  }
}

/** A sender is hurt where values were taken away, a reader where there are new ones. */
function hurts(shift: Shift, direction: Direction): boolean {
  return shift === 'other' || (shift === 'narrower') === (direction === 'request');
}

/** What is kept for two versions of a flat schema. */
class PairMap<V> {
  readonly #values = new WeakMap<SchemaObject, WeakMap<SchemaObject, V>>();

  get({ before, after }: Versions<SchemaObject>): V | undefined {
    return this.#values.get(before)?.get(after);
  }

  set({ before, after }: Versions<SchemaObject>, value: V): void {
    const ofBefore = this.#values.get(before) ?? new WeakMap<SchemaObject, V>();
    this.#values.set(before, ofBefore.set(after, value));
  }
}
