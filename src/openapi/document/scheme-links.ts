import { dirname, relative } from 'node:path';
import { Source } from '@redocly/openapi-core';
import type { Document } from '@redocly/openapi-core';
import { copyExact } from '../../json-text/exact-number.ts';
import { escapeStep } from '../../json-text/json-pointer.ts';
import { reasonOf } from './document-error.ts';
import type { Faults, Spot } from './faults.ts';
import type { LocalFiles } from './local-files.ts';
import { newerKind } from './newer-rule.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { atPointer, isRecord, isReference, pointerName, resolve } from './refs.ts';
import { isSchemeAddress, renameSchemes } from './scheme-names.ts';
import { localised } from './self-address.ts';

type Node = Record<string, unknown>;
interface SchemePlace {
  file: string;
  fragment: string;
}

const COMPONENT = /^#\/components\/securitySchemes\/[^/]+$/;

const UNDECLARED = 'is no security scheme that the document declares, and is shown by its name alone';

type Child = Spot & { child: (steps: string[]) => Spot };

/**
 * Security requirements that name a scheme by its address, which 3.2 allows. All other code knows names of components, so each
 * gets one: that of the component it leads to, else a new one.
 * @see https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object
 */
export class SchemeLinks {
  readonly #requirements = new Map<Node, Child>();

  add(requirement: Node, location: Child): void {
    this.#requirements.set(requirement, location);
  }

  /**
   * Names them in place; what leads nowhere is refused, but for older versions: to them it is a name.
   * @returns a document of the new components alone, for the linter, which has not seen what they lead to
   */
  async follow(root: Document, files: LocalFiles, faults: Faults): Promise<Document | undefined> {
    const schemes = new Schemes(root, files);
    const { openapi, info } = root.parsed as Node;
    const version = String(openapi).slice(0, 3);
    for (const [requirement, location] of this.#requirements) {
      const names = new Map<string, string>();
      for (const name of Object.keys(requirement).filter((one) => isSchemeAddress(one) && !schemes.has(one))) {
        const found = await schemes.nameOf(location.source.absoluteRef, name);
        const spot = location.child([name]);
        if (!(found instanceof Error)) {
          names.set(name, found);
          if (version !== '3.2') faults.add(newerKind(version), spot, name);
        } else if (version === '3.2')
          faults.refuse(spot, `Can't resolve the security scheme "${name}": ${found.message}`);
      }
      for (const name of Object.keys(requirement))
        if (!names.has(name) && !schemes.has(name)) faults.add(UNDECLARED, location.child([name]), name);
      renameSchemes(requirement, names);
    }
    if (Object.keys(schemes.added).length === 0) return undefined;
    // As a file of its own, which no reference names: one into the root would be looked up in these components.
    const source = new Source(`${root.source.absoluteRef}#`, '');
    return { source, parsed: { openapi, info, paths: {}, components: { securitySchemes: schemes.added } } };
  }
}

/** The schemes of a document's components, and those that are put there. */
class Schemes {
  readonly added: Node = {};
  readonly #root: Document;
  readonly #files: LocalFiles;
  #components: Node | undefined;
  /** Names of components by the places of their schemes. */
  readonly #names = new Map<string, string>();

  constructor(root: Document, files: LocalFiles) {
    this.#root = root;
    this.#files = files;
    const { components } = root.parsed as Node;
    if (isRecord(components) && isRecord(components.securitySchemes)) this.#components = components.securitySchemes;
  }

  has(name: string): boolean {
    return this.#components !== undefined && Object.hasOwn(this.#components, name);
  }

