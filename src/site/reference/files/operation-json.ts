import { idLinks } from '../../../openapi/bundle/id-patterns.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { BundledOperation, AddressedIdLink } from '../../../openapi/bundle/bundled-operation.ts';
import type { Entry, Reference } from '../model.ts';

/** Others' samples of the request, in whole programs; nothing reads them from here. */
const SAMPLES = new Set(['x-codeSamples', 'x-code-samples']);

/** Prints each operation: what a console needs of it. */
export class OperationJson {
  readonly #reference: Reference;
  readonly #links: ReturnType<typeof idLinks>;

  constructor(reference: Reference) {
    const operations = [...reference.operations.values()].map(({ operation }) => operation);
    this.#reference = reference;
    this.#links = idLinks(reference.document, operations);
  }

  /** A `BundledOperation` as JSON. */
  print({ operation }: Entry): string {
    const bundled = bundleOperation(this.#reference.document, operation);
    return JSON.stringify({
      ...bundled,
      extensions: told(bundled),
      links: this.#linksIn(bundled),
    } satisfies BundledOperation);
  }

  /** The links of ids that the operation's schemas know. */
  #linksIn(operation: BundledOperation): AddressedIdLink[] {
    const schemas = JSON.stringify([operation.responses, operation.$defs]);
    return this.#links
      .filter(({ pattern }) => schemas.includes(JSON.stringify(pattern)))
      .flatMap((link) => {
        const address = this.#reference.operations.get(link.operationId)?.address;
        return address === undefined ? [] : [{ ...link, address }];
      });
  }
}

/** Where the JSON of an operation’s page stands. */
export function operationJsonAddress(page: string): string {
  return `${page}operation.json`;
}

function told({ extensions }: BundledOperation): BundledOperation['extensions'] {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => !SAMPLES.has(name)));
}
