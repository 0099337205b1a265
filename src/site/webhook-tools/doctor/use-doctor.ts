import { useRef, useState } from 'preact/hooks';
import { breakDelivery, pasteOf } from '../../signature-doctor/break-delivery.ts';
import { readUtf8, utf8 } from '../../signature-doctor/bytes.ts';
import type { Bytes } from '../../signature-doctor/bytes.ts';
import { checkSignatures } from '../../signature-doctor/check-signatures.ts';
import type { SignatureCheck } from '../../signature-doctor/check-signatures.ts';
import { diagnose } from '../../signature-doctor/diagnose.ts';
import type { Diagnosis, Pasted } from '../../signature-doctor/diagnosis.ts';
import type { MistakeId } from '../../signature-doctor/mistakes.ts';
import { problemOf } from '../../signature-doctor/unreadable.ts';
import { exampleDelivery } from './example-delivery.ts';
import { lastDelivery } from './last-delivery.ts';

/** What the reader has put in. */
export interface Form {
  /** As it will be verified: a field of a page cannot hold every byte. */
  readonly body: Bytes;
  readonly headers: string;
  readonly secret: string;
  readonly otherSecrets: string;
  readonly computed: string;
  /** A date and time, or empty for now. */
  readonly receivedAt: string;
}

export interface Examined {
  readonly diagnosis: Diagnosis;
  readonly checks: readonly SignatureCheck[];
}

const empty: Form = { body: new Uint8Array(), headers: '', secret: '', otherSecrets: '', computed: '', receivedAt: '' };

/** The body as a field shows it. */
export function textOf(body: Bytes): string {
  return readUtf8(body) ?? new TextDecoder().decode(body);
}

function pastedOf(form: Form): Pasted {
  const { receivedAt } = form;
  return { ...form, receivedAt: (receivedAt.trim() === '' ? Date.now() : Date.parse(receivedAt)) / 1000 };
}

function formOf({ body, headers, secret, otherSecrets = '', computed = '', receivedAt }: Pasted): Form {
  const isNow = Math.abs(receivedAt - Date.now() / 1000) < 60;
  const time = isNow ? '' : `${new Date(receivedAt * 1000).toISOString().slice(0, 19)}Z`;
  return { body, headers, secret, otherSecrets, computed, receivedAt: time };
}

/** The state of the doctor's form. All of it stays in this page. */
export function useDoctor() {
  const [form, setForm] = useState<Form>(empty);
  const [examined, setExamined] = useState<Examined>();
  const [said, say] = useState('');
  const latest = useRef(0);

  /** What was put in meanwhile makes an older answer void. */
  const examine = async (filled: Form): Promise<void> => {
    latest.current += 1;
    const own = latest.current;
    say('');
    const pasted = pastedOf(filled);
    const diagnosis = await diagnose(pasted);
    const checks =
      problemOf(pasted) === undefined ? await checkSignatures(pasted.body, pasted.headers, pasted.secret) : [];
    if (own === latest.current) setExamined({ diagnosis, checks });
  };
  const fill = async (filled: Form): Promise<void> => {
    setForm(filled);
    await examine(filled);
  };
  return {
    form,
    examined,
    said,
    examine: () => void examine(form),
    change: (change: Partial<Form>) => {
      latest.current += 1;
      setExamined(undefined);
      setForm({ ...form, ...change });
    },
    readFile: async (file: File) => {
      const body = new Uint8Array(await file.arrayBuffer());
      setExamined(undefined);
      setForm((before) => ({ ...before, body }));
      say(`The body is the ${body.length} bytes of ${file.name}.`);
    },
    showExample: async (mistake: MistakeId | undefined) => {
      const right = await exampleDelivery();
      await fill(formOf(mistake === undefined ? pasteOf(right) : await breakDelivery(mistake, right)));
    },
    takeLast: async () => {
      const last = await lastDelivery();
      setExamined(undefined);
      if (typeof last === 'string') return say(last);
      setForm({ ...empty, body: utf8(last.body), headers: last.headers });
      // The log does not show it, and nothing else does: a secret is told once, to who made the webhook.
      return say(
        `This is the last delivery of your sandbox, to ${last.webhook}. Add the secret of this webhook: the answer to createWebhook showed it, once. Without it, create a webhook for the same event, let that happen again, and take the last delivery: it is to the new webhook.`,
      );
    },
  };
}
