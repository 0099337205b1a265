import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { incidentStates } from './src/site/feeds/status-feed.ts';
import { libraryReadmes } from './src/site/library-readmes.ts';

const titleParts = z.object({
  /** The paragraph under the title; pages of this collection show their description without it. */
  lead: z.string().optional(),
});

const release = z.object({
  /** `next`: not released yet, and without a date. */
  version: z.string(),
  date: z.date().optional(),
  title: z.string(),
  summary: z.string(),
  /** Places of the changes that break clients, announced by name; `npm run check` refuses others. */
  breaking: z.array(z.string()).default([]),
});

const time = z.date();

/** What happened, or is planned; `content/incidents/example.md` tells how it is written. */
const incident = z.object({
  /** Never shown. */
  example: z.boolean().default(false),
  title: z.string(),
  kind: z.enum(['incident', 'maintenance']),
  services: z.array(z.string()).min(1),
  started_at: time,
  resolved_at: time.nullable().default(null),
  updates: z.array(z.object({ at: time, state: z.enum(incidentStates), text: z.string().min(1) })).min(1),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: titleParts }) }),
  /** Texts of Starlight's own furniture. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  libraries: defineCollection({ loader: libraryReadmes(), schema: z.object({}) }),
  changelog: defineCollection({ loader: glob({ base: 'content/changelog', pattern: '*.md' }), schema: release }),
  incidents: defineCollection({ loader: glob({ base: 'content/incidents', pattern: '*.md' }), schema: incident }),
};
