import type { Verdict } from '../../report/run/verdict.ts';
import { capital, count, lowered, plural } from '../../text/format.ts';
import type { ComparedRun, Comparison, Difference, Frontier, Measure } from '../comparison.ts';
import { YARDSTICK } from '../yardstick.ts';
import { alike, changeText, fullText, headlines, listed, valueText } from './format.ts';

/**
 * What a comparison found, in one paragraph for people who decide.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * const comparison = compareRuns([run, wide]);
 * comparisonFinding(comparison).includes('The schedules rank by value of guaranteed spots') // true
 */
export function findingOf(comparison: Comparison): string {
  const sentences = [
    ...sameSchedules(comparison),
    ...yardstickWords(comparison),
    ...ranking(comparison),
    ...(isRanked(comparison) ? scores(comparison) : []),
    ...sameEverywhere(comparison),
    ...otherData(comparison),
  ];
  return sentences.join(' ');
}

/** Whether there are two schedules at least that can be ranked, or none at all, which is said too. */
function isRanked({ runs, yardstick }: Comparison): boolean {
  const able = runs.filter(hasSchedule);
  return able.length < 2 || able.filter(({ name }) => !yardstick.unpriced.some((one) => one.name === name)).length > 1;
}

const scores = (comparison: Comparison): readonly string[] =>
  comparison.frontiers[0] ? tradeOff(comparison, comparison.frontiers[0]) : scoreOnly(comparison);

/** Who has the same schedule: nothing that people get differs between them. */
function sameSchedules({ runs }: Comparison): readonly string[] {
  const able = runs.filter(hasSchedule);
  const groups = [...new Set(able.map(({ hashes }) => hashes.schedule))]
    .map((schedule) => able.filter(({ hashes }) => hashes.schedule === schedule))
    .filter((own) => own.length > 1);
  if (groups.length === 1 && groups[0]!.length === runs.length)
    return [`The same schedule in all ${count(runs.length)}: nothing that people get differs.`];
  return groups.map((own) => `${listed(own.map(({ label }) => label))} have the same schedule.`);
}

/** Under whose policy schedules are priced, and which of them have no price there. */
export function yardstickWords({ yardstick, runs, baseline, measures }: Comparison): readonly string[] {
  const label = (name: string) => runs.find((run) => run.name === name)!.label;
  const able = yardstick.unpriced.filter(({ name }) => hasSchedule(runs.find((run) => run.name === name)!));
  const without = able.map(
    ({ name, why }) => `${label(name)} cannot be ranked under the policy of ${label(baseline)}: ${why}.`,
  );
  if (yardstick.one) return without;
  if (!measures.some(({ name }) => name === YARDSTICK))
    return [...without, 'Points of different policies are different currencies, and are not compared.'];
  return [
    `All are priced under the policy of ${label(baseline)}, since points of different policies are different currencies.`,
    ...without,
  ];
}

/** Whether the schedules that are compared can be relied upon. */
export function standing(comparison: Comparison): Verdict {
  const { runs } = comparison;
  const detail = findingOf(comparison);
  const failed = runs.filter((run) => !run.passed).map(({ label }) => label);
  const none = runs.filter((run) => !hasSchedule(run)).map(({ label }) => label);
  const unproven = runs.filter((run) => run.status === 'feasible').map(({ label }) => label);
  const lacking = runs.find(({ lack }) => lack !== undefined);
  if (failed.length > 0) return { tone: 'poor', headline: `${listed(failed)}: the audit failed`, detail };
  if (none.length > 0) return { tone: 'fair', headline: `${listed(none)}: no schedule`, detail };
  if (lacking) return { tone: 'fair', headline: `${lacking.label}: ${lacking.lack}`, detail };
  if (unproven.length > 0)
    return { tone: 'fair', headline: `${listed(unproven)}: the best found, not proven to be the best`, detail };
  return {
    tone: 'good',
    headline: `${count(runs.length)} schedules, each proven to be the best of its policy`,
    detail,
  };
}

/** What was compared, in a few words for a title. */
export function titleOf({ runs }: Pick<Comparison, 'runs'>): string {
  const stems = [...new Set(runs.map(({ name }) => name.split('@')[0]))];
  if (runs.length === 2) return `${runs[1]!.name} against ${runs[0]!.name}`;
  const side = `${count(runs.length)} scenarios side by side`;
  return stems.length === 1 ? `${stems[0]}: ${side}` : side;
}

