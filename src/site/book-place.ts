/** Where the downloads page has room for a link to the book: only a site beside which one was printed offers it. */
export const BOOK_PLACE = '<!--book-->';
