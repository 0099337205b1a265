import { jsonFile } from '../file-response.ts';
import { readQuality } from '../quality/read-quality.ts';

/** What was measured; the build adds what it finds of itself. */
export const GET = (): Response => jsonFile(readQuality());
