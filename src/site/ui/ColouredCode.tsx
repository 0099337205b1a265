import { colourRuns } from './colour-runs.ts';
import type { Language } from './colour-runs.ts';

/** Longer texts are shown without colours: each token is an element, and thousands of them make a page slow. */
const highlightLimit = 60_000;

/** Highlighted text. Whatever is in it stays text. */
export function ColouredCode({ text, language }: { text: string; language: Language | undefined }) {
  if (language === undefined || text.length > highlightLimit) return <code>{text}</code>;
  return (
    <code>
      {colourRuns(text, language).map(({ className, text: piece }, index) =>
        className === '' ? (
          piece
        ) : (
          <span key={index} class={className}>
            {piece}
          </span>
        ),
      )}
    </code>
  );
}
