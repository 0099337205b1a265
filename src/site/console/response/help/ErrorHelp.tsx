import { useLazy } from '../../../ui/fields/use-lazy.ts';
import { toneOf } from '../../../ui/response/status.ts';
import { shorten, withEscapes } from '../../../ui/response/visible-text.ts';
import type { Problem } from '../../request/problems.ts';
import { catalogue } from './catalogue.ts';
import { errorOf } from './refusal.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';

interface ErrorHelpProps {
  response: ApiResponse;
  /** What the answer says of a field of the form. */
  refused: Problem | undefined;
  onShow: (problem: Problem) => void;
}

/** What an error is, in the words of the catalogue: its cause, how it is mended, and the way to the field that it is about. */
export function ErrorHelp({ response, refused, onShow }: ErrorHelpProps) {
  const { code = '' } = errorOf(response);
  const known = useLazy(catalogue, code !== '').value?.get(code);
  if (!known && !refused) return null;
  return (
    <div class="ob-error-help" data-tone={toneOf(response.status)}>
      {known && (
        <>
          <p>
            <a href={known.url}>
              <code>{code}</code>
            </a>{' '}
            {known.title}
          </p>
          <dl>
            <dt>Cause</dt>
            <dd>
              <WithCode text={known.cause} />
            </dd>
            <dt>Fix</dt>
            <dd>
              <WithCode text={known.fix} />
            </dd>
          </dl>
        </>
      )}
      {refused && (
        <p class="ob-actions">
          <button type="button" class="ob-button" onClick={() => onShow(refused)}>
            Show field <code>{shorten(withEscapes(nameOf(refused)), 60)}</code>
          </button>
        </p>
      )}
    </div>
  );
}

/** `tags[0]` of a body, `per_page` of a query. */
function nameOf({ place, field }: Problem): string {
  return place ?? field.slice(field.indexOf('.') + 1);
}

/** A sentence with code between backticks. */
function WithCode({ text }: { text: string }) {
  return <>{text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}</>;
}
