import { formatJson } from '../../json-text/format.ts';
import { linesWithEscapes } from './response/visible-text.ts';
import { colouredNodes } from './colour-runs.ts';

/** Longer texts are shown without colours: each token is an element. */
const highlightLimit = 60_000;

/** Shows a text as JSON, indented and coloured. It goes in as text nodes: whatever a record holds stays inert. */
export function showJson(place: Element, text: string): void {
  const shown = linesWithEscapes(formatJson(text));
  if (shown.length > highlightLimit) return place.replaceChildren(shown);
  place.replaceChildren(...colouredNodes(shown, 'json'));
}
