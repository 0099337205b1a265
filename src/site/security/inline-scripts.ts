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

/** What a policy calls each inline script of some pages, sorted. */
export function scriptHashes(pages: readonly string[]): string[] {
  const scripts = new Set(pages.flatMap(inlineScripts));
  return [...scripts].map((script) => createHash('sha256').update(script).digest('base64')).sort();
}
