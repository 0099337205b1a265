import { idLinks } from '../../../openapi/id-links.ts';
import { sliceOf } from '../../../openapi/slice.ts';
import type { OperationSlice, SliceLink } from '../../../openapi/slice.ts';
import type { Entry, Reference } from '../model.ts';

/** Others' samples of the request, in whole programs; nothing reads them from here. */
const SAMPLES = new Set(['x-codeSamples', 'x-code-samples']);

/** Prints the slice of each operation: what a console needs of it. */
export class Slices {
  readonly #reference: Reference;
  readonly #links: ReturnType<typeof idLinks>;

  constructor(reference: Reference) {
    const operations = [...reference.operations.values()].map(({ operation }) => operation);
    this.#reference = reference;
    this.#links = idLinks(reference.document, operations);
  }

  /** An `OperationSlice` as JSON. */
  print({ operation }: Entry): string {
    const slice = sliceOf(this.#reference.document, operation);
    return JSON.stringify({
      ...slice,
      extensions: told(slice),
      links: this.#linksIn(slice),
    } satisfies OperationSlice);
  }

  /** The links of ids that the operation's schemas know. */
  #linksIn(slice: OperationSlice): SliceLink[] {
    const schemas = JSON.stringify([slice.responses, slice.$defs]);
    return this.#links
      .filter(({ pattern }) => schemas.includes(JSON.stringify(pattern)))
      .flatMap((link) => {
        const address = this.#reference.operations.get(link.operationId)?.address;
        return address === undefined ? [] : [{ ...link, address }];
      });
  }
}

/** Where the slice of a page stands. */
export function sliceAddress(page: string): string {
  return `${page}operation.json`;
}

function told({ extensions }: OperationSlice): OperationSlice['extensions'] {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => !SAMPLES.has(name)));
}
