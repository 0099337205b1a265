import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { isMultipart } from '../../../../openapi/document/media-types.ts';
import { bodyExamples, contentOf } from '../input/request-input.ts';
import type { RequestInput } from '../input/request-input.ts';
import { formatJson } from '../../../../json-text/format.ts';
import type { Formats } from '../media-types/media-types.chunk.ts';
import type { Problem } from '../problems.ts';
import { takesFile, takesValue } from '../input/body-content.ts';
import { BodyForm } from './BodyForm.tsx';
import type { BodyEditor } from './body-editor.ts';
import { ExampleChoice } from './ExampleChoice.tsx';
import { JsonEditor } from './JsonEditor.tsx';

export interface BodySectionProps {
  id: string;
  operation: BundledOperation;
  call: RequestInput;
  files: Map<string, File>;
  /** What other bodies than one of JSON need. */
  formats: Formats | undefined;
  /** Those of the body. */
  problems: Problem[];
  view: BodyEditor;
  /** Another number where the text was changed by something else than the form: it then starts anew. */
  revision: number;
  onView: (view: BodyEditor) => void;
  /** Shows the place of a problem in the JSON. */
  onShowPlace: (problem: Problem) => void;
  onCall: (call: RequestInput) => void;
  onExample: (text: string) => void;
}

/** The body: fields or text, whichever the reader prefers, both of one text; or a file. */
export function BodySection(props: BodySectionProps) {
  const { id, operation, call, files, formats, revision, view, onExample, onCall } = props;
  const text = call.body;
  const content = contentOf(operation, call);
  const form = content?.form ?? operation.body?.content[content?.formOf ?? -1]?.form;
  const asForm = form !== undefined && view === 'form';
  const problem = props.problems.find(({ field }) => field === 'body');
  const broken = problem?.at !== undefined;
  // The form tells each field's own; the text has one place for all.
  const told = asForm ? problem?.message : textOf(props.problems);
  const onInput = (body: string) => onCall({ ...call, body });
  const fileParts =
    formats && content && isMultipart(content.mediaType) ? { files, Control: formats.FileControl } : undefined;
  return (
    <>
      {formats && (
        <formats.MediaTypeField key={revision} id={`${id}-type`} operation={operation} call={call} onCall={onCall} />
      )}
      <div class="ob-field" data-invalid={told !== undefined && !asForm ? '' : undefined}>
        <div class="ob-field-head">
          {asForm ? <span class="ob-field-label">Body</span> : <label for={id}>Body</label>}
          {operation.body?.content.length === 1 && <span class="ob-field-type">{content?.mediaType}</span>}
          {operation.body?.required && <span class="ob-field-required">required</span>}
          {form && <ViewSwitch {...props} />}
        </div>
        <ExampleChoice id={`${id}-example`} examples={bodyExamples(content)} text={text} onChoose={onExample} />
        {formats && takesFile(content) ? (
          <formats.FileControl attributes={{ id, 'data-field': 'body' }} files={files} name={text} onName={onInput} />
        ) : asForm && !broken ? (
          <BodyForm
            key={`${revision} ${content?.mediaType}`}
            id={id}
            form={form}
            text={text}
            required={operation.body?.required ?? false}
            problems={problemMap(props.problems)}
            fileParts={fileParts}
            onInput={onInput}
          />
        ) : asForm && problem ? (
          <BrokenJson problem={problem} onShow={() => props.onShowPlace(problem)} />
        ) : (
          <JsonEditor id={id} value={text} isJson={takesValue(content)} problem={told} onInput={onInput} />
        )}
        {told !== undefined && !(asForm && broken) && (
          <p class="ob-field-problem" id={`${id}-problem`}>
            {told}
          </p>
        )}
        {!asForm && takesValue(content) && (
          <FormatButton disabled={broken || text === ''} onFormat={() => onInput(formatJson(text))} />
        )}
      </div>
    </>
  );
}

function ViewSwitch({ view, onView }: BodySectionProps) {
  const views: [BodyEditor, string][] = [
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

function FormatButton({ disabled, onFormat }: { disabled: boolean; onFormat: () => void }) {
  return (
    <p>
      <button type="button" class="ob-link" disabled={disabled} onClick={onFormat}>
        Format
      </button>
    </p>
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

/** All of them, each with its place. */
function textOf(problems: Problem[]): string | undefined {
  const sentences = problems.map(({ place, message }) => (place === undefined ? message : `${place}: ${message}`));
  return sentences.length > 0 ? sentences.join(' ') : undefined;
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
