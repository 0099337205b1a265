import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

/** A site with a reference only: Starlight wants its collection, though it stays empty. */
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
