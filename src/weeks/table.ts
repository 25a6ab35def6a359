import type { MetricText, MetricTexts } from '../audit/audit.ts';
import { metricText, partText } from '../runs/metric-text.ts';
import type { Week } from '../runs/run.ts';
import type { Cell, CellType, ResultColumn, ResultTable } from '../tables/result.ts';

/** The weeks side by side: how each ended, what it nets, and its metrics. A week without a schedule has no numbers. */
export function weeksTable(weeks: readonly Week[], texts: MetricTexts): ResultTable {
  const parts = namesOf(weeks.map((week) => week.objective));
  const metrics = namesOf(weeks.map((week) => week.metrics));
  const columns: ResultColumn[] = [
    { name: 'week', type: 'integer', label: 'Week' },
    { name: 'from', type: 'date', label: 'From' },
    { name: 'status', type: 'text', label: 'Status' },
    { name: 'candidates', type: 'integer', label: 'Candidates' },
    ...parts.map((name) => columnOf(name, partText(name, texts))),
    ...metrics.map((name) => columnOf(name, metricText(texts, name))),
  ];
  const rows = weeks.map((week): Cell[] => [
    ...[week.week, week.from, week.status, week.candidates],
    ...parts.map((name) => week.objective[name] ?? null),
    ...metrics.map((name) => week.metrics[name] ?? null),
  ]);
  return { columns, rows };
}

function namesOf(records: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}

function columnOf(name: string, { label, unit }: MetricText): ResultColumn {
  const type: CellType = unit === 'share' ? 'percent' : 'number';
  return { name, type, label: unit === 'points' || unit === 'dollars' ? `${label} (${unit})` : label };
}
