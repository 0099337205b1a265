import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { saveFile } from '../../../ui/save-file.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { formatJson } from '../../../../json-text/format.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { typesOfAnswer } from '../typescript/response-type.ts';
import { shorten } from '../../../ui/response/visible-text.ts';
import { fileName } from './file-name.ts';
import { Visible } from './StringValue.tsx';

export type BodyLook = 'pretty' | 'raw';

interface BodyToolsProps {
  operation: BundledOperation;
  response: ApiResponse;
  /** How the body is shown; `undefined` where there is no choice. */
  look: BodyLook | undefined;
  onLook: (look: BodyLook) => void;
}

/** What can be done with a body. */
export function BodyTools({ operation, response, look, onLook }: BodyToolsProps) {
  const { mediaType, text, bytes } = response;
  const save = () =>
    saveFile(
      fileName(operation.operationId, mediaType, new Date()),
      new Blob([bytes], { type: 'application/octet-stream' }),
    );
  return (
    <div class="ob-response-title">
      <span class="ob-response-type">{mediaType ? <Visible text={shorten(mediaType, 80)} /> : 'No media type'}</span>
      {look !== undefined && (
        <span class="ob-looks" role="group" aria-label="Show the body">
          {(['pretty', 'raw'] as const).map((one) => (
            <button key={one} type="button" class="ob-link" aria-pressed={look === one} onClick={() => onLook(one)}>
              {one === 'pretty' ? 'Pretty' : 'Raw'}
            </button>
          ))}
        </span>
      )}
      <span class="ob-tools">
        {text !== undefined && (
          <CopyButton text={() => (look === 'pretty' ? formatJson(text) : text)} label="Copy the response body" />
        )}
        {look !== undefined && (
          <CopyButton
            text={() => typesOfAnswer(operation, response)}
            name="TypeScript"
            label="Copy as a TypeScript type"
          />
        )}
        <button type="button" class="ob-link" onClick={save} aria-label="Download the response body">
          Download
        </button>
      </span>
    </div>
  );
}
