import type { Alert } from '../../domain.ts';
import { recordsOf, textOf } from '../../report/page.ts';
import type { RotationSettings } from './scenario.ts';

/** Spots that are moved from their wish by more than their tolerance, made good elsewhere, or left out. */
export const alert: Alert<RotationSettings> = {
  name: 'moved_or_unresolved',
  label: 'moved or unresolved',
  noun: ['spot', 'spots'],
  table: 'astray',
  of: ({ metrics }) => metrics.spots ?? 0,
  rows: ({ tables }) =>
    recordsOf(tables.astray).map((row) => ({
      name: textOf(row, 'spot'),
      fields: { spot: textOf(row, 'spot') },
      what: textOf(row, 'what'),
      text: textOf(row, 'text'),
    })),
  limit: ({ alerts }) => alerts.moved_or_unresolved,
};
