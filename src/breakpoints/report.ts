import type { ReportDocument } from '../report/document.ts';
import type { Mark } from '../report/page.ts';
import { pick } from '../report/records.ts';
import { metricText } from '../runs/metric-text.ts';
import { measureText } from '../sweep/report/charts.ts';
import { namesOf } from '../sweep/report/words.ts';
import type { ResultColumn, ResultTable } from '../tables/result.ts';
import { count, lowered, plural } from '../text/format.ts';
import type { BreakpointStep, Breakpoints } from './result.ts';

/**
 * The report of the breakpoints of one setting.
 *
 * @example
 * const found = await breakpoints('scenarios/rotation/prime-evening.yaml', { path: 'weights.shift', from: 1, to: 20 });
 * breakpointsDocument(found).what // 'breakpoints of'
 */
export function breakpointsDocument(found: Breakpoints): ReportDocument {
  const { steps, path, from, to, step } = found;
  const [name = path] = namesOf([path]);
  const changes = steps.length - 1;
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const apart = step === 1 ? '' : ` in steps of ${step}`;
  return {
    kind: found.kind,
    title: found.title,
    subtitle: `Breakpoints of ${path} from ${count(from)} to ${count(to)}${apart}`,
    headline:
      changes === 0
        ? `The best schedule is the same for every ${name} from ${count(from)} to ${count(to)}`
        : `The best schedule changes at ${plural(changes, 'value')} of ${name} and at no other`,
    detail: `Net score goes from ${count(first.net[0])} to ${count(last.net[1])} points. ${plural(found.solved.length, 'optimum was', 'optima were')} proven; all other values follow from them, since within a step the net score is a straight line.`,
    tone: 'good',
    tiles: [],
    sections: [
      {
        id: 'net',
        title: 'What the setting does to the net score',
        lead: 'Each straight piece is one best schedule, or several of equal worth. At a dot the next one begins.',
        blocks: [
          {
            type: 'chart',
            chart: 'breakpoints',
            caption: `Net score (points), by ${name}`,
            data: { rows: netRows(steps) },
            marks: { rows: stepMarks(steps, name) },
          },
          {
            type: 'chart',
            chart: 'breakpoints',
            caption: `Points for each 1 more of ${name}`,
            data: { rows: slopeRows(steps) },
            marks: { rows: stepMarks(steps, name) },
          },
        ],
      },
      {
        id: 'steps',
        title: 'Step by step',
        lead: `Net score = its value at the start of the step, and as many points for each 1 more of ${name} as stand beside it.${sameText(found)}`,
        blocks: [
          { type: 'table', caption: 'Steps', table: shownTable(found), about: steps.map((_, i) => [`step:${i}`]) },
        ],
      },
    ],
    again: found.again,
    againLead: 'The same command gives the same breakpoints.',
    what: 'breakpoints of',
    name: found.name,
  };
}

/**
 * A row for each step: from, to, net score, units, and the headline metrics of its schedule.
 *
 * @example
 * const found = await breakpoints('scenarios/rotation/prime-evening.yaml', { path: 'weights.shift', from: 1, to: 20 });
 * breakpointsTable(found).columns.slice(0, 5).map(({ name }) => name) // ['from', 'to', 'net_from', 'net_to', 'slope']
 */
export function breakpointsTable({ steps, texts }: Breakpoints) {
  const headlines = Object.keys(steps[0]?.metrics ?? {}).flatMap((name) => {
    const text = { name, ...metricText(texts, name) };
    return text.headline ? [text] : [];
  });
  const column = (name: string, type: ResultColumn['type'], label: string): ResultColumn => ({ name, type, label });
  return {
    columns: [
      column('from', 'number', 'From'),
      column('to', 'number', 'To'),
      column('net_from', 'number', 'Net at from'),
      column('net_to', 'number', 'Net at to'),
      column('slope', 'number', 'For each 1 more'),
      ...headlines.map(({ name, label }) => column(name, 'text', label)),
    ],
    rows: steps.map(({ from, to, net, slope, metrics }) => [
      from,
      to,
      ...net,
      slope,
      ...headlines.map((text) => {
        const value = metrics[text.name] ?? null;
        return value === null ? null : measureText(text, value);
      }),
    ]),
  };
}

const LABELS: Readonly<Record<string, string>> = {
  net_from: 'Net score (points)',
  net_to: 'At its end',
  slope: 'Points for each 1 more',
};

/** The same for a page, where a column that says one thing in every row would only push another off the edge. */
function shownTable(found: Breakpoints): ResultTable {
  const { columns, rows } = breakpointsTable(found);
  const kept = columns.filter(({ name }) => !isSame(found.steps, name));
  const named = kept.map((one) => ({ ...one, label: Object.hasOwn(LABELS, one.name) ? LABELS[one.name]! : one.label }));
  return pick(
    { columns: columns.map((one) => named.find(({ name }) => name === one.name) ?? one), rows },
    kept.map(({ name }) => name),
  );
}

// Of one step alone nothing can be said to differ: there every metric stands in the table.
const isSame = (steps: readonly BreakpointStep[], name: string): boolean =>
  steps.length > 1 &&
  Object.hasOwn(steps[0]!.metrics, name) &&
  new Set(steps.map(({ metrics }) => metrics[name] ?? null)).size === 1;

/** Columns that would say the same in every row, said once. */
function sameText({ steps, texts }: Breakpoints): string {
  const same = Object.entries(steps[0]?.metrics ?? {}).flatMap(([name, value]) => {
    const text = { name, ...metricText(texts, name) };
    if (!text.headline || value === null || !isSame(steps, name)) return [];
    return [`${lowered(text.label)} ${measureText(text, value)}`];
  });
  return same.length === 0 ? '' : ` The same in every step: ${same.join('; ')}.`;
}

function netRows(steps: readonly BreakpointStep[]) {
  return steps.flatMap(({ from, to, net }, index) => [
    { x: from, y: net[0], edge: index > 0 ? 1 : 0, order: 2 * index },
    { x: to, y: net[1], edge: 0, order: 2 * index + 1 },
  ]);
}

/** A step has two ends in either chart; what is said of it is the same at both. */
function stepMarks(steps: readonly BreakpointStep[], name: string): readonly Mark[] {
  return steps.flatMap(({ from, to, net, slope }, index) => {
    const facts: Mark['facts'] = [
      ['Net score at its start', `${count(net[0])} points`],
      ['Net score at its end', `${count(net[1])} points`],
      [`For each 1 more of ${name}`, `${count(slope)} points`],
    ];
    const mark: Mark = { title: `${name} from ${count(from)} to ${count(to)}`, facts, about: [`step:${index}`] };
    return [mark, mark];
  });
}

function slopeRows(steps: readonly BreakpointStep[]) {
  return steps.flatMap(({ from, to, slope }, index) => [
    { x: from, y: slope, edge: 0, order: 2 * index },
    { x: steps[index + 1]?.from ?? to, y: slope, edge: 0, order: 2 * index + 1 },
  ]);
}
