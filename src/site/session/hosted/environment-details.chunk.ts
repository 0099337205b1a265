/** A chunk that only a reader who chooses a sandbox over HTTP fetches. */
export { EnvironmentDetails } from './EnvironmentDetails.tsx';
