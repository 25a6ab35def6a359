import { createColors } from 'picocolors';
import { alarmText, count, domains, figureText, leftOutOf, notProven, type Run, visible } from '../../index.ts';
import type { Outcome } from '../outcome.ts';
import { shortPath } from '../paths.ts';
import { aligned, fitted, paired, wrapped } from './text.ts';

/** The figures of one run as an aligned list, or of several as a table with a row each, for a terminal. */
export function summary(outcomes: readonly Outcome[], colour: boolean, columns = Number.POSITIVE_INFINITY): string {
  const lines = outcomes.length === 1 ? single(outcomes[0]!, colour) : several(outcomes, colour, columns);
  const remarks = outcomes.flatMap((outcome) => remarksOn(outcome, colour, columns));
  return [...lines, ...(remarks.length === 0 ? [] : ['', ...remarks]), ''].join('\n');
}

interface Figure {
  readonly label: string;
  readonly text: string;
}

function single(outcome: Outcome, colour: boolean): string[] {
  const { run, folder } = outcome;
  const rows = figures(outcome, colour).map(({ label, text }) => [label, text]);
  rows.push(['report', shortPath(`${folder}/report.html`)]);
  if (outcome.interactive !== undefined) rows.push(['interactive', shortPath(outcome.interactive)]);
  return [visible(run.title), ...aligned(rows).map((line) => `  ${line}`)];
}

function several(outcomes: readonly Outcome[], colour: boolean, columns: number): string[] {
  const all = outcomes.map((outcome) => new Map(figures(outcome, colour).map(({ label, text }) => [label, text])));
  const labels = [...new Set(all.flatMap((row) => [...row.keys()]))];
  const [alike, differing] = split(labels, all);
  const head = ['scenario', ...differing];
  const body = outcomes.map(({ run }, index) => [
    visible(run.name),
    ...differing.map((label) => all[index]!.get(label) ?? ''),
  ]);
  const right = head.map((_, column) => column).filter((column) => column > 1);
  const reports = outcomes.map(({ run, folder, interactive }) => [
    visible(run.name),
    shortPath(interactive ?? `${folder}/report.html`),
  ]);
  const table = fitted({ head, rows: body, right }, columns);
  const below = alike.map((label) => `${label} ${all[0]!.get(label)}`).join(', ');
  return [
    ...table,
    ...(below === '' ? [] : ['', ...wrapped(`the same in all: ${below}`, '', INDENT, columns)]),
    '',
    ...paired(reports, columns),
  ];
}

/** Figures that all runs have alike say nothing about any one of them: a line is enough. */
function split(
  labels: readonly string[],
  all: readonly ReadonlyMap<string, string>[],
): readonly [alike: readonly string[], differing: readonly string[]] {
  const isAlike = (label: string) =>
    label !== 'status' && label !== 'time' && all.every((one) => one.get(label) === all[0]!.get(label));
  return [labels.filter(isAlike), labels.filter((label) => !isAlike(label))];
}

function figures({ run, expectations }: Outcome, colour: boolean): Figure[] {
  const levels = run.audit.levels;
  const passed = levels.filter((level) => level.passed).length;
  const met = expectations.filter((expectation) => expectation.passed).length;
  const seconds = run.timing.reduce((sum, stage) => sum + stage.ms, 0) / 1000;
  return [
    { label: 'status', text: paintStatus(run, colour) },
    ...points(run, ['net_score', 'bound', 'gap']),
    ...lines(run),
    ...tally('audit', passed, levels.length, colour),
    ...tally('expected', met, expectations.length, colour),
    { label: 'time', text: `${seconds.toFixed(1)} s` },
  ];
}

function tally(label: string, passed: number, all: number, colour: boolean): Figure[] {
  if (all === 0) return [];
  return [{ label, text: paint(`${passed} of ${all} passed`, passed === all ? 'green' : 'red', colour) }];
}

function points(run: Run, names: readonly string[]): Figure[] {
  return names.flatMap((name) => {
    const value = run.objective[name];
    return value === undefined ? [] : [{ label: name.replace('_', ' '), text: count(value) }];
  });
}

function lines(run: Run): Figure[] {
  const known = domains.find(({ kind }) => kind === run.kind)?.terminal ?? [];
  const found = known.flatMap(({ metric, label, of, as }) => {
    const value = run.metrics[metric];
    if (value === undefined || value === null) return [];
    const all = of === undefined ? null : (run.metrics[of] ?? null);
    return [
      { label, text: all === null ? figureText(value, as) : `${figureText(value, as)} of ${figureText(all, as)}` },
    ];
  });
  return found.length > 0 ? found : firstMetrics(run);
}

function firstMetrics(run: Run): Figure[] {
  return Object.entries(run.metrics)
    .slice(0, 6)
    .flatMap(([name, value]) => (value === null ? [] : [{ label: name, text: count(value) }]));
}

/** What a person must know beside the figures: what failed, a conflict, notes. */
function remarksOn(outcome: Outcome, colour: boolean, columns: number): string[] {
  const { run } = outcome;
  const notes = [...conflictLines(run), ...run.notes.map((note) => `note: ${visible(note)}`)];
  const lines = (text: string) => wrapped(text, '', INDENT, columns);
  return [
    ...failures(outcome).flatMap((text) => lines(text).map((line) => paint(line, 'red', colour))),
    ...alarms(outcome).flatMap((text) => lines(text).map((line) => paint(line, 'yellow', colour))),
    ...notes.flatMap((text) => (text.startsWith(INDENT) ? [text] : lines(`${visible(run.name)}: ${text}`))),
  ];
}

/** A line for each level of the audit and each expectation that failed. */
export function failures({ run, expectations }: Outcome): readonly string[] {
  const levels = run.audit.levels.filter((level) => !level.passed);
  // Without a schedule there are no metrics: that it is missing is said once, not for every one of them.
  const told = expectations.filter(({ passed, name }) => !passed && (run.audit.levels.length > 0 || name === 'status'));
  return [
    ...levels.map((level) => `audit failed: ${level.name}: ${level.text}`),
    ...told.map((expectation) => `expectation failed: ${expectation.text}`),
  ].map((line) => visible(`${run.name}: ${line}`));
}

/** A raised alarm; one that was asked for also where it is not raised. */
export function alarms({ run, alarm, watched }: Outcome): readonly string[] {
  return alarm?.raised || (alarm && watched) ? [visible(`${run.name}: ${alarmText(alarm)}`)] : [];
}

const INDENT = '  ';

/** What cannot hold together where there is no schedule, and the cheapest way out. */
export function conflictLines({ conflict }: Pick<Run, 'conflict'>): readonly string[] {
  if (conflict === undefined) return [];
  const members = conflict.members.map(({ rule, label }) => `${INDENT}${rule}: ${visible(label)}`);
  const ways = conflict.relaxation.map(({ rule, label, by }) => `${INDENT}${rule}: ${visible(label)}, by ${count(by)}`);
  const out = ways.length === 0 ? [] : ['the cheapest way out is to loosen:', ...ways];
  return ['these cannot hold together:', ...members, ...out];
}

const STATUS_COLOUR = { optimal: 'green', feasible: 'yellow', infeasible: 'red', unknown: 'red' } as const;

function paintStatus(run: Run, colour: boolean): string {
  const open = notProven(leftOutOf(run.tables));
  if (open !== undefined) return paint(`${run.status}, ${open}`, 'yellow', colour);
  return paint(run.status, STATUS_COLOUR[run.status], colour);
}

function paint(text: string, shade: 'green' | 'yellow' | 'red', colour: boolean): string {
  return createColors(colour)[shade](text);
}
