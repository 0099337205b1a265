/** What tells how a body is wrong; fetched when the reader sends a body or breaks its JSON. */
export { findJsonError } from '../../../../json-text/error.ts';
export { checkBody } from './check-body.ts';
export { checkFiles } from './check-files.ts';
