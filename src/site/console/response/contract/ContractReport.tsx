import { useState } from 'preact/hooks';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { Visible } from '../body/StringValue.tsx';
import type { ContractCheck, Violation } from './check-response.ts';
import { anchorOf } from './field-anchor.ts';

interface ContractReportProps {
  operation: BundledOperation;
  /** `undefined` while it is being made. */
  check: ContractCheck | undefined;
}

/** Violations that are listed at first. */
const firstFew = 5;
const most = 100;

/** Whether the answer is what the page says it is, and each thing that is not. */
export function ContractReport({ operation, check }: ContractReportProps) {
  const [all, setAll] = useState(false);
  if (!check) return <p class="ob-contract">Comparing with the specification…</p>;
  const { violations, unchecked } = check;
  if (violations.length === 0) {
    return (
      <p class="ob-contract" data-ok={unchecked === undefined || undefined}>
        {unchecked ?? 'Matches the specification'}
      </p>
    );
  }
  const shown = violations.slice(0, all ? most : firstFew);
  const rest = Math.min(violations.length, most) - shown.length;
  return (
    <div class="ob-notice ob-violations" data-tone="warn">
      <p>
        <strong>{countText(violations.length)}</strong>
        {unchecked !== undefined && ` ${unchecked}`}
      </p>
      <ul>
        {shown.map((violation, index) => (
          <li key={index}>
            <ViolationText violation={violation} anchor={anchorOf(operation, check, violation, document)} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p>
          <button type="button" class="ob-link" onClick={() => setAll(true)}>
            Show {rest} more
          </button>
        </p>
      )}
    </div>
  );
}

/** `2 differences from the specification` */
export function countText(count: number): string {
  return `${count.toLocaleString('en')} difference${count === 1 ? '' : 's'} from the specification`;
}

function ViolationText({ violation, anchor }: { violation: Violation; anchor: string | undefined }) {
  const name =
    violation.at === 'value' ? pathText(violation.path) : violation.at === 'header' ? violation.name : undefined;
  const message = <Visible text={violation.message} />;
  if (name === undefined) return anchor === undefined ? message : <a href={`#${anchor}`}>{message}</a>;
  const code = (
    <code>
      <bdi>
        <Visible text={name} />
      </bdi>
    </code>
  );
  return (
    <>
      {anchor === undefined ? code : <a href={`#${anchor}`}>{code}</a>} {message}
    </>
  );
}

/** `data[0].id`, as the API names places; the body itself is `body`. */
function pathText(path: (string | number)[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  const name = text.replace(/^\./, '') || 'body';
  return name.length > 120 ? `${name.slice(0, 60)}…${name.slice(-60)}` : name;
}
