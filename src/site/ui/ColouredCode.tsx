import type { ComponentChildren } from 'preact';
import { addressPieces } from '../../text/break-addresses.ts';
import { colourRuns } from './colour-runs.ts';
import type { Language } from './colour-runs.ts';

/** Longer texts are shown without colours: each token is an element, and thousands of them make a page slow. */
const highlightLimit = 60_000;

interface ColouredCodeProps {
  text: string;
  language: Language | undefined;
  /** Broken where a field breaks it, which lies over it. */
  asTyped?: boolean;
}

/** Highlighted text. Whatever is in it stays text. */
export function ColouredCode({ text, language, asTyped = false }: ColouredCodeProps) {
  if (language === undefined || text.length > highlightLimit) return <code>{text}</code>;
  return (
    <code>
      {colourRuns(text, language).map(({ className, text: piece }, index) =>
        className === '' ? (
          piece
        ) : (
          <span key={index} class={className}>
            {asTyped ? piece : withBreaks(piece)}
          </span>
        ),
      )}
    </code>
  );
}

/** Where addresses in it may be broken. */
function withBreaks(text: string): ComponentChildren {
  return addressPieces(text).flatMap((piece, index) => (index === 0 ? [piece] : [<wbr key={index} />, piece]));
}
