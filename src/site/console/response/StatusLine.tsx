import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { ApiResponse } from '../../session/request/send-request.ts';
import { plainText } from '../../ui/fields/plain-text.ts';
import { documentedResponse } from './documented-response.ts';
import { formatSize, formatTime, transferredSize } from '../../ui/response/measures.ts';
import { reasonOf, toneOf } from '../../ui/response/status.ts';

/** Status with its meaning for this operation, time and size. */
export function StatusLine({ operation, response }: { operation: BundledOperation; response: ApiResponse }) {
  const { status, milliseconds, size } = response;
  const meaning = plainText(documentedResponse(operation, status)?.description ?? '');
  const transferred = transferredSize(response);
  return (
    <>
      <p class="ob-response-line">
        <strong class="ob-status" data-tone={toneOf(status)}>
          {status} {reasonOf(status)}
        </strong>
        <span>{formatTime(milliseconds)}</span>
        <span>{formatSize(size)}</span>
        {transferred !== undefined && <span>{formatSize(transferred)} transferred</span>}
      </p>
      {meaning !== '' && <p class="ob-response-meaning">{meaning}</p>}
    </>
  );
}
