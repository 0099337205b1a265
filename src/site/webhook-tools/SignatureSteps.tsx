import type { SignatureCheck } from '../signature-doctor/check-signatures.ts';
import { linesWithEscapes, shorten } from '../ui/response/visible-text.ts';

/** Longer texts are shown by their beginning and their end: the whole body stands elsewhere. */
const LONGEST = 240;

/** How a receiver verifies one signature: what is signed, with which key, what comes out, and what came. */
export function SignatureSteps({ check }: { check: SignatureCheck }) {
  const { header, content, key, expected, received, isRight } = check;
  return (
    <section class="ob-check" data-tone={isRight ? 'ok' : 'error'} aria-label={`${header}, step by step`}>
      <p class="ob-check-title">
        <code>{header}</code>{' '}
        <span class="ob-status" data-tone={isRight ? 'ok' : 'error'}>
          {isRight ? 'fits' : 'does not fit'}
        </span>
      </p>
      <ol>
        <li>
          Sign {check.scheme === 'plain' ? 'the body' : 'id.timestamp.body'}:{' '}
          <code>{linesWithEscapes(shorten(content, LONGEST))}</code>
        </li>
        <li>
          The key is {key.made}: <code>{shorten(key.hex, 40)}</code> in hex
        </li>
        <li>
          HMAC-SHA256 gives <code>{expected}</code>
        </li>
        <li>
          The header has <Compared check={check} />
          {isRight ? ': the same.' : received === '' ? 'nothing.' : ': not the same.'}
        </li>
      </ol>
    </section>
  );
}

/** The received value, with the place where it begins to differ. */
function Compared({ check: { received, differsAt } }: { check: SignatureCheck }) {
  const shown = shorten(received, LONGEST);
  if (differsAt === undefined || differsAt >= shown.length) return <code>{linesWithEscapes(shown)}</code>;
  return (
    <code>
      {linesWithEscapes(shown.slice(0, differsAt))}
      <mark>{linesWithEscapes(shown.slice(differsAt))}</mark>
    </code>
  );
}
