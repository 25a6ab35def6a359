import { type ReportDocument, renderDocument } from '../report/document.ts';
import type { ReportOptions } from '../report/interactive.ts';
import type { Mark, Section } from '../report/page.ts';
import { measureText } from '../sweep/report/charts.ts';
import { count, lowered } from '../text/format.ts';
import type { BreakpointStep, Breakpoints } from './result.ts';
import { breakpointsText } from './words.ts';

/**
 * Draws the report of breakpoints as one HTML file; `{ interactive: true }` makes one whose charts answer to the mouse.
 *
 * @throws Refusal where an interactive one is asked for and its script was never built.
 * @example
 * const found = await breakpoints('scenarios/rotation/prime-evening.yaml', { path: 'weights.shift', from: 1, to: 20 });
 * const html = await breakpointsReport(found);
 * /<title>(.*)<\/title>/.exec(html)?.[1] // 'Prime time of 10 March 2025'
 */
export const breakpointsReport = (found: Breakpoints, options: ReportOptions = {}): Promise<string> =>
  renderDocument(breakpointsDocument(found), options);

/**
 * The report of the breakpoints of one setting.
 *
 * @example
 * const found = await breakpoints('scenarios/rotation/prime-evening.yaml', { path: 'weights.shift', from: 1, to: 20 });
 * breakpointsDocument(found).what // 'breakpoints of'
 */
export function breakpointsDocument(found: Breakpoints): ReportDocument {
  const { steps, path, from, to, step } = found;
  const { setting, headline, detail, table, same } = breakpointsText(found);
  const apart = step === 1 ? '' : ` in steps of ${step}`;
  return {
    kind: found.kind,
    title: found.title,
    subtitle: `Breakpoints of ${path} from ${count(from)} to ${count(to)}${apart}`,
    headline,
    detail,
    tone: 'good',
    tiles: [],
    sections: [
      ...thingSection(found, setting),
      {
        id: 'net',
        title: 'What the setting does to the net score',
        lead: 'Each straight piece is one best schedule, or several of equal worth. At a dot the next one begins.',
        blocks: [
          {
            type: 'chart',
            chart: 'breakpoints',
            caption: `Net score (points), by ${setting}`,
            data: { rows: netRows(steps) },
            marks: { rows: stepMarks(steps, setting) },
          },
          {
            type: 'chart',
            chart: 'breakpoints',
            caption: `Points for each 1 more of ${setting}`,
            data: { rows: slopeRows(steps) },
            marks: { rows: stepMarks(steps, setting) },
          },
        ],
      },
      {
        id: 'steps',
        title: 'Step by step',
        lead: `Net score = its value at the start of the step, and as many points for each 1 more of ${setting} as stand beside it.${same === '' ? '' : ` ${same}`}`,
        blocks: [{ type: 'table', caption: 'Steps', table, about: steps.map((_, i) => [`step:${i}`]) }],
      },
    ],
    again: found.again,
    againLead: 'The same command gives the same breakpoints.',
    what: 'breakpoints of',
    name: found.name,
  };
}

/** What people get as the setting moves: the measure that the kind weighs its score with. */
function thingSection({ steps, texts, now }: Breakpoints, setting: string): readonly Section[] {
  const name = Object.keys(texts).find((one) => texts[one]!.frontier);
  const values = name === undefined ? [] : steps.map(({ metrics }) => metrics[name]);
  if (name === undefined || values.some((value) => typeof value !== 'number')) return [];
  const text = { name, ...texts[name]! };
  const rows = steps.flatMap(({ from, to }, index) => [
    { x: from, y: values[index]!, edge: index > 0 ? 1 : 0, order: 2 * index },
    { x: steps[index + 1]?.from ?? to, y: values[index]!, edge: 0, order: 2 * index + 1 },
  ]);
  const numbers = values as readonly number[];
  return [
    {
      id: 'things',
      title: `What the setting does to ${lowered(text.label)}`,
      lead: `${text.label} goes from ${measureText(text, Math.min(...numbers))} to ${measureText(text, Math.max(...numbers))}. ${nowText(steps, now, setting)}`.trim(),
      blocks: [
        {
          type: 'chart',
          chart: 'breakpoints',
          caption: `${text.label}, by ${setting}`,
          data: { rows },
          marks: { rows: stepMarks(steps, setting) },
        },
      ],
    },
  ];
}

/** Where the value of the scenario as it stands lies. */
function nowText(steps: readonly BreakpointStep[], now: number | null, setting: string): string {
  const own = now === null ? undefined : steps.find(({ from, to }) => from <= now && now <= to);
  if (own === undefined || now === null) return '';
  return `The scenario as it stands has ${setting} ${count(now)}, in the step from ${count(own.from)} to ${count(own.to)}.`;
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
