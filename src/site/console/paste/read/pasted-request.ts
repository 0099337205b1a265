/** A request that a reader has pasted, whatever it was written in. */

export interface PastedRequest {
  method: string;
  /** Scheme and host, `https://api.example.com`; `undefined` where only a shell knows it. */
  origin: string | undefined;
  /** Path and query, encoded as they were. */
  target: string;
  headers: [name: string, value: string][];
  body?: PastedBody;
  /** What was not taken, and why: a sentence each. */
  left: string[];
}

export type PastedBody =
  | { kind: 'text'; text: string }
  | { kind: 'parts'; parts: PastedPart[] }
  /** A file of the reader's, which no page can read. */
  | { kind: 'file'; name: string };

/** A part of a multipart body: a text, or the name of a file. */
export interface PastedPart {
  name: string;
  text?: string;
  file?: string;
  type?: string;
}

/** Why a text is no request; the message is for the reader. */
export class UnreadableError extends Error {}

/** Scheme and host of an address, and the rest without its fragment. A host without a scheme is one, as curl has it. */
export function splitAddress(address: string): Pick<PastedRequest, 'origin' | 'target'> & { user?: string } {
  const [, scheme, authority = '', rest = ''] =
    /^([A-Za-z][A-Za-z\d+.-]*:\/\/)?([^/?#]*)([^#]*)/.exec(address.trim()) ?? [];
  const at = authority.lastIndexOf('@');
  const user = at === -1 ? undefined : authority.slice(0, at);
  const host = authority.slice(at + 1).toLowerCase();
  if (scheme !== undefined && !/^https?:/i.test(scheme))
    throw new UnreadableError(`The address begins with ${scheme}: only http and https can be called.`);
  return {
    origin: `${scheme?.toLowerCase() ?? 'http://'}${host}`,
    target: rest.startsWith('/') ? rest : `/${rest}`,
    ...(user !== undefined && { user }),
  };
}

export function headerOf(headers: PastedRequest['headers'], name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
}

/** Base64 of UTF-8, as `Authorization: Basic` has it. */
export function basic(user: string): string {
  return btoa(Array.from(new TextEncoder().encode(user), (byte) => String.fromCharCode(byte)).join(''));
}
