import { useRef } from 'preact/hooks';
import { lazy } from '../../../lazy.ts';
import { describedBy } from '../../../ui/fields/Field.tsx';
import { useLazy } from '../../../ui/fields/use-lazy.ts';

interface JsonEditorProps {
  id: string;
  value: string;
  /** Whether the text is JSON, which is coloured. */
  isJson: boolean;
  problem: string | undefined;
  onInput: (value: string) => void;
}

/** Fetched once a body is edited as JSON. */
const coloursChunk = lazy(() => import('./editor-colours.chunk.ts'));

/** The body as text, with the numbers of its lines. Tab leaves the field as it leaves any other. */
export function JsonEditor({ id, value, isJson, problem, onInput }: JsonEditorProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const colours = useLazy(coloursChunk, isJson).value;
  const lines = value.split('\n').length;
  return (
    <div class="ob-editor">
      <div class="ob-editor-lines" aria-hidden="true" ref={gutter}>
        {Array.from({ length: lines }, (_, index) => `${index + 1}\n`).join('')}
      </div>
      {isJson && colours && <colours.EditorColours text={value} />}
      <textarea
        id={id}
        data-field="body"
        {...describedBy(id, undefined, problem)}
        rows={Math.min(Math.max(lines, 3), 16)}
        wrap="off"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onScroll={(event) => gutter.current?.scrollTo(0, event.currentTarget.scrollTop)}
      />
    </div>
  );
}
