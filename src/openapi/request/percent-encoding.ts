/** Percent-encoding of what stands in an address or a header. @see https://www.rfc-editor.org/rfc/rfc6570#section-3.2.1 */

/** Everything but letters, digits and `-._~`. A half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD. */
export function encodeUnreserved(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percent);
}

/**
 * Reserved characters and what is percent-encoded already pass through, but for those that would end a value of a query.
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-allow-reserved
 */
export function encodeReserved(text: string): string {
  return text.replace(/%[\da-f]{2}|[:/?@!$()*,;=]|[^%:/?@!$()*,;=]+|%/gi, (part) =>
    /^(?:%..|[:/?@!$()*,;=])$/.test(part) ? part : encodeUnreserved(part),
  );
}

/** The same in a path, where a slash, a question mark and a hash would end the value: they stay encoded. */
export function encodeReservedInPath(text: string): string {
  return encodeReserved(text).replace(/[/?#]/g, encodeURIComponent);
}

/** The name of a parameter: brackets stay readable, as servers read them. */
export function encodeName(name: string): string {
  return encodeUnreserved(name).replace(/%5B/g, '[').replace(/%5D/g, ']');
}

/** The fixed parts of a path, which may be percent-encoded already: what an address cannot hold is. */
export function encodeFixedPath(path: string): string {
  return path.toWellFormed().replace(/[^\w\-.~!$&'()*+,;=:@/%]|%(?![\dA-Fa-f]{2})/gu, encodeUnreserved);
}

/** What a header can hold: printable ASCII; anything else is percent-encoded, so that every client sends the same. */
export function encodeHeader(text: string): string {
  return text.replace(/[^\t\x20-\x7e]+/g, encodeUnreserved);
}

/** JSON with nothing in it but ASCII. */
export function asciiJson(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
