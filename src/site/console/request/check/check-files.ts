/** Which files of a body the reader still has to choose: a link and the history keep their names only. */
import { escapeStep } from '../../../../json-text/json-pointer.ts';
import { isRecord } from '../../../../openapi/document/refs.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { contentOf } from '../input/request-input.ts';
import type { RequestInput } from '../input/request-input.ts';
import { readablePath } from './readable-path.ts';
import type { Problem } from '../problems.ts';
import { takesFile } from '../input/body-content.ts';
import type { Files } from '../input/body-content.ts';

export function checkFiles(operation: BundledOperation, call: RequestInput, files: Files): Problem[] {
  const content = contentOf(operation, call);
  if (call.body === '') return [];
  if (takesFile(content)) return missing('body', call.body, files, true);
  const fields = Object.entries(content?.parts ?? {}).filter(([, { file }]) => file);
  if (fields.length === 0) return [];
  const body = readObject(call.body);
  return fields.flatMap(([name]) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    const field = `body/${escapeStep(name)}`;
    if (!Array.isArray(value)) return missing(field, value, files, false);
    return value.flatMap((item, index) => missing(`${field}/${index}`, item, files, false));
  });
}

function missing(field: string, name: unknown, files: Files, blocking: boolean): Problem[] {
  if (typeof name !== 'string' || files.has(name)) return [];
  const place = readablePath(field.slice('body'.length));
  const message = name === '' ? 'Choose a file.' : `Choose the file ${name} again.`;
  return [{ field, message, ...(place && { place }), blocking }];
}

function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
