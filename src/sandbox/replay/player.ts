/** What reads and plays replay files. */
export { parseReplay } from './parse-replay.ts';
export { play } from './play.ts';
