import { differencesText } from '../explain/losses.ts';
import { recordsOf, textOf } from '../report/records.ts';
import type { GivenFault, GivenSchedule, GivenStep } from '../runs/given.ts';
import type { Run } from '../runs/run.ts';
import { count, plural } from '../text/format.ts';
import { visible } from '../text/visible.ts';
import { linesText } from './tables.ts';
import { type GivenVerdict, gainText, moveLines, rowCounts, rulesBroken, verdictOf } from './words.ts';

/** As many of a sort are listed; the report has all. */
const LISTED = 10;

/** What a terminal says of a schedule that was given. */
export interface GivenText {
  readonly headline: string;
  /** How good that is. */
  readonly tone: GivenVerdict['tone'];
  /** Each figure with its label, for an aligned list. */
  readonly figures: readonly (readonly [label: string, text: string])[];
  /**
   * What is wrong with it and what to change first, line by line; what belongs to a line above it stands further in.
   */
  readonly lines: readonly string[];
}

/**
 * The audit of a schedule that was given, in words; undefined for a run, whose schedule was found.
 *
 * @example
 * const rows = (await week.run()).rows('assignments');
 * const text = givenText(await auditSchedule(readScenario(week.file), rows));
 * text?.headline // 'A given schedule: it keeps every rule, and none nets more'
 */
export function givenText(run: Run): GivenText | undefined {
  const { given } = run;
  if (given === undefined) return undefined;
  const { headline, tone } = verdictOf(run, given);
  return { headline, tone, figures: figuresOf(run, given), lines: linesOf(run, given) };
}

function figuresOf(run: Run, given: GivenSchedule): readonly (readonly [label: string, text: string])[] {
  const { file, rows, findings, faults, best } = given;
  const net = run.objective.net_score ?? 0;
  const broken = faults.length > 0;
  const figures: [string, string][] = [
    [
      'schedule',
      `${visible(file)}: ${plural(rows.length, 'row')}${findings.length === 0 ? '' : `, ${plural(findings.length, 'finding')}`}`,
    ],
    [
      'rules',
      broken
        ? `${plural(rulesBroken(given), 'rule')} broken, ${plural(faults.length, 'violation')}`
        : 'every hard rule holds',
    ],
    ['net score', `${count(net)}${broken ? ' as it stands: it breaks rules' : ''}`],
  ];
  if (best === null) return figures;
  const theirs = best.objective.net_score;
  if (theirs === undefined) return [...figures, ['best', `none: the run is ${best.status}`]];
  const { kept, moved, dropped, new: added } = rowCounts(best);
  const distance = distanceText(theirs - net, given);
  const proof = best.status === 'optimal' ? 'proven' : `not proven, bound ${count(best.objective.bound ?? 0)}`;
  return [
    ...figures,
    ['best', `${count(theirs)}, ${proof}: ${distance}`],
    [
      'rows',
      `${count(kept)} as in the best, ${count(moved)} elsewhere, ${count(dropped)} not in it; ${count(added)} new`,
    ],
  ];
}

function distanceText(points: number, { faults, best }: GivenSchedule): string {
  const [first] = best?.more ?? [];
  if (first !== undefined && first.of !== 'net_score') return differencesText(best?.more ?? [], 'more', 'less');
  if (points === 0) return 'the same';
  const apart = faults.length > 0 ? ', not comparable' : '';
  return `${count(Math.abs(points))} ${points > 0 ? 'more' : 'less'}${apart}`;
}

function linesOf(run: Run, { counts, findings, faults, strangers, best }: GivenSchedule): readonly string[] {
  const parts = [
    part('rules that it breaks', faults, (one) => `${faultHead(one, counts)}: ${one.text}`),
    part('left out though it fits', recordsOf(run.tables.rejections), (row) => textOf(row, 'text')),
    part('how the file reads', findings, ({ line, text }) => `${counts} ${line}: ${text}`),
    best?.steps.length
      ? []
      : part(
          'rows that no run could choose',
          strangers,
          ({ line, row, reasons }) => `${row} (${counts} ${line}): ${reasons.join('; ')}`,
        ),
    ...(best?.steps ?? []).map((step) => stepPart(step, counts)),
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines) => ['', ...lines]);
}

const faultHead = ({ rule, lines }: GivenFault, counts: string): string =>
  lines.length === 0 ? rule : `${rule} (${lines.length === 1 ? counts : `${counts}s`} ${linesText(lines)})`;

function stepPart(step: GivenStep, counts: string): readonly string[] {
  const { most, net, kept } = step;
  if (net === null) return [`with ${plural(most, 'new row')}: no schedule`];
  const head =
    most === 0
      ? `its own rows alone: ${plural(kept, 'row')} can stay, ${plural(net, 'point')}`
      : `with ${plural(most, 'new row')}: ${plural(net, 'point')}, ${gainText(step)}`;
  return part(head, moveLines(step, counts), (line) => line);
}

function part<T>(head: string, items: readonly T[], say: (item: T) => string): readonly string[] {
  const isStep = head.includes(':');
  if (items.length === 0) return isStep ? [head] : [];
  const left = items.length - LISTED;
  return [
    head,
    ...items.slice(0, LISTED).map((item) => `  ${visible(say(item))}`),
    ...(left > 0 ? [`  … and ${count(left)} more`] : []),
  ];
}
