import type { Form } from '../../../openapi/form.ts';
import type { OperationSlice } from '../../../openapi/slice.ts';
import { parseJson } from './json-tree.ts';
import { ValueField } from './ValueField.tsx';

interface BodyFormProps {
  /** Prefix of ids, unique on the page. */
  id: string;
  slice: OperationSlice;
  text: string;
  problems: ReadonlyMap<string, string>;
  onInput: (text: string) => void;
  setFile: ((pointer: string, file: File) => void) | undefined;
}

const anyValue: Form = { shapes: [{ kind: 'text' }] };

/** The body as fields that its schema describes. Reads and writes the text of the JSON editor and holds nothing itself. */
export function BodyForm({ id, slice, text, problems, onInput, setFile }: BodyFormProps) {
  const node = parseJson(text);
  const { shapes } = slice.body?.content[0]?.form ?? anyValue;
  const [shape] = shapes;
  if (!shape) return null;
  return (
    <div role="group" aria-label="Fields of the body" data-field="body" tabIndex={-1}>
      <ValueField
        form={{ id, shapes, text, edit: onInput, problems, setFile }}
        shape={shape}
        node={node}
        pointer=""
        label="Body"
        required={slice.body?.required ?? false}
        write={(json) => onInput(json ?? '')}
      />
    </div>
  );
}
