import type { OperationSlice } from '../../../openapi/slice.ts';
import { bodyExamples, bodyMediaType } from '../call.ts';
import { formatJson } from '../format.ts';
import type { Problem } from '../problems.ts';
import { takesFile, takesValue } from '../request.ts';
import { BodyForm } from './BodyForm.tsx';
import type { BodyView } from './body-view.ts';
import { ExampleChoice } from './ExampleChoice.tsx';
import { JsonEditor } from './JsonEditor.tsx';

interface BodySectionProps {
  id: string;
  slice: OperationSlice;
  text: string;
  /** Those of the body. */
  problems: Problem[];
  view: BodyView;
  /** Another number where the text was changed by something else than the form: it then starts anew. */
  revision: number;
  onView: (view: BodyView) => void;
  /** Shows the place of a problem in the JSON. */
  onShowPlace: (problem: Problem) => void;
  onInput: (text: string) => void;
  onExample: (text: string) => void;
  setFile: (pointer: string, file: File) => void;
}

/** The body: fields or text, whichever the reader prefers, both of one text. */
export function BodySection(props: BodySectionProps) {
  const { id, slice, text, view, onInput, onExample } = props;
  const hasForm = takesValue(slice) && slice.body?.content[0]?.form !== undefined;
  const asForm = hasForm && view === 'form';
  const problem = props.problems.find(({ field }) => field === 'body');
  const broken = problem?.at !== undefined;
  const isFile = takesFile(slice);
  return (
    <div class="ob-field" data-invalid={problem && !asForm ? '' : undefined}>
      <div class="ob-field-head">
        {asForm ? <span class="ob-field-label">Body</span> : <label for={id}>Body</label>}
        <span class="ob-field-type">{bodyMediaType(slice)}</span>
        {slice.body?.required && <span class="ob-field-required">required</span>}
        {hasForm && <ViewSwitch {...props} />}
      </div>
      <ExampleChoice id={`${id}-example`} examples={bodyExamples(slice)} text={text} onChoose={onExample} />
      {isFile ? (
        <FileInput {...props} />
      ) : asForm && !broken ? (
        <BodyForm {...props} key={props.revision} problems={problemMap(props.problems)} />
      ) : asForm && problem ? (
        <BrokenJson problem={problem} onShow={() => props.onShowPlace(problem)} />
      ) : (
        <JsonEditor id={id} value={text} problem={problem?.message} onInput={onInput} />
      )}
      {problem && !(asForm && broken) && (
        <p class="ob-field-problem" id={`${id}-problem`}>
          {problem.message}
        </p>
      )}
      {!asForm && takesValue(slice) && (
        <p>
          <button
            type="button"
            class="ob-link"
            disabled={broken || text === ''}
            onClick={() => onInput(formatJson(text))}
          >
            Format
          </button>
        </p>
      )}
    </div>
  );
}

function ViewSwitch({ view, onView }: BodySectionProps) {
  const views: [BodyView, string][] = [
    ['form', 'Form'],
    ['json', 'JSON'],
  ];
  return (
    <span class="ob-switch" role="group" aria-label="Show the body as">
      {views.map(([name, label]) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
          {label}
        </button>
      ))}
    </span>
  );
}

/** The text is kept as it is; fields can show JSON only. */
function BrokenJson({ problem, onShow }: { problem: Problem; onShow: () => void }) {
  return (
    <div class="ob-notice" data-tone="warn" data-field="body" tabIndex={-1}>
      <p>The text of the body is not JSON, so there are no fields to show. {problem.message}</p>
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={onShow}>
          Show the place in the JSON
        </button>
      </p>
    </div>
  );
}

function FileInput({ id, onInput, setFile }: BodySectionProps) {
  return (
    <input
      id={id}
      data-field="body"
      type="file"
      onChange={({ currentTarget: { files } }) => {
        const [file] = files ?? [];
        if (file) setFile('', file);
        onInput(file?.name ?? '');
      }}
    />
  );
}

/** The first problem of each place, by JSON Pointer. */
function problemMap(problems: Problem[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const { field, message } of problems) {
    const pointer = field.slice('body'.length);
    if (!map.has(pointer)) map.set(pointer, message);
  }
  return map;
}
