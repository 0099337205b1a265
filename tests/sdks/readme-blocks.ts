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

/** The blocks of a README. A comment before a block says `run: KIND` or `illustration: why`. */
export function readmeBlocks(markdown: string): ReadmeBlock[] {
  const pattern = /^## (.*)$|(?:^<!-- (run|illustration): (.*?) -->\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm;
  let section = '';
  return [...markdown.matchAll(pattern)].flatMap(([, heading, mark, told = '', language = '', code = '']) => {
    if (heading !== undefined) {
      section = heading;
      return [];
    }
    const kind = mark === 'run' ? told : (mark ?? 'program');
    const prints = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text.trim());
    return [{ language, code, kind, section, prints }];
  });
}
