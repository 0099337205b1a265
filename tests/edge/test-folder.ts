import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before a run: makes the folder of what the hosted sandbox leaves on the disk, and takes it away after it. */
export default function makeFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'edge-'));
  process.env['EDGE_TEST_FOLDER'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
