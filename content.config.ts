import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { libraryReadmes } from './src/site/library-readmes.ts';

const titleParts = z.object({
  /** A short line over the title: the section the page belongs to. */
  eyebrow: z.string().optional(),
  /** The paragraph under the title; pages of this collection show their description without it. */
  lead: z.string().optional(),
});

const release = z.object({
  version: z.string(),
  date: z.date(),
  title: z.string(),
  summary: z.string(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: titleParts }) }),
  /** Texts of Starlight's own furniture. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  libraries: defineCollection({ loader: libraryReadmes(), schema: z.object({}) }),
  changelog: defineCollection({ loader: glob({ base: 'content/changelog', pattern: '*.md' }), schema: release }),
};
