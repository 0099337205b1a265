import { Parser } from 'htmlparser2';
import { createHash } from 'node:crypto';

/** Types of `<script>` that hold data, which a policy does not concern. */
const dataBlock = /^(?:application\/(?:json|ld\+json)|text\/(?:plain|html))$/i;

/** The text of each inline script of a page that a browser would run. */
export function inlineScripts(html: string): string[] {
  const found: string[] = [];
  let script: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const inline = name === 'script' && attributes.src === undefined && !dataBlock.test(attributes.type ?? '');
      script = inline ? '' : undefined;
    },
    ontext(text) {
      if (script !== undefined) script += text;
    },
    onclosetag(name) {
      if (name === 'script' && script) found.push(script);
      script = undefined;
    },
  });
  parser.end(html);
  return found;
}

/** Finds the inline scripts of pages that have most of them in common: reading a page whole takes as long as making it. */
export class InlineScripts {
  /** Scripts that a page has had, by the whole element. */
  readonly #known = new Map<string, string>();

  /** The inline scripts of a page. What only looks like one of them is none, unless it is one in another page. */
  of(html: string): string[] {
    const elements = scriptElements(html);
    const unknown = elements.flatMap((element) => {
      const [script] = this.#known.has(element) ? [] : inlineScripts(element);
      return script === undefined ? [] : [{ element, script }];
    });
    if (unknown.length === 0) return elements.flatMap((element) => this.#known.get(element) ?? []);
    const scripts = inlineScripts(html);
    for (const { element, script } of unknown) if (scripts.includes(script)) this.#known.set(element, script);
    return scripts;
  }
}

/** All that could be a `<script>`, in an attribute, a comment or another of them too. */
function scriptElements(html: string): string[] {
  return [...html.matchAll(/<script(?=[\s/>])/gi)].map(({ index }) => {
    const end = /<\/script[\s/>]/gi;
    end.lastIndex = index;
    return html.slice(index, end.exec(html)?.index) + '</script>';
  });
}

/** What a policy calls each of these inline scripts, sorted. */
export function scriptHashes(scripts: Iterable<string>): string[] {
  return [...new Set(scripts)].map((script) => createHash('sha256').update(script).digest('base64')).sort();
}
