import { type ReportDocument, renderDocument } from '../report/document.ts';
import type { ReportOptions } from '../report/interactive.ts';
import type { Datum, Mark, Section } from '../report/page.ts';
import { drawn, measureText, unitOf } from '../sweep/report/measures.ts';
import { capital, count } from '../text/format.ts';
import type { BreakpointStep, Breakpoints } from './result.ts';
import { breakpointsText, type Thing, thingsOf } from './words.ts';

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
  const { steps, path, from, to, step, week } = found;
  const { setting, headline, detail, table, same } = breakpointsText(found);
  const apart = step === 1 ? '' : ` in steps of ${step}`;
  const where = week === undefined ? '' : `, in week ${week}, upon the weeks before it as the scenario plans them`;
  return {
    kind: found.kind,
    title: found.title,
    subtitle: `Breakpoints of ${path} from ${count(from)} to ${count(to)}${apart}${where}`,
    headline,
    detail,
    tone: 'good',
    tiles: [],
    sections: [
      ...thingSection(found, setting),
      {
        id: 'net',
        title: 'What the setting does to the net score',
        lead: `Each straight piece is one best schedule, or several of equal worth. At a dot the next one begins.${nowText(found)}`,
        blocks: [
          stepChart(found, `Net score (points), by ${setting}`, 'points', netRows(steps)),
          stepChart(found, `Points for each 1 more of the ${setting}`, 'points', slopeRows(steps)),
        ],
      },
      {
        id: 'steps',
        title: 'Step by step',
        lead: `Within a step the schedule stays. Only the net score moves, by the points of the last column for each 1 more of the ${setting}.${same === '' ? '' : ` ${same}`}`,
        blocks: [{ type: 'table', caption: 'Steps', table, about: steps.map((_, i) => [`step:${i}`]) }],
      },
    ],
    again: found.again,
    againLead: 'The same command gives the same breakpoints.',
    what: 'breakpoints of',
    name: found.name,
  };
}

/** What people get as the setting moves: a chart for each headline that it changes, that of fairness first. */
function thingSection(found: Breakpoints, setting: string): readonly Section[] {
  const things = thingsOf(found);
  const [first] = things;
  if (first === undefined) return [];
  const { steps } = found;
  const numbers = first.values.filter((value) => value !== null);
  return [
    {
      id: 'things',
      title: 'What the setting does to what people get',
      lead: `${first.text.label} goes from ${measureText(first.text, Math.min(...numbers))} to ${measureText(first.text, Math.max(...numbers))}.${nowText(found)}`,
      blocks: things.map(({ text, values }) =>
        stepChart(
          found,
          `${text.label}, by ${setting}`,
          unitOf(text),
          levelRows(steps, (_, index) => levelOf(text, values[index])),
        ),
      ),
    },
  ];
}

const levelOf = (text: Thing['text'], value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : drawn(text, value);

/** One chart over the steps. The value that the scenario has today stands in it as a line with its name. */
function stepChart(
  found: Breakpoints,
  caption: string,
  unit: string,
  rows: readonly Datum[],
): Section['blocks'][number] {
  const { steps, now, from, to } = found;
  const { setting } = breakpointsText(found);
  const isInside = now !== null && from <= now && now <= to;
  return {
    type: 'chart',
    chart: 'breakpoints',
    caption,
    // A value outside is not drawn: its row is there without a word, since a chart needs one.
    data: { rows, now: [isInside ? { x: now, words: `today: ${count(now)}` } : { x: from, words: '' }] },
    titles: { x: capital(setting), y: unit },
    marks: { rows: stepMarks(steps, setting), now: [null] },
  };
}

/** Where the value that the scenario has today lies. */
function nowText({ steps, now }: Breakpoints): string {
  const own = now === null ? undefined : steps.find(({ from, to }) => from <= now && now <= to);
  if (own === undefined || now === null) return '';
  const where = own.from === own.to ? `at ${count(now)} only` : `from ${count(own.from)} to ${count(own.to)}`;
  return ` Today it is ${count(now)}: the schedule of today is the best ${where}.`;
}

function netRows(steps: readonly BreakpointStep[]): readonly Datum[] {
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
      [`For each 1 more of the ${name}`, `${count(slope)} points`],
    ];
    const mark: Mark = { title: `${name} from ${count(from)} to ${count(to)}`, facts, about: [`step:${index}`] };
    return [mark, mark];
  });
}

const slopeRows = (steps: readonly BreakpointStep[]): readonly Datum[] => levelRows(steps, ({ slope }) => slope);

/** A level for each step, as far as the next one begins. */
function levelRows(
  steps: readonly BreakpointStep[],
  level: (step: BreakpointStep, index: number) => number | null,
): readonly Datum[] {
  return steps.flatMap((step, index) => [
    { x: step.from, y: level(step, index), edge: index > 0 ? 1 : 0, order: 2 * index },
    { x: steps[index + 1]?.from ?? step.to, y: level(step, index), edge: 0, order: 2 * index + 1 },
  ]);
}
