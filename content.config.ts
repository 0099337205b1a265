import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const titleParts = z.object({
  /** A short line over the title: the section the page belongs to. */
  eyebrow: z.string().optional(),
  /** The paragraph under the title; pages of this collection show their description without it. */
  lead: z.string().optional(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: titleParts }) }),
};
