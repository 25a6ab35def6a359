import type { Domain, Instance } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { type ReadScenarioOptions, scenarioIn } from '../domains/read.ts';
import { evaluate } from '../kernel/evaluate.ts';
import type { Model } from '../kernel/model.ts';
import { type Answer, answer, readTables } from '../pipeline/run.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import { type ReadScenario, readFile, type ScenarioFile } from '../scenario/read.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { nestedAt } from '../scenario/value-layer.ts';
import { refuseSet } from '../sweep/problems.ts';
import type { Data } from '../tables/table.ts';
import { oneWeek } from '../weeks/look-ahead.ts';
import { settingsInWeek, weekQuestion } from '../weeks/one.ts';
import { envelope, type Line, type Solved, type Stretch } from './envelope.ts';
import { notLinear } from './linear.ts';
import { checkPath, readingPath } from './path.ts';
import type { BreakpointStep, Breakpoints } from './result.ts';

/**
 * Which setting to move, and how far.
 *
 * @example
 * const options = { path: 'weights.shift', from: 1, to: 20, set: ['rules.separation=1800'] };
 * (await breakpoints('scenarios/rotation/prime-evening.yaml', options)).steps.length // 1
 */
export interface BreakpointOptions extends ReadScenarioOptions {
  /** Dotted, as in `--set`: a penalty or a weight. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** The values looked at are `from`, `from + step` …; 1 where nothing is said. */
  readonly step?: number | undefined;
  /** Of a scenario of many weeks: in which one the setting moves, from 1. Those before it are planned as it stands. */
  readonly week?: number | undefined;
  /** The command that finds them again, as the report shows it. */
  readonly again?: string | undefined;
  /** Told of each value before it is solved. */
  readonly watch?: ((value: number, solved: number) => void) | undefined;
}

/**
 * The values of one penalty or weight at which the optimum changes, all of them, exact. Every schedule nets a straight
 * line as such a setting moves, so the optimum is the upper envelope of lines, found by solving where lines meet. That
 * the setting moves points alone, and in a straight line, is checked on the models of every value that is solved.
 *
 * @throws Refusal where the setting changes more than points, or an optimum is not proven.
 * @example
 * const options = { path: 'weights.shift', from: 1, to: 20 };
 * const { steps } = await breakpoints('scenarios/rotation/prime-evening.yaml', options);
 * steps.map(({ from, to, slope }) => [from, to, slope]) // [[1, 20, -326]]
 */
export async function breakpoints(file: string, options: BreakpointOptions): Promise<Breakpoints> {
  const { path, from, to, step = 1, watch = () => {} } = options;
  const n = placesOf(from, to, step);
  checkPath(path);
  refuseSet(options.set, [path]);
  // What is wrong without the setting is told first, at its own place.
  const whole = readFile(file);
  const stands = readAt(whole, options);
  const { name, settings } = stands;
  const settingAt = (place: number) => Number((from + place * step).toPrecision(12));
  const at = (place: number) => readAt(whole, options, settingAt(place));
  const base = at(0);
  const domain = domainOf(base.kind, options.kinds);
  const { data, own } = await questionOf({ stands, base, domain, week: options.week });
  let solves = 0;
  let near: Instance | undefined;
  const solveAt = async (place: number) => {
    watch(settingAt(place), solves++);
    const found = await solvedAt({
      scenario: own(place === 0 ? base : at(place)),
      domain,
      data,
      near,
      path,
      value: settingAt(place),
    });
    near = found.instance;
    return found;
  };
  const ends = [await solveAt(0), n === 0 ? undefined : await solveAt(n)] as const;
  const [first, last] = [ends[0], ends[1] ?? ends[0]];
  const found = await envelope(n, async (place): Promise<Solved<Answer>> => {
    const own = place === 0 ? first : place === n ? last : await solveAt(place);
    const wrong = notLinear(first.instance.model, own.instance.model, last.instance.model, {
      part: place,
      whole: Math.max(1, n),
    });
    if (wrong) throw new Refusal([notAPrice(path, wrong, from)]);
    return { line: lineOf(own, first.instance.model, last.instance.model), answer: own };
  });
  return {
    kind: base.kind,
    name,
    title: base.settings.title,
    path,
    from,
    to,
    now: numberAt(settings, path),
    step,
    ...(options.week !== undefined && { week: options.week }),
    steps: found.stretches.map((stretch) => stepOf(stretch, settingAt, n, step)),
    solved: found.solved.map(settingAt),
    again: options.again ?? `evenhand breakpoints ${file} --path ${path} --from ${from} --to ${to}`,
    texts: domain.metrics ?? {},
  };
}

