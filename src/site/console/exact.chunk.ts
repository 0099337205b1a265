/** The chunk that reads an operation with numbers that a double would not write as they stand. */
export { parseExact } from '../../json-text/exact-number.ts';
