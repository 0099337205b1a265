import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toDocumentError } from '../document/document-error.ts';
import type { LoadOptions } from '../document/load.ts';
import { loadDocument, loadPolicies } from '../document/load.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import type { Policies } from '../document/policies.ts';
import { isRecord } from '../document/refs.ts';
import type { Change, Versions } from './change.ts';
import type { ChangeOptions } from './document-changes.ts';
import { documentChanges } from './document-changes.ts';
import { policyChanges } from './policy-changes.ts';

/** A version of an API as its files tell it. */
export interface ReadVersion {
  document: OpenApiDocument;
  /** Of a file `policies.yaml` beside the document, where there is one of this project's kind. */
  policies?: Policies;
}

/** @throws {DocumentError} when a file is missing, or is no OpenAPI 3 */
export async function readVersion(file: string | URL, options: LoadOptions = {}): Promise<ReadVersion> {
  const path = file instanceof URL ? fileURLToPath(file) : resolve(file);
  const document = await loadDocument(path, options);
  const beside = join(dirname(path), 'policies.yaml');
  if (!existsSync(beside)) return { document };
  const policies: unknown = await loadPolicies(beside).catch((error: unknown) => {
    throw toDocumentError(beside, error);
  });
  return isPolicies(policies) ? { document, policies } : { document };
}

/** Others may call another thing so. */
function isPolicies(value: unknown): value is Policies {
  return (
    isRecord(value) && Array.isArray(value.plans) && Array.isArray(value.errors) && Array.isArray(value.key_levels)
  );
}

/** What changed between two versions: of the document, and of the policies where both have them. */
export function versionChanges({ before, after }: Versions<ReadVersion>, options: ChangeOptions = {}): Change[] {
  const changes = documentChanges({ before: before.document, after: after.document }, options);
  if (!before.policies || !after.policies) return changes;
  const all = [...changes, ...policyChanges({ before: before.policies, after: after.policies })];
  const isBreaking = ({ severity }: Change): boolean => severity === 'breaking';
  return [...all.filter(isBreaking), ...all.filter((change) => !isBreaking(change))];
}
