/** Functions to begin with: one that verifies, and some that go wrong as real ones do. */
import { TOLERANCE } from '../../../signature-doctor/diagnose.ts';

export interface FunctionExample {
  readonly name: string;
  readonly code: string;
}

const bytes = `const bytes = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));`;

/** A receiver in whose middle the given lines stand. */
function receiver({
  signed = 'body',
  key = "bytes(secret.slice('whsec_'.length))",
  time = `  if (Math.abs(now - Number(timestamp)) > ${TOLERANCE}) return false;\n`,
}: {
  signed?: string;
  key?: string;
  time?: string;
}): string {
  return `// true answers 200, false 401; or return a status.
async function receive({ headers, body, secret, now }) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
${time}
  const key = await crypto.subtle.importKey(
    'raw', ${key}, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signed = new TextEncoder().encode(\`\${id}.\${timestamp}.\${${signed}}\`);
  for (const entry of headers['webhook-signature'].split(' ')) {
    const [version, signature] = entry.split(',');
    if (version === 'v1' && await crypto.subtle.verify('HMAC', key, bytes(signature), signed)) return true;
  }
  return false;
}

${bytes}
`;
}

export const functionExamples: readonly FunctionExample[] = [
  { name: 'Verifies as it should', code: receiver({}) },
  { name: 'Parses the body, prints it again', code: receiver({ signed: 'JSON.stringify(JSON.parse(body), null, 2)' }) },
  { name: 'Does not decode the secret', code: receiver({ key: 'new TextEncoder().encode(secret)' }) },
  { name: 'Does not look at the time', code: receiver({ time: '' }) },
  { name: 'Throws', code: `async function receive({ body }) {\n  return JSON.parse(body).data.no.such.field;\n}\n` },
  { name: 'Never answers', code: `async function receive() {\n  for (;;);\n}\n` },
];
