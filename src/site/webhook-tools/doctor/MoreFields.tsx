import { Field, describedBy } from '../../ui/fields/Field.tsx';
import type { Form } from './use-doctor.ts';

interface MoreFieldsProps {
  form: Form;
  change: (change: Partial<Form>) => void;
}

/** What helps the doctor and is not always at hand. */
export function MoreFields({ form, change }: MoreFieldsProps) {
  const filled = [form.computed, form.otherSecrets, form.receivedAt].filter((text) => text !== '').length;
  return (
    <details class="ob-fold" open={filled > 0}>
      <summary>
        What helps <span class="ob-fold-count">your code’s signature, other secrets, the time</span>
      </summary>
      <Field
        id="doctor-computed"
        label="What your code computed"
        hint="Log the signature that your code expects: how it differs tells which step went wrong."
      >
        <input
          id="doctor-computed"
          type="text"
          autocomplete="off"
          spellcheck={false}
          {...describedBy('doctor-computed', 'hint', undefined)}
          value={form.computed}
          onInput={(event) => change({ computed: event.currentTarget.value })}
        />
      </Field>
      <Field
        id="doctor-others"
        label="Other secrets that you have"
        hint="One a line: of test and live, of other webhooks, the one before."
      >
        <textarea
          id="doctor-others"
          rows={2}
          spellcheck={false}
          {...describedBy('doctor-others', 'hint', undefined)}
          placeholder="live: whsec_…"
          value={form.otherSecrets}
          onInput={(event) => change({ otherSecrets: event.currentTarget.value })}
        />
      </Field>
      <Field id="doctor-time" label="Received at" hint="As your log has it, such as 2026-03-02T09:00:00Z. Empty: now.">
        <input
          id="doctor-time"
          type="text"
          autocomplete="off"
          spellcheck={false}
          {...describedBy('doctor-time', 'hint', undefined)}
          value={form.receivedAt}
          onInput={(event) => change({ receivedAt: event.currentTarget.value })}
        />
      </Field>
    </details>
  );
}
