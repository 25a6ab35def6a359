import {
  count,
  type Datum,
  type Mark,
  numberOf,
  percent,
  recordsOf,
  type Section,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { Cell } from '../../../tables/result.ts';

const TERMS: ReadonlyMap<string, string> = new Map([
  ['rank', 'Rank'],
  ['geo', 'Locality'],
  ['pub', 'Publication rate'],
  ['hist', 'Past publication'],
  ['preferred_day', 'Preferred day'],
  ['rounding', 'Rounding'],
]);

const PENALTIES = [
  ['cap_penalty', 'Tier caps'],
  ['fairness_penalty', 'Fairness'],
  ['budget_penalty', 'Budgets'],
  ['change_penalty', 'Changes from the earlier run'],
] as const;

interface Step {
  readonly label: string;
  readonly points: number;
  readonly kind: 'gain' | 'loss' | 'total';
}

/** Where the score comes from, and what each penalty took. */
export function scoreSection(run: Run): Section {
  const steps = stepsOf(run);
  return {
    id: 'score',
    title: 'Where the score comes from',
    lead: leadOf(run),
    blocks: [
      {
        type: 'chart',
        chart: 'waterfall',
        caption: 'From score terms, less penalties, to the net score (points)',
        data: { rows: waterfall(steps) },
        marks: { rows: steps.map((step) => markOf(run, step)) },
      },
      {
        type: 'table',
        caption: 'Points by term and penalty',
        table: {
          columns: [
            { name: 'part', type: 'text', label: 'Part' },
            { name: 'points', type: 'number', label: 'Points' },
            { name: 'share', type: 'percent', label: 'Of raw score' },
          ],
          rows: steps.map((step): Cell[] => [step.label, step.points, shareOf(run, step.points)]),
        },
        about: steps.map(({ label }) => [`part:${label}`]),
      },
    ],
  };
}

function leadOf({ objective }: Run): string {
  const raw = objective.raw_score ?? 0;
  const penalties = objective.total_penalties ?? 0;
  if (penalties === 0) return `The loans earn ${count(raw)} points, and no penalty takes any of them.`;
  const share = raw === 0 ? '' : ` (${percent(penalties / raw)})`;
  return `The loans earn ${count(raw)} points. Penalties take ${count(penalties)}${share} and leave ${count(objective.net_score ?? 0)}.`;
}

function stepsOf(run: Run): readonly Step[] {
  const terms = recordsOf(run.tables.scores).map((row): Step => {
    const points = numberOf(row, 'points');
    const name = textOf(row, 'term');
    return { label: TERMS.get(name) ?? name, points, kind: points < 0 ? 'loss' : 'gain' };
  });
  const charged = PENALTIES.filter(([name]) => name !== 'change_penalty' || run.objective[name] !== undefined);
  const taken = charged.map(([name, label]): Step => ({ label, points: -(run.objective[name] ?? 0), kind: 'loss' }));
  return [
    ...terms.filter((step) => step.points !== 0),
    { label: 'Raw score', points: run.objective.raw_score ?? 0, kind: 'total' },
    ...taken.map((step) => (step.points === 0 ? { ...step, points: 0 } : step)),
    { label: 'Net score', points: run.objective.net_score ?? 0, kind: 'total' },
  ];
}

function waterfall(steps: readonly Step[]): readonly Datum[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.kind === 'total' ? 0 : level;
    level = from + step.points;
    const said =
      step.kind === 'total' ? count(step.points) : step.points > 0 ? `+${count(step.points)}` : count(step.points);
    return { label: step.label, kind: step.kind, from, to: level, end: Math.max(from, level), said };
  });
}

function markOf(run: Run, { label, points }: Step): Mark {
  const share = shareOf(run, points);
  const of: Mark['facts'] = share === null ? [] : [['Of raw score', percent(share)]];
  return { title: label, facts: [['Points', count(points)], ...of], about: [`part:${label}`] };
}

function shareOf({ objective }: Run, points: number): number | null {
  const raw = objective.raw_score ?? 0;
  return raw === 0 ? null : points / raw;
}
