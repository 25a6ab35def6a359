import { z } from 'zod';
import type { Page } from '../../src/report/page.ts';

const cell = z.union([z.string(), z.number(), z.null()]);
const columnSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['text', 'integer', 'number', 'percent', 'date', 'money']),
  label: z.string(),
});
const tableSchema = z
  .strictObject({ columns: z.array(columnSchema).min(1), rows: z.array(z.array(cell)) })
  .refine((table) => table.rows.every((row) => row.length === table.columns.length), 'a row has not one cell a column');

const about = z.array(z.string().regex(/^[a-z]+:/));
const markSchema = z.strictObject({
  title: z.string(),
  facts: z.array(z.tuple([z.string(), z.string()])),
  about: about.optional(),
});

const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({ type: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({
    type: z.literal('chart'),
    // The name becomes a file name: nothing but a plain word gets through.
    chart: z.string().regex(/^[a-z][a-z0-9-]*$/),
    caption: z.string(),
    data: z.record(z.string(), z.array(z.record(z.string(), cell))),
    marks: z.record(z.string(), z.array(markSchema.nullable())).optional(),
    brush: z.enum(['x', 'y', 'xy']).optional(),
  }),
  z.strictObject({
    type: z.literal('table'),
    caption: z.string(),
    table: tableSchema,
    folded: z.boolean().optional(),
    limit: z.int().positive().optional(),
    file: z.string().optional(),
    about: z.array(about).optional(),
    tones: z.array(z.enum(['good', 'fair', 'poor', 'plain'])).optional(),
  }),
]);

/** A section as the templates expect it. */
const sectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string(),
  lead: z.string(),
  blocks: z.array(blockSchema),
  page: z.boolean().optional(),
});

const pageSchema = z.strictObject({
  subtitle: z.string(),
  verdict: z
    .strictObject({ tone: z.enum(['good', 'fair', 'poor']), headline: z.string(), detail: z.string() })
    .optional(),
  standing: z.strictObject({ headline: z.string(), detail: z.string() }).optional(),
  expectations: z.strictObject({ met: z.int(), all: z.int(), failed: z.array(z.string()) }).optional(),
  changed: z.array(z.strictObject({ since: z.string(), text: z.string() })).optional(),
  cautions: z.array(z.string()).optional(),
  determined: z.strictObject({ text: z.string(), option: z.string().optional() }).optional(),
  choice: z.string().optional(),
  first: z.array(sectionSchema).optional(),
  figure: z.strictObject({ label: z.string(), value: z.string(), unit: z.string() }).optional(),
  tiles: z.array(
    z.strictObject({
      label: z.string(),
      value: z.string(),
      note: z.string().optional(),
      tone: z.enum(['good', 'fair', 'poor', 'plain']).optional(),
    }),
  ),
  sections: z.array(sectionSchema),
  findings: z.array(sectionSchema).optional(),
  schedule: sectionSchema.optional(),
  noun: z.tuple([z.string(), z.string()]).optional(),
  metrics: z.record(z.string(), z.object({ label: z.string(), unit: z.string().optional() })).optional(),
});

/**
 * Throws where the templates could not draw a page whole. Handlebars leaves a gap where a key is missing, and a gap in a
 * report looks like a fact.
 */
export function checkPage(page: Page): void {
  const result = pageSchema.safeParse(page);
  if (!result.success) throw new Error(`the page of this run cannot be drawn:\n${z.prettifyError(result.error)}`);
}
