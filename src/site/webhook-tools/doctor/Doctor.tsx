import { useState } from 'preact/hooks';
import { Field, describedBy } from '../../ui/fields/Field.tsx';
import { Guarded } from '../../ui/guard/Guarded.tsx';
import { linesWithEscapes } from '../../ui/response/visible-text.ts';
import { formatSize } from '../../ui/response/measures.ts';
import { utf8 } from '../../signature-doctor/bytes.ts';
import { mistakeIds, mistakes } from '../../signature-doctor/mistakes.ts';
import type { MistakeId } from '../../signature-doctor/mistakes.ts';
import { DiagnosisView } from '../DiagnosisView.tsx';
import { SignatureSteps } from '../SignatureSteps.tsx';
import { FixView } from './FixView.tsx';
import { MoreFields } from './MoreFields.tsx';
import { textOf, useDoctor } from './use-doctor.ts';
import type { Examined, Form } from './use-doctor.ts';

/** Takes a delivery that is refused and says what is wrong with it. */
export function Doctor() {
  const { form, examined, said, examine, change, readFile, showExample, takeLast } = useDoctor();
  return (
    <div class="ob-console ob-webhook-tool">
      <Fill onExample={(mistake) => void showExample(mistake)} onLast={() => void takeLast()} />
      <form
        class="ob-form"
        onSubmit={(submission) => {
          submission.preventDefault();
          examine();
        }}
      >
        <BodyField form={form} change={change} readFile={(file) => void readFile(file)} />
        <Field id="doctor-headers" label="Headers" hint="All of them, one a line as “name: value”, or as JSON.">
          <textarea
            id="doctor-headers"
            rows={6}
            spellcheck={false}
            {...describedBy('doctor-headers', 'hint', undefined)}
            placeholder="webhook-id: evt_…"
            value={form.headers}
            onInput={(event) => change({ headers: event.currentTarget.value })}
          />
        </Field>
        <SecretField form={form} change={change} />
        <MoreFields form={form} change={change} />
        <p class="ob-actions">
          <button type="submit" class="ob-send">
            Find the mistake
          </button>
        </p>
      </form>
      <div role="status" class="ob-doctor-answer">
        {said !== '' && <p>{said}</p>}
        {examined && <DiagnosisView diagnosis={examined.diagnosis} />}
      </div>
      {examined && (
        <Guarded name="The steps">
          <Details examined={examined} />
        </Guarded>
      )}
    </div>
  );
}

function Details({ examined: { diagnosis, checks } }: { examined: Examined }) {
  return (
    <>
      {diagnosis.kind === 'mistaken' && <FixView findings={diagnosis.findings} />}
      {checks.length > 0 && (
        <details class="ob-fold" open>
          <summary>Step by step, of what you pasted</summary>
          {checks.map((check) => (
            <SignatureSteps key={check.scheme} check={check} />
          ))}
        </details>
      )}
    </>
  );
}

function Fill({ onExample, onLast }: { onExample: (mistake: MistakeId | undefined) => void; onLast: () => void }) {
  const [chosen, choose] = useState('');
  return (
    <div class="ob-panel-row">
      <label>
        <span>Show me an example</span>
        <select
          value={chosen}
          onChange={({ currentTarget: { value } }) => {
            choose(value);
            onExample(mistakeIds.find((id) => id === value));
          }}
        >
          <option value="" disabled>
            Choose one
          </option>
          <option value="right">A delivery that is right</option>
          {mistakeIds.map((id) => (
            <option key={id} value={id}>
              {mistakes[id].title}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="ob-button"
        onClick={() => {
          choose('');
          onLast();
        }}
      >
        Take the last delivery
      </button>
    </div>
  );
}

interface Part {
  form: Form;
  change: (change: Partial<Form>) => void;
}

function BodyField({ form: { body }, change, readFile }: Part & { readFile: (file: File) => void }) {
  const text = textOf(body);
  // A field of a page takes CR LF for LF, and shows no byte order mark.
  const isHidden = text.includes('\r') || linesWithEscapes(text) !== text;
  return (
    <Field
      id="doctor-body"
      label="Body"
      marks={<span class="ob-field-type">{formatSize(body.length)}</span>}
      hint={`As your handler has it, not parsed.${isHidden ? ' It holds characters that this field does not show; they are kept until you edit it.' : ''}`}
    >
      <textarea
        id="doctor-body"
        rows={6}
        spellcheck={false}
        {...describedBy('doctor-body', 'hint', undefined)}
        placeholder='{"event":"message.created","timestamp":…'
        value={text}
        onInput={(event) => change({ body: utf8(event.currentTarget.value) })}
      />
      <label class="ob-doctor-file">
        Or the exact bytes from a file{' '}
        <input
          type="file"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) readFile(file);
          }}
        />
      </label>
    </Field>
  );
}

/** Drawn as dots rather than a password field, which a browser would offer to store. */
function SecretField({ form: { secret }, change }: Part) {
  const [isShown, show] = useState(false);
  return (
    <Field id="doctor-secret" label="Secret" hint="The one that your handler verifies with. It stays in this page.">
      <div class="ob-key" data-hidden={isShown ? undefined : ''}>
        <input
          id="doctor-secret"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          data-1p-ignore
          data-lpignore="true"
          {...describedBy('doctor-secret', 'hint', undefined)}
          placeholder="whsec_…"
          value={secret}
          onInput={(event) => change({ secret: event.currentTarget.value })}
        />
        <button type="button" class="ob-link" aria-pressed={isShown} onClick={() => show(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
          <span class="ob-hidden"> secret</span>
        </button>
      </div>
    </Field>
  );
}
