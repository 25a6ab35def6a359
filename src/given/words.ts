import { differencesText } from '../explain/losses.ts';
import type { GivenBest, GivenDifference, GivenSchedule, GivenStep } from '../runs/given.ts';
import type { Run } from '../runs/run.ts';
import { count, plural, sentence } from '../text/format.ts';

/** What a report and a terminal say first of a given schedule. */
export interface GivenVerdict {
  readonly tone: 'good' | 'fair' | 'poor';
  readonly headline: string;
  readonly detail: string;
}

/** Whether it keeps every rule, and how far it is from the best. It is never called optimal: no solver found it. */
export function verdictOf(run: Run, given: GivenSchedule): GivenVerdict {
  const { faults, best } = given;
  const failed = run.audit.levels.filter(({ passed, level }) => !passed && level > 1);
  const said = [readText(given), standText(run, given)].filter((text) => text !== '').join(' ');
  const rules = rulesBroken(given);
  if (faults.length > 0)
    return { tone: 'poor', headline: `A given schedule: it breaks ${plural(rules, 'rule')}`, detail: said };
  if (failed.length > 0)
    return {
      tone: 'poor',
      headline: 'A given schedule: its audit failed',
      detail: failed.map(({ text }) => sentence(text)).join(' '),
    };
  const { text, isBest } = distanceOf(run, best);
  return { tone: isBest ? 'good' : 'fair', headline: `A given schedule: it keeps every rule${text}`, detail: said };
}

/** How many different rules are broken. */
export const rulesBroken = ({ faults }: Pick<GivenSchedule, 'faults'>): number =>
  new Set(faults.map(({ rule }) => rule)).size;

function distanceOf({ objective }: Run, best: GivenBest | null): { readonly text: string; readonly isBest: boolean } {
  if (best === null || best.objective.net_score === undefined) return { text: '', isBest: false };
  const first = best.more?.[0];
  const best1 = best.status === 'optimal' ? 'the best' : 'the best found';
  if (first !== undefined && first.of !== 'net_score')
    return { text: `; ${best1} has ${differenceText([first])}`, isBest: false };
  const below = best.objective.net_score - (objective.net_score ?? 0);
  if (below > 0) return { text: `; ${plural(below, 'point')} below ${best1}`, isBest: false };
  return best.status === 'optimal'
    ? { text: ', and none nets more', isBest: true }
    : { text: '; none that nets more was found', isBest: false };
}

const differenceText = (differences: readonly GivenDifference[]): string =>
  differencesText(differences, 'more', 'less');

/** "loans-plan.csv: 52 rows, 2 findings." */
function readText({ file, rows, findings }: GivenSchedule): string {
  return `${file}: ${plural(rows.length, 'row')}${findings.length === 0 ? '' : `, ${plural(findings.length, 'finding')}`}.`;
}

function standText({ objective }: Run, { faults, best }: GivenSchedule): string {
  const net = `It nets ${plural(objective.net_score ?? 0, 'point')}`;
  const broken = faults.length > 0;
  if (best === null) return `${net}${broken ? ' as it stands' : ''}. Nobody looked for the best schedule beside it.`;
  if (best.objective.net_score === undefined)
    return `${net}. There is no best schedule to hold it against: the run is ${best.status}.`;
  const proof =
    best.status === 'optimal'
      ? ', and none can net more'
      : `, and none can net more than ${count(best.objective.bound ?? 0)}`;
  const theirs = `the best schedule nets ${count(best.objective.net_score)}${proof}`;
  const apart = broken ? ' It breaks rules, so that its points are not comparable.' : '';
  return `${net}${broken ? ' as it stands' : ''}; ${theirs}.${apart}`;
}

/** How many rows of the file are kept, moved, dropped, and new, in the best schedule. */
export function rowCounts({
  rows,
}: Pick<GivenBest, 'rows'>): Readonly<Record<'kept' | 'moved' | 'dropped' | 'new', number>> {
  const of = (change: string) => rows.filter((one) => one.change === change).length;
  return { kept: of('kept'), moved: of('moved'), dropped: of('dropped'), new: of('new') };
}

/** "1,200 points more"; where something comes before the score, that first. */
export const gainText = ({ more }: Pick<GivenStep, 'more'>): string =>
  more.length === 0 ? 'nothing more' : differenceText(more);

/** What one step changes, one line a row. */
export const moveLines = ({ added, restored, dropped }: GivenStep, counts: string): readonly string[] => [
  ...added.map(({ row, why }) => `+ ${row}${why === '' ? '' : `, ${why}`}`),
  ...restored.map(({ line, row }) => `= ${row} (${counts} ${line}) stays after all`),
  ...dropped.map(({ line, row, why }) => `- ${row} (${counts} ${line})${why === '' ? '' : `: ${why}`}`),
];
