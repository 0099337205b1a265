const ADDRESS = /\bhttps?:\/\/[^\s"'`<>]+/g;
/** Before a slash in the path of an address, but not one that ends it. */
const PLACE = /(?<=[^:/])(?=\/.)/g;

/** A text in pieces: addresses in it may be broken between them, so that names in their paths stay whole. */
export function addressPieces(text: string): string[] {
  const places = [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }) =>
    [...address.matchAll(PLACE)].map((place) => index + place.index),
  );
  return [0, ...places].map((from, piece) => text.slice(from, places[piece]));
}

/** The same of a text that is escaped already, or of highlighted code: as HTML. */
export function breakAddresses(html: string): string {
  return addressPieces(html).join('<wbr>');
}
