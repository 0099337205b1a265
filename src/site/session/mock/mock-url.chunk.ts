/** What sets the mock's address: a chunk that only a reader who chooses the mock fetches. */
export { MockUrlField } from './MockUrlField.tsx';
