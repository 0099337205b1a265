import { OAuthError } from './oauth-error.ts';

/** The parameters of a request, from a query string or a form. */
export class Parameters {
  readonly #values: URLSearchParams;

  /** @param encoded as `application/x-www-form-urlencoded` */
  constructor(encoded: string) {
    this.#values = new URLSearchParams(encoded);
  }

  /** The value of a parameter; one without a value, or given twice, counts as absent. */
  get(name: string): string | undefined {
    const values = this.#values.getAll(name);
    return (values.length === 1 && values[0]) || undefined;
  }

  /**
   * Refuses parameters that are given more than once. Unknown ones are ignored, as the standard asks.
   * @throws OAuthError
   * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
   */
  refuseRepeated(known: readonly string[]): void {
    const repeated = known.find((name) => this.#values.getAll(name).length > 1);
    if (repeated) throw new OAuthError('invalid_request', `The parameter '${repeated}' is given more than once.`);
  }

  /** @throws OAuthError when the parameter is absent */
  require(name: string): string {
    const value = this.get(name);
    if (value === undefined) throw new OAuthError('invalid_request', `The parameter '${name}' is missing.`);
    return value;
  }

  toString(): string {
    return this.#values.toString();
  }
}
