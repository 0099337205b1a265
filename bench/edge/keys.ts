import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';

/** What the hosted sandbox runs on, with a lock of its own. */
export const EDGE = join(root, 'edge');

/** Keys of so many workspaces. @param name tells them from those of other measurements */
export function keysOf(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `sk_test_${name}${String(number).padStart(6, '0')}`);
}
