import { isJson } from '../../../openapi/document/media-types.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';

/** What shows a body. */
export interface BodyParts {
  BodySection: (typeof import('./body/BodySection.tsx'))['BodySection'];
  /** Of a body that is not JSON alone. */
  formats: (typeof import('./media-types/media-types.chunk.ts'))['formats'] | undefined;
}

/** Fetches what shows the body of an operation, and no more: most take JSON, many take no body at all. */
export async function loadBody({ body }: BundledOperation): Promise<BodyParts | undefined> {
  if (!body) return undefined;
  const isPlain = body.content.length === 1 && body.content.every(({ mediaType }) => isJson(mediaType));
  const [{ BodySection }, other] = await Promise.all([
    import('./body/BodySection.tsx'),
    isPlain ? undefined : import('./media-types/media-types.chunk.ts'),
  ]);
  return { BodySection, formats: other?.formats };
}
