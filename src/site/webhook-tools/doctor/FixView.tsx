import { useState } from 'preact/hooks';
import { fixes, frameworks } from '../../signature-doctor/fixes.ts';
import type { Framework } from '../../signature-doctor/fixes.ts';
import type { Finding } from '../../signature-doctor/diagnosis.ts';
import { mistakes } from '../../signature-doctor/mistakes.ts';
import { keepChoice, readChoice } from '../../ui/choices.ts';
import { ColouredCode } from '../../ui/ColouredCode.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';

const choice = 'webhook-framework';

/** What puts the found mistakes right, in the reader's framework. */
export function FixView({ findings }: { findings: readonly Finding[] }) {
  const [framework, setFramework] = useState<Framework>(
    () => frameworks.find(({ id }) => id === readChoice(choice))?.id ?? 'express',
  );
  const { name, handler, language } = frameworks.find(({ id }) => id === framework) ?? frameworks[0];
  const parts = [...new Set(findings.map(({ mistake }) => mistakes[mistake].part))];
  const choose = (id: string) => {
    const chosen = frameworks.find((one) => one.id === id)?.id ?? 'express';
    keepChoice(choice, chosen);
    setFramework(chosen);
  };
  return (
    <section class="ob-fix" aria-label="The fix">
      <div class="ob-panel-row">
        <label>
          <span>The fix in</span>
          <select value={framework} onChange={(event) => choose(event.currentTarget.value)}>
            {frameworks.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul class="ob-fix-parts">
        {parts.map((part) => (
          <li key={part}>
            {fixes[part].advice} <code>{fixes[part].code[framework]}</code>
          </li>
        ))}
      </ul>
      <details class="ob-fold">
        <summary>
          A handler that makes none of these mistakes <span class="ob-fold-count">{name}</span>
        </summary>
        <div class="ob-fix-code">
          <pre tabIndex={0} aria-label={`A handler for ${name}`}>
            <ColouredCode text={handler} language={language === 'js' ? 'javascript' : 'other'} />
          </pre>
          <CopyButton text={handler} label={`Copy the handler for ${name}`} />
        </div>
      </details>
    </section>
  );
}