/** What differs between a run and the baseline, in one paragraph. */
export function differenceWords(comparison: Comparison, difference: Difference): string {
  const { inputs, schedule } = difference;
  const settings = inputs.settings.length;
  const asked = `${settings === 0 ? 'No setting differs' : `${plural(settings, 'setting')} ${settings === 1 ? 'differs' : 'differ'}`}; the data is ${inputs.data.same ? 'the same' : 'not the same'}.`;
  const rows = schedule
    ? ` Of the schedule, ${count(schedule.kept)} rows stay, ${count(schedule.moved)} move, ${count(schedule.new)} are new and ${count(schedule.dropped)} are dropped.`
    : ' One of the two has no schedule.';
  const changes = headlines(comparison)
    .slice(0, 3)
    .flatMap((measure) => {
      const own = difference.measures.find(({ name }) => name === measure.name);
      if (own?.difference === null || own === undefined || own.direction === 'same') return [];
      return [`${lowered(measure.label)} ${changeText(own.difference, measure)}`];
    });
  return asked + rows + (changes.length === 0 ? '' : ` ${capital(listed(changes))}.`);
}

/** Which is the best by what comes before the score, and what decides it. */
function ranking(comparison: Comparison): readonly string[] {
  const first = comparison.measures.filter((one) => one.first);
  const last = scoreOf(comparison);
  const order = last ? [...first, last] : first;
  const able = comparison.runs.filter((run) => order.every(({ name }) => (run.values[name] ?? null) !== null));
  if (first.length === 0 || able.length < 2) return [];
  const ranked = able.toSorted((a, b) => (rankedBy(order, a, b) ? aheadBy(order, a, b) : 0));
  const [leader, next] = [ranked[0]!, ranked[1]!];
  const decides = rankedBy(order, leader, next);
  const names = listed(first.map(({ label }) => lowered(label)));
  const rule = `The schedules rank by ${names}, in this order, and by net score last.`;
  if (!decides) return [`${rule} ${leader.label} and ${next.label} stand first, equal in all of them.`];
  const others = order.slice(0, order.indexOf(decides)).map(({ label }) => lowered(label));
  const equal = others.length === 0 ? '' : ` (equal in ${listed(others)})`;
  const [own, other] = [leader, next].map((run) => fullText(run.values[decides.name]!, decides));
  return [
    `${rule} ${leader.label} stands first, ${next.label} second${equal}: ${lowered(decides.label)} ${own} against ${other}.`,
  ];
}

/** The first measure in which two runs differ. */
const rankedBy = (order: readonly Measure[], a: ComparedRun, b: ComparedRun): Measure | undefined =>
  order.find(({ name }) => a.values[name] !== b.values[name]);

function aheadBy(order: readonly Measure[], a: ComparedRun, b: ComparedRun): number {
  const { name, better } = rankedBy(order, a, b)!;
  return (b.values[name]! - a.values[name]!) * (better === 'less' ? -1 : 1);
}

function tradeOff(comparison: Comparison, frontier: Frontier): readonly string[] {
  const [score, metric] = [frontier.score, frontier.metric].map((name) => measureOf(comparison, name));
  if (!score || !metric) return [];
  const richest = best(comparison, score, metric);
  const fairest = best(comparison, metric, score);
  if (!richest || !fairest) return comparison.runs.some(hasSchedule) ? [] : ['None of them has a schedule.'];
  const of = greatest(comparison, richest, score);
  if (richest === fairest) {
    const alone = comparison.runs.every(
      (run) => run === richest || run.values[metric.name] !== richest.values[metric.name],
    );
    const who = equalsOf(comparison, richest, score).length > 1 ? `${richest.label} ` : '';
    const said = alone
      ? `${who}is the best in ${lowered(metric.label)} too`
      : `none is better in ${lowered(metric.label)}`;
    return [`${of}, and ${said}: ${fullText(richest.values[metric.name]!, metric)}.`];
  }
  return [
    `${of}, and ${fairest.label} is the best in ${lowered(metric.label)}: ${fullText(fairest.values[metric.name]!, metric)}.`,
    price(richest, fairest, score, metric),
    // Where more than the score decides, the ranking has said it.
    ...(comparison.measures.some(({ first }) => first) ? [] : [beaten(comparison, frontier, score, metric)]),
  ];
}

/** All that have as much of a measure as a run has. */
const equalsOf = ({ runs, yardstick }: Comparison, { values }: ComparedRun, { name }: Measure): readonly string[] =>
  runs
    .filter((run) => !yardstick.unpriced.some((one) => one.name === run.name))
    .filter((run) => run.values[name] === values[name])
    .map(({ label }) => label);