/** The tables, and what a scenario at one value of the setting asks of them. */
interface Asking {
  readonly data: Data;
  readonly own: (scenario: Scenario) => Scenario;
}

/**
 * Of one week of many: the weeks before it are planned once, as the scenario stands, and the setting moves in this week
 * alone. Moved in all of them, other loans would be out, and no line could tell what the setting does.
 */
async function questionOf(asked: {
  readonly stands: Scenario;
  readonly base: ReadScenario;
  readonly domain: Domain;
  readonly week: number | undefined;
}): Promise<Asking> {
  const { stands, base, domain, week } = asked;
  if (week === undefined) {
    oneWeek(base.settings, '--path asks', { place: base.place(['weeks']) });
    return { data: await readTables(base, domain), own: (scenario) => scenario };
  }
  const question = await weekQuestion(stands, domain, { week });
  return { data: question.data, own: (scenario) => settingsInWeek(scenario, domain, week, question) };
}

/** More places would be a sweep by another name, and their products no longer exact in a price. */
const MOST_PLACES = 1_000_000;

function placesOf(from: number, to: number, step: number): number {
  const n = Math.round((to - from) / step);
  const whole = Math.abs((to - from) / step - n) < 1e-9;
  if (step > 0 && whole && n >= 0 && n <= MOST_PLACES) return n;
  const message = `from ${from} to ${to} in steps of ${step} is no range`;
  throw new Refusal([
    { message, maybe: `Maybe a step that leads from the first value to the last, at most ${MOST_PLACES} times.` },
  ]);
}

/** The scenario as it is asked for, and at one value of the setting. */
function readAt(file: ScenarioFile, options: BreakpointOptions, value?: number): ReadScenario {
  const { path, variant, set, kinds, with: layers = [] } = options;
  if (value === undefined) return scenarioIn(file, { variant, set, kinds, with: layers });
  const moved = { variant, set, kinds, with: [...layers, nestedAt(path, value)] };
  return readingPath(path, value, () => scenarioIn(file, moved));
}

/** One value of the setting, to be solved. */
interface Point {
  readonly scenario: Scenario;
  readonly domain: Domain;
  readonly data: Data;
  /** A question that is open already. */
  readonly near: Instance | undefined;
  readonly path: string;
  readonly value: number;
}

async function solvedAt({ scenario, domain, data, near, path, value }: Point) {
  const found = await answer(scenario, domain, { data, near });
  if (found.run.status !== 'optimal' || !found.run.audit.passed)
    throw new Refusal([notProven(path, value, found.run.status === 'optimal' ? 'failed its audit' : found.run.status)]);
  return found;
}

/** Whole millionths of a point: no price has more decimals. */
const MICRO = 1_000_000;

function lineOf({ solution }: Answer, first: Model, last: Model): Line {
  const net = (model: Model) =>
    BigInt(Math.round((evaluate(model, solution.chosen, solution.auxiliary) * MICRO) / model.unit));
  return { first: net(first), last: net(last) };
}

/** The value of a setting, where it is a number. */
function numberAt(settings: object, path: string): number | null {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), settings);
  return typeof value === 'number' ? value : null;
}

function stepOf(
  stretch: Stretch<Answer>,
  settingAt: (place: number) => number,
  n: number,
  step: number,
): BreakpointStep {
  const { line, answer: own } = stretch;
  const [first, last] = [Number(line.first), Number(line.last)];
  const net = (place: number) => rounded((first + ((last - first) * place) / Math.max(1, n)) / MICRO);
  return {
    from: settingAt(stretch.from),
    to: settingAt(stretch.to),
    at: settingAt(stretch.at),
    id: own.run.id,
    net: [net(stretch.from), net(stretch.to)],
    slope: rounded(n === 0 ? 0 : (last - first) / MICRO / (n * step)),
    objective: own.run.objective,
    metrics: own.run.metrics,
  };
}

const rounded = (points: number): number => Math.round(points * MICRO) / MICRO + 0;

/** A weight of 0 may take its rule out of the model: other values then ask another question. */
function notAPrice(path: string, why: string, from: number): Problem {
  const above = from === 0 && path.startsWith('weights.') ? 'begin above 0, or ' : '';
  return {
    message: `"${path}" has no breakpoints that lines could tell: ${why}`,
    maybe: `Maybe ${above}sweep it instead: evenhand sweep tries every value that it is given.`,
  };
}

const notProven = (path: string, value: number, status: string): Problem => ({
  message: `at ${path} = ${value} the run is ${status}: without a proven optimum there is no breakpoint`,
  maybe: 'Maybe give the solver more effort, or another range.',
});
