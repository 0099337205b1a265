/** A block of code in a page, and how it is proven. */
export interface ReadmeBlock {
  language: string;
  code: string;
  /** `program` is run as it is, the others are driven; `illustration` cannot run. */
  kind: string;
  /** The heading above it. */
  section: string;
  /** What its `→` comments promise that it prints. */
  prints: string[];
}

/** The blocks of a README. A second word in a fence is its kind: ```` ```ts illustration ````. */
export function readmeBlocks(markdown: string): ReadmeBlock[] {
  const pattern = /^## (.*)$|^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm;
  let section = '';
  return [...markdown.matchAll(pattern)].flatMap(([, heading, language = '', kind = 'program', code = '']) => {
    if (heading !== undefined) {
      section = heading;
      return [];
    }
    const prints = [...code.matchAll(/\/\/ → (.+)$/gm)].map(([, text = '']) => text.trim());
    return [{ language, code, kind, section, prints }];
  });
}
