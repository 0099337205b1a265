import { useState } from 'preact/hooks';
import { checkMockUrl } from './mock-url.ts';
import type { Session } from '../session.ts';
import { Field, describedBy } from '../../ui/fields/Field.tsx';

/** The mock's address. Takes effect while it is typed; what is no address is told and changes nothing. */
export function MockUrlField({ id, session }: { id: string; session: Session }) {
  const [text, setText] = useState(session.environment.baseUrl);
  const [problem, setProblem] = useState<string>();
  const change = (value: string) => {
    setText(value);
    const { url, problem: found } = checkMockUrl(value);
    setProblem(found);
    if (url !== undefined) session.setMockUrl(url);
  };
  return (
    <Field id={id} label="Mock address" problem={problem}>
      <input
        id={id}
        {...describedBy(id, undefined, problem)}
        type="text"
        inputMode="url"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={text}
        onInput={(event) => change(event.currentTarget.value)}
        onBlur={() => problem === undefined && setText(session.environment.baseUrl)}
      />
    </Field>
  );
}
