import type { Form } from '../../../../openapi/request/body-form.ts';
import type { BodyFormState } from './field.ts';
import { parseJson } from '../../../../json-text/tree.ts';
import { ValueField } from './ValueField.tsx';

interface BodyFormProps extends Pick<BodyFormState, 'id' | 'text' | 'problems' | 'fileParts'> {
  form: Form;
  required: boolean;
  onInput: (text: string) => void;
}

/** The body as fields that its schema describes. Reads and writes the text of the JSON editor and holds nothing itself. */
export function BodyForm({ form: { shapes }, required, onInput, ...state }: BodyFormProps) {
  const [shape] = shapes;
  if (!shape) return null;
  return (
    <div role="group" aria-label="Fields of the body" data-field="body" tabIndex={-1}>
      <ValueField
        form={{ ...state, shapes, edit: onInput }}
        shape={shape}
        node={parseJson(state.text)}
        pointer=""
        label="Body"
        required={required}
        write={(json) => onInput(json ?? '')}
      />
    </div>
  );
}
