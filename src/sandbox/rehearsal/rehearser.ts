import { toOpenApi31 } from '../../openapi/convert/upgrade.ts';
import type { Change, Versions } from '../../openapi/changes/change.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { ReplayFile } from '../replay/replay-file.ts';
import { interpretedValidators } from './interpreted-validators.ts';
import { rehearseSession } from './report.ts';
import type { RehearsalReport } from './report.ts';
import type { SpecVersion } from './version-rules.ts';

/** Rehearses a session in a page. @param changes between the documents */
export function rehearseInPage(
  file: ReplayFile,
  documents: Versions<OpenApiDocument>,
  changes: readonly Change[],
): Promise<RehearsalReport> {
  const version = (given: OpenApiDocument): SpecVersion => {
    const document = toOpenApi31(given);
    return { document, validators: interpretedValidators(document) };
  };
  return rehearseSession(file, { before: version(documents.before), after: version(documents.after) }, changes);
}
