/** Before a slash in the path of an address. */
const PLACES = /(?=\/[^\s"'`<>])(?<=\bhttps?:\/\/[^\s"'`<>]*[^\s"'`<>:/])/g;

/** A text in pieces: addresses in it may be broken between them, so that names in their paths stay whole. */
export function addressPieces(text: string): string[] {
  return text.split(PLACES);
}

/** The same of a text that is escaped already, or of highlighted code: as HTML. */
export function breakAddresses(html: string): string {
  return html.replace(PLACES, '<wbr>');
}
