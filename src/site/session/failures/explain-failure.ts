import { lazy } from '../../lazy.ts';
import type { Circumstances } from './explain-failure.chunk.ts';
import type { Failure } from './failure.ts';

/** Loaded with the first failure. */
const explanations = lazy(() => import('./explain-failure.chunk.ts'));

/** Why a request got no answer. Without a network the explanations may not come either. */
export async function explain(error: unknown, circumstances: Circumstances): Promise<Failure> {
  try {
    const { explainFailure } = await explanations.load();
    return await explainFailure(error, circumstances);
  } catch {
    const explanation = 'Nothing came back, and neither did the part of this page that tells why.';
    return { reason: 'offline', title: 'No connection', explanation };
  }
}
