import { useRef, useState } from 'preact/hooks';
import type { BundledContent } from '../../../../openapi/bundle/bundled-body.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { bodyExamples, contentOf } from '../input/request-input.ts';
import type { RequestInput } from '../input/request-input.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { takesFile, takesValue } from '../input/body-content.ts';

interface MediaTypeFieldProps {
  id: string;
  operation: BundledOperation;
  call: RequestInput;
  onCall: (call: RequestInput) => void;
}

/** What the body is sent as, where the document gives a choice. What was filled in for one media type is kept for a return to it. */
export function MediaTypeField({ id, operation, call, onCall }: MediaTypeFieldProps) {
  const drafts = useRef(new Map<BundledContent | undefined, string>());
  const [said, setSaid] = useState('');
  const { content = [] } = operation.body ?? {};
  if (content.length < 2) return null;
  const current = contentOf(operation, call);
  const choose = (mediaType: string) => {
    const next = contentOf(operation, { ...call, mediaType });
    drafts.current.set(current, call.body);
    const draft = drafts.current.get(next) ?? bodyExamples(next)[0]?.text ?? '';
    onCall({ ...call, mediaType, body: isSameForm(operation, current, next) ? call.body : draft });
    setSaid(
      `The body is now ${takesFile(next) ? 'a file' : takesValue(next) ? 'fields or JSON' : 'text'}, sent as ${mediaType}.`,
    );
  };
  return (
    <Field id={id} label="Media type">
      <select id={id} value={current?.mediaType} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {content.map(({ mediaType }) => (
          <option key={mediaType} value={mediaType}>
            {mediaType}
          </option>
        ))}
      </select>
      <p class="ob-hidden" role="status">
        {said}
      </p>
    </Field>
  );
}

/** Whether what is filled in for one media type fits the other to the letter. */
function isSameForm(
  { body }: BundledOperation,
  one: BundledContent | undefined,
  other: BundledContent | undefined,
): boolean {
  const first = (content: BundledContent | undefined) =>
    content?.formOf ?? body?.content.findIndex((each) => each === content);
  return takesValue(one) && takesValue(other) && first(one) === first(other);
}
