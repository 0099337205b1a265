import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import type { SchemaContext } from 'astro:content';
import { defineCollection } from 'astro:content';

const make = docsSchema();
let made: ReturnType<typeof make> | undefined;

/**
 * A site with a reference only: Starlight wants its collection, though it stays empty. It asks for the schema on every
 * page, and making it takes longer than using it.
 */
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: (context: SchemaContext) => (made ??= make(context)) }),
};
