const ADDRESS = /\bhttps?:\/\/[^\s"'`<>]+/g;
/** Before a slash in the path of an address, but not one that ends it. */
const PLACE = /(?<=[^:/])(?=\/.)/;

/** A text in pieces: addresses in it may be broken between them, so that names in their paths stay whole. */
export function addressPieces(text: string): string[] {
  const pieces = [''];
  const add = (piece: string): void => void pieces.push((pieces.pop() ?? '') + piece);
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const [first = '', ...others] = address.split(PLACE);
    add(text.slice(end, index) + first);
    for (const piece of others) pieces.push(piece);
    end = index + address.length;
  }
  add(text.slice(end));
  return pieces;
}

/** The same of a text that is escaped already, or of highlighted code: as HTML. */
export function breakAddresses(html: string): string {
  return addressPieces(html).join('<wbr>');
}
