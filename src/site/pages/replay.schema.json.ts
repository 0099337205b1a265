import { jsonFile } from '../file-response.ts';
import { replaySchema } from '../facts/spec.ts';

/** What a replay file is, as JSON Schema. */
export const GET = () => jsonFile(replaySchema);
