import type { Diagnosis } from '../signature-doctor/diagnosis.ts';
import { mistakes } from '../signature-doctor/mistakes.ts';

/** The verdict on a delivery, in words. */
export function DiagnosisView({ diagnosis }: { diagnosis: Diagnosis }) {
  if (diagnosis.kind === 'unreadable')
    return (
      <p class="ob-notice" data-tone="error">
        {diagnosis.problem}
      </p>
    );
  const { notes } = diagnosis;
  if (diagnosis.kind === 'valid')
    return (
      <div class="ob-notice ob-verdict" data-tone="ok">
        <p>
          <strong>Valid.</strong> Body, headers and secret fit together.
        </p>
        <Notes notes={notes} />
      </div>
    );
  return (
    <div class="ob-notice ob-verdict" data-tone="error">
      <ul>
        {diagnosis.findings.map(({ mistake, about }) => (
          <li key={`${mistake} ${about}`} data-mistake={mistake}>
            <strong>{mistakes[mistake].title}</strong> <span class="ob-panel-muted">({about})</span>
            <p>{mistakes[mistake].why}</p>
          </li>
        ))}
      </ul>
      <Notes notes={notes} />
    </div>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <>
      {notes.map((note) => (
        <p class="ob-panel-muted" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}