  /** What the scheme at an address is called, or why there is none. */
  async nameOf(file: string, address: string): Promise<string | Error> {
    await this.#readNames();
    const { parsed } = (await this.#files.resolveDocument(null, file)) as Document;
    const places = await this.#placesOf(file, localised(address, parsed, file));
    if (places instanceof Error) return places;
    const known = places.map((place) => this.#names.get(keyOf(place))).find((name) => name !== undefined);
    return known ?? this.#add(places);
  }

  async #readNames(): Promise<void> {
    if (this.#names.size > 0) return;
    for (const name of Object.keys(this.#components ?? {})) {
      const fragment = `/components/securitySchemes/${encodeURIComponent(escapeStep(name))}`;
      const places = await this.#placesOf(this.#root.source.absoluteRef, `#${fragment}`);
      if (!(places instanceof Error)) for (const place of places) this.#names.set(keyOf(place), name);
    }
  }

  /** Where a scheme is: the address, then each that what stands there refers to. */
  async #placesOf(from: string, address: string): Promise<SchemePlace[] | Error> {
    const places: SchemePlace[] = [];
    for (let [base, ref] = [from, address]; ;) {
      const [path = '', fragment = ''] = ref.split('#');
      const document = await this.#files
        .resolveDocument(base, path === '' ? base : path)
        .catch((error: unknown) => error as Error);
      if (document instanceof Error) return new Error(reasonOf(document.message).replace(', realpath', ''));
      const place = { file: document.source.absoluteRef, fragment: encoded(fragment) };
      if (places.some((one) => keyOf(one) === keyOf(place))) return new Error('it leads back to itself');
      places.push(place);
      const scheme = valueAt(document.parsed, place.fragment);
      if (!isRecord(scheme)) return new Error('there is nothing');
      if (typeof scheme.$ref !== 'string')
        return typeof scheme.type === 'string' ? places : new Error('there is no security scheme');
      [base, ref] = [place.file, scheme.$ref];
    }
  }

  /** Puts a reference to the first of the places into the components. */
  #add(places: SchemePlace[]): string {
    const [{ file, fragment } = { file: '', fragment: '' }] = places;
    const name = this.#freeName(pointerName(fragment === '' ? file : fragment).replace(/\.(?:ya?ml|json)$/i, ''));
    const root = this.#root.parsed as Node;
    const components = isRecord(root.components) ? root.components : (root.components = {});
    this.#components ??= (components as Node).securitySchemes = {};
    const own = this.#root.source.absoluteRef;
    const path = file === own ? '' : relative(dirname(own), file);
    this.added[name] = { $ref: `${file}#${fragment || '/'}` };
    this.#components[name] = { $ref: `${path}#${fragment || '/'}` };
    for (const place of places) this.#names.set(keyOf(place), name);
    return name;
  }

  /** A name that a component can have, and neither one has nor objects have by nature. */
  #freeName(wanted: string): string {
    const plain = wanted.replace(/[^\w.-]/g, '') || 'scheme';
    let name = plain;
    for (let count = 2; this.has(name) || name in Object.prototype; count += 1) name = `${plain}_${count}`;
    return name;
  }
}

/** Puts schemes that stand elsewhere in a bundled document into its components, in the place of the references to them. */
export function placeSchemes(document: OpenApiDocument): void {
  const schemes = document.components?.securitySchemes ?? {};
  for (const [name, scheme] of Object.entries(schemes))
    if (isReference(scheme) && !COMPONENT.test(scheme.$ref)) schemes[name] = copyExact(resolve(document, scheme));
}

/** A place is the same however its pointer is encoded; the linter reads no encoded `~`. */
function encoded(fragment: string): string {
  try {
    const steps = fragment.split('/').map((step) => encodeURIComponent(decodeURIComponent(step)));
    return steps.join('/');
  } catch {
    return fragment;
  }
}

function keyOf({ file, fragment }: SchemePlace): string {
  return `${file}#${fragment}`;
}

function valueAt(parsed: unknown, fragment: string): unknown {
  try {
    return isRecord(parsed) && /^(?:\/|$)/.test(fragment) ? atPointer(parsed, `#${fragment}`) : undefined;
  } catch {
    return undefined;
  }
}
