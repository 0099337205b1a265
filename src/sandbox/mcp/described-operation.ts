/** What agents are told of the API: as much of the specification as a call needs. Printed from it, see `scripts/sandbox/reference.ts`. */
export interface Reference {
  /** Of the API. */
  readonly version: string;
  /** Address of the live API, without a slash at the end. */
  readonly server: string;
  readonly operations: readonly DescribedOperation[];
  /** The schemas that others refer to, as `#/$defs/<name>`. */
  readonly $defs: Readonly<Record<string, unknown>>;
}

/** Schemas are JSON Schema 2020-12. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  /** E.g. `/contacts/{id}`. */
  readonly path: string;
  /** Address of its page on the site. */
  readonly page: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  /** The least level of key that may call it. */
  readonly level: string;
  /** What an OAuth token needs. */
  readonly scopes: readonly string[];
  readonly parameters: readonly DescribedParameter[];
  readonly body?: { readonly required: boolean; readonly schema: unknown; readonly example?: unknown };
  readonly success: { readonly status: number; readonly description: string; readonly schema?: unknown };
  /** The codes of its errors, by status. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: unknown;
}
