import { useState } from 'preact/hooks';
import { visiblePieces } from '../../../ui/response/visible-text.ts';

/** Characters of a long string that are shown at first, and once the reader asks for more; the raw view has all. */
const shortLength = 300;
const longLength = 20_000;

interface StringValueProps {
  text: string;
  /** Of the string with its quotes. */
  start: number;
  end: number;
  link: { href: string; title: string } | undefined;
}

/** A string as it was sent. It keeps its direction to itself. */
export function StringValue({ text, start, end, link }: StringValueProps) {
  const [long, setLong] = useState(false);
  const length = long ? longLength : shortLength;
  const shown = text.slice(start, Math.min(end, start + length));
  const rest = end - start - shown.length;
  if (link) {
    return (
      <a class="s" href={link.href} title={link.title} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
        <Visible text={shown} />
      </a>
    );
  }
  return (
    <>
      <bdi class="s">
        <Visible text={shown} />
      </bdi>
      {rest > 0 && (
        <>
          …
          {long ? (
            <span class="ob-row-count">{rest.toLocaleString('en')} more characters in Raw</span>
          ) : (
            <button type="button" class="ob-link" tabIndex={-1} onClick={() => setLong(true)}>
              {rest.toLocaleString('en')} more characters
            </button>
          )}
        </>
      )}
    </>
  );
}

/** Text in which nothing hides. */
export function Visible({ text }: { text: string }) {
  return (
    <>
      {visiblePieces(text).map(({ text: piece, escape }, index) =>
        escape ? (
          <span key={index} class="ob-escape">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}