/** Who has the greatest score, and all who equal it. */
function greatest(comparison: Comparison, richest: ComparedRun, score: Measure): string {
  const equals = equalsOf(comparison, richest, score);
  const who = equals.length > 3 ? count(equals.length) : listed(equals);
  const have = equals.length === 1 ? 'has' : 'have';
  const value = fullText(richest.values[score.name]!, score);
  return `Of ${plural(comparison.runs.length - comparison.yardstick.unpriced.length, 'scenario')}, ${who} ${have} the greatest ${lowered(score.label)}, ${value}`;
}

/** What the way from the greatest score to the best metric costs. */
function price(from: ComparedRun, to: ComparedRun, score: Measure, metric: Measure): string {
  const lost = from.values[score.name]! - to.values[score.name]!;
  const gained = Math.abs(to.values[metric.name]! - from.values[metric.name]!);
  const way = to.values[metric.name]! > from.values[metric.name]! ? 'rises' : 'falls';
  const about = lost % gained === 0 ? '' : 'about ';
  // Of money a unit is too little to put points to.
  const each =
    Number.isInteger(gained) && gained > 1 && metric.unit !== 'dollars'
      ? `, ${about}${count(Math.round(lost / gained))} points for each`
      : '';
  return `From ${from.label} to ${to.label}, ${lowered(score.label)} falls by ${fullText(lost, score)} and ${lowered(metric.label)} ${way} from ${valueText(from.values[metric.name]!, metric)} to ${valueText(to.values[metric.name]!, metric)}${each}.`;
}

function beaten({ runs }: Comparison, { points }: Frontier, score: Measure, metric: Measure): string {
  const worse = points.filter((point) => !point.efficient && point.score !== null && point.metric !== null);
  const both = `both ${lowered(score.label)} and ${lowered(metric.label)}`;
  if (worse.length === 0) return `None is worse than another in ${both}: which is best is for policy to say.`;
  const names = worse.map(({ name }) => runs.find((run) => run.name === name)!.label);
  return `No choice, since another is at least as good in ${both}: ${listed(names)}.`;
}

function scoreOnly(comparison: Comparison): readonly string[] {
  const score = scoreOf(comparison);
  if (!comparison.runs.some(hasSchedule)) return ['None of them has a schedule.'];
  const richest = score && best(comparison, score);
  if (!score || !richest) return [];
  return [`${greatest(comparison, richest, score)}.`];
}

function sameEverywhere(comparison: Comparison): readonly string[] {
  const facts = alike(comparison).map((one) => {
    const value = comparison.runs[0]!.values[one.name] ?? null;
    return value === null ? undefined : `${lowered(one.label)} ${valueText(value, one)}`;
  });
  const told = facts.filter((fact) => fact !== undefined);
  return told.length === 0 ? [] : [`The same in all: ${told.join(', ')}.`];
}

function otherData({ differences, runs, baseline }: Comparison): readonly string[] {
  const names = differences.filter(({ inputs }) => !inputs.data.same).map(({ name }) => name);
  if (names.length === 0) return [];
  const label = (name: string) => runs.find((run) => run.name === name)!.label;
  return [`Beware: ${listed(names.map(label))} did not read the same data as ${label(baseline)}.`];
}

/** The run that is best in a measure; of equals, the best in another; of equals in that too, the first. */
function best({ runs, yardstick }: Comparison, ...order: readonly Measure[]): ComparedRun | undefined {
  const without = new Set(yardstick.unpriced.map(({ name }) => name));
  const able = runs
    .filter(({ name }) => !without.has(name))
    .filter((run) => order.every(({ name }) => (run.values[name] ?? null) !== null));
  return able.toSorted((a, b) => (rankedBy(order, a, b) ? aheadBy(order, a, b) : 0))[0];
}

/** The score that can be compared: by the yardstick, or the net score where the points of all are one currency. */
const scoreOf = (comparison: Comparison): Measure | undefined =>
  measureOf(comparison, YARDSTICK) ??
  comparison.measures.find(({ name, better }) => name === 'net_score' && better === 'more');

const measureOf = ({ measures }: Comparison, name: string): Measure | undefined =>
  measures.find((one) => one.name === name);

const hasSchedule = ({ status }: ComparedRun): boolean => status === 'optimal' || status === 'feasible';
