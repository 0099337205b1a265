import { useEffect, useRef } from 'preact/hooks';
import { ColouredCode } from '../../../ui/ColouredCode.tsx';

/** Longer texts, in characters, stay uncoloured: each token is an element, drawn anew at each keystroke. */
const longest = 20_000;

/**
 * The colours of the JSON in a text field: a copy of the text that lies behind the field and scrolls with it. The field's own
 * text is drawn without a colour meanwhile.
 */
export function EditorColours({ text }: { text: string }) {
  return text.length > longest ? null : <Copy text={text} />;
}

function Copy({ text }: { text: string }) {
  const copy = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const field = copy.current?.parentElement?.querySelector('textarea');
    const follow = () => field && copy.current?.scrollTo(field.scrollLeft, field.scrollTop);
    follow();
    field?.addEventListener('scroll', follow, { passive: true });
    return () => field?.removeEventListener('scroll', follow);
  }, []);
  return (
    <pre class="ob-editor-colours" aria-hidden="true" ref={copy}>
      <ColouredCode text={`${text}\n`} language="json" asTyped />
    </pre>
  );
}
