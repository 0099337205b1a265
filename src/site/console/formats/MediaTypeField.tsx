import { useRef, useState } from 'preact/hooks';
import type { SliceContent } from '../../../openapi/body-slice.ts';
import type { OperationSlice } from '../../../openapi/slice.ts';
import { bodyExamples, contentOf } from '../call.ts';
import type { Call } from '../call.ts';
import { Field } from '../form/Field.tsx';
import { takesFile, takesValue } from '../request.ts';

interface MediaTypeFieldProps {
  id: string;
  slice: OperationSlice;
  call: Call;
  onCall: (call: Call) => void;
}

/** What the body is sent as, where the document gives a choice. What was filled in for one media type is kept for a return to it. */
export function MediaTypeField({ id, slice, call, onCall }: MediaTypeFieldProps) {
  const drafts = useRef(new Map<SliceContent | undefined, string>());
  const [said, setSaid] = useState('');
  const { content = [] } = slice.body ?? {};
  if (content.length < 2) return null;
  const current = contentOf(slice, call);
  const choose = (mediaType: string) => {
    const next = contentOf(slice, { ...call, mediaType });
    drafts.current.set(current, call.body);
    const draft = drafts.current.get(next) ?? bodyExamples(next)[0]?.text ?? '';
    onCall({ ...call, mediaType, body: isSameForm(slice, current, next) ? call.body : draft });
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
function isSameForm({ body }: OperationSlice, one: SliceContent | undefined, other: SliceContent | undefined): boolean {
  const first = (content: SliceContent | undefined) =>
    content?.formOf ?? body?.content.findIndex((each) => each === content);
  return takesValue(one) && takesValue(other) && first(one) === first(other);
}
