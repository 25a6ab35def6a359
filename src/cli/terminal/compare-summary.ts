import { createColors } from 'picocolors';
import {
  type Comparison,
  changeText,
  comparisonFinding,
  comparisonHeadlines,
  type Measure,
  plural,
  settingText,
  valueText,
  visible,
} from '../../index.ts';
import { shortPath } from '../paths.ts';
import { aligned, fitted, wrapped } from './text.ts';

/** More columns than this do not fit beside the names. */
const MOST_COLUMNS = 5;

/** A comparison for a terminal: a row for each run, the finding, and which setting did how much. */
export function comparisonSummary(
  comparison: Comparison,
  report: string,
  colour: boolean,
  columns = Number.POSITIVE_INFINITY,
): string {
  const lines = [
    ...table(comparison, colour, columns),
    '',
    ...wrapped(visible(comparisonFinding(comparison)), '', '', columns),
    ...comparison.differences.flatMap((difference) => ['', ...changes(comparison, difference)]),
    '',
    `report  ${shortPath(report)}`,
  ];
  return `${lines.join('\n')}\n`;
}

type Difference = Comparison['differences'][number];

function table(comparison: Comparison, colour: boolean, columns: number): readonly string[] {
  const measures = comparisonHeadlines(comparison).slice(0, MOST_COLUMNS);
  const head = ['scenario', 'status', ...measures.map(({ label }) => label.toLowerCase())];
  const rows = comparison.runs.map((run) => [
    visible(`${run.mark}  ${run.label}${run.name === comparison.baseline ? ' (baseline)' : ''}`),
    run.status,
    ...measures.map((measure) => cell(comparison, run.name, measure, run.values[measure.name] ?? null, colour)),
  ]);
  const right = [...measures.keys()].map((index) => index + 2);
  return fitted({ head, rows, right }, columns);
}

function cell({ differences }: Comparison, name: string, measure: Measure, value: number | null, colour: boolean) {
  const own = differences.find((one) => one.name === name)?.measures.find((one) => one.name === measure.name);
  const text = valueText(value, measure);
  if (own === undefined || own.difference === null || own.difference === 0) return text;
  const change = `(${changeText(own.difference, measure)})`;
  const paint = createColors(colour);
  const painted =
    own.direction === 'better' ? paint.green(change) : own.direction === 'worse' ? paint.red(change) : change;
  return `${text} ${painted}`;
}

function changes(comparison: Comparison, { name, inputs, schedule, attribution, measures }: Difference) {
  const run = comparison.runs.find((one) => one.name === name)!;
  const baseline = comparison.runs.find((one) => one.name === comparison.baseline)!;
  const differs = (measure: Measure) => measures.some((own) => own.name === measure.name && own.direction !== 'same');
  const telling =
    comparison.measures.find((one) => one.first && differs(one)) ??
    comparison.measures.find((one) => one.name === 'yardstick_net_score') ??
    comparison.measures.find((one) => one.name === 'net_score');
  const found = attribution.told ? attribution.measures.find((one) => one.name === telling?.name) : undefined;
  const settings = inputs.settings.map(({ path, ...change }) => {
    const place = attribution.told ? attribution.paths.indexOf(path) : -1;
    const share = found?.values[place];
    const doing = share === undefined || !telling ? '' : `${telling.label.toLowerCase()} ${changeText(share, telling)}`;
    return [`  ${path}`, `${text(change.old)} → ${text(change.new)}`, doing].map(visible);
  });
  const rows = schedule
    ? [`  schedule: ${schedule.kept} kept, ${schedule.moved} moved, ${schedule.new} new, ${schedule.dropped} dropped`]
    : [
        `  schedule: ${[run, baseline].every((one) => one.status === 'infeasible' || one.status === 'unknown') ? 'neither has one' : 'one of the two has none'}`,
      ];
  const data = inputs.data.same ? [] : ['  the data is not the same'];
  const why =
    attribution.told || inputs.settings.length < 2 ? [] : [visible(`  which setting did how much: ${attribution.why}`)];
  return [visible(`${run.mark}  ${run.label}`), ...aligned(settings), ...why, ...data, ...rows];
}

/** A longer list is the rows of a table: how many there are says enough beside the other. */
const MOST_TEXT = 60;

function text(value: unknown): string {
  if (value === undefined) return 'not set';
  const whole = settingText(value);
  return Array.isArray(value) && whole.length > MOST_TEXT ? plural(value.length, 'row') : whole;
}
