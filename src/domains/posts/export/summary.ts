import { numberOf, recordsOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { zonesOf } from './zones.ts';

/** A plan as one document: what goes out when, what is left out and why, and the figures of the whole. */
export function summaryOf(run: Run): Readonly<Record<string, unknown>> {
  const zones = zonesOf(run);
  const next = recordsOf(run.tables.alternatives);
  return {
    schedule_id: run.id,
    status: run.status,
    posts: recordsOf(run.tables.plan).map((row) => ({
      post_id: textOf(row, 'post'),
      channel: textOf(row, 'channel'),
      platform: textOf(row, 'platform'),
      content_type: maybe(row, 'type'),
      priority: textOf(row, 'priority'),
      scheduled_time: textOf(row, 'at'),
      local_time: textOf(row, 'local').slice(4),
      zone: zones.get(textOf(row, 'channel')) ?? null,
      timing_score: numberOf(row, 'timing'),
      alternatives: next
        .filter((each) => textOf(each, 'post') === textOf(row, 'post'))
        .map((each) => ({ time: textOf(each, 'next_at'), timing_score: numberOf(each, 'next_timing') })),
    })),
    left_out: recordsOf(run.tables.unplaced).map((row) => ({
      post_id: textOf(row, 'post'),
      channel: textOf(row, 'channel'),
      reason: textOf(row, 'reason'),
      best_time: maybe(row, 'best_at'),
      held_by: textOf(row, 'holders') === '' ? [] : textOf(row, 'holders').split(', '),
    })),
    metrics: run.metrics,
  };
}

const maybe = (row: TableRecord, name: string): string | null => (textOf(row, name) === '' ? null : textOf(row, name));
