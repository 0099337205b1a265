/**
 * The connection is cut before the answer, or in the middle of it, because a failure recipe says so. It is what `fetch` rejects
 * with when a connection breaks: a TypeError.
 */
export class ConnectionCut extends TypeError {
  override readonly name = 'ConnectionCut';

  /** Whether a text is that of such an error. */
  static isText(message: string): boolean {
    return /The recipe '[a-z-]+' cut the connection\.$/.test(message);
  }

  /** @param recipe the one that is ordered */
  constructor(recipe: string) {
    super(`The recipe '${recipe}' cut the connection.`);
  }
}
