import { beforeEach } from 'vitest';
import { hasEdgeTools } from '../../scripts/edge/tools.ts';
import { isOnWorkerd } from './hosted.ts';

/** Where workerd is not installed, skips the tests of the file with a message; under `CI`, and where it is asked for, it is got. */
export function needsWorkerd(): boolean {
  const isThere = hasEdgeTools() || isOnWorkerd || process.env['CI'] !== undefined;
  beforeEach(({ skip }) => skip(!isThere, 'workerd is not installed: `npm run edge` gets it'));
  return isThere;
}
