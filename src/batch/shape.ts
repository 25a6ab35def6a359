import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const name = z.string().trim().min(1).max(200);
const ZONED = 'needs a time with its zone, such as 2025-11-03T15:30:00Z or 2025-11-03T15:30+01:00';

/** An instant, as its text in UTC. A time without a zone means another instant at every place, so it is none. */
const instant = z.string().transform((text, context) => {
  const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (hasZone && isInstant(text)) return Temporal.Instant.from(text).toString();
  context.addIssue({ code: 'custom', message: hasZone ? 'is no time that exists' : ZONED });
  return z.NEVER;
});

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

const PRIORITIES = { 1: 'low', 2: 'normal', 3: 'urgent' } as const;
const priority = z
  .union([z.literal([1, 2, 3]), z.enum(['urgent', 'normal', 'low'])], {
    error: 'needs 1 (low), 2 (normal) or 3 (urgent), or one of these words',
  })
  .transform((given) => (typeof given === 'number' ? PRIORITIES[given] : given));

const post = z.strictObject({
  id: name,
  channel: name.optional(),
  platform: name.optional(),
  content_type: name.optional(),
  priority: priority.default('normal'),
  title: z.string().max(2000).optional(),
  text: z.string().max(20_000).optional(),
  not_before: instant.optional(),
  deadline: instant.optional(),
});

const channel = z.strictObject({
  channel: name,
  platform: name,
  zone: name.default('UTC'),
  audience: name.optional(),
  types: z.string().optional(),
  slots: z.string().optional(),
  per_day: z.int().min(0).optional(),
  per_week: z.int().min(0).optional(),
});

const most = z.int().min(1).max(1000);

/** What a file of a batch holds. */
export const batchShape = z.strictObject({
  bulk_job_id: name,
  posts: z.array(post).max(5000),
  metadata: z
    .strictObject({
      start_after: instant.optional(),
      deadline: instant.optional(),
      suggested_concurrency: most.default(3),
      max_parallelism: most.optional(),
    })
    .prefault({}),
  channels: z.array(channel).max(1000).default([]),
  scenario: z.string().min(1).optional(),
});

/** A batch as it was read, with its defaults. */
export type BatchInput = z.output<typeof batchShape>;

/** A post of a batch. */
export type BatchPost = BatchInput['posts'][number];
