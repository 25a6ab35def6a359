import type { ResultTable } from '../tables/result.ts';
import { capital, percent, plural, sentence } from '../text/format.ts';
import type { Step } from './adjust.ts';
import type { Finding } from './analyse.ts';
import { type CycleResult, type LogEntry, REST_WINDOWS } from './cycle.ts';
import { FEWEST, type Goal, type GoalValue } from './goal.ts';
import { type Measures, ON_TIME, type Share, shareOf } from './measure.ts';
import { FINDING_FORMATS, FINDING_TEXTS, GOAL_NAMES, PARAMETER_NAMES, spanText } from './names.ts';
import type { Replay } from './replay.ts';
import { replayLead, replayTable } from './replay-words.ts';

/** What a cycle did, in words: what matters first, then each step. */
export interface CycleText {
  readonly headline: string;
  /** Each step: its name, and whole sentences. */
  readonly steps: readonly { readonly title: string; readonly text: string }[];
  /** What a simulation of the plan says, where one was asked for. */
  readonly replay?: { readonly lead: string; readonly table: ResultTable };
}

/**
 * A cycle in words.
 *
 * @example
 * cycleText(cycle(newState(), [])).headline // 'Nothing new to measure'
 */
export function cycleText(result: CycleResult & { readonly replay?: Replay }): CycleText {
  const { log, goal } = result;
  const { replay } = result;
  return {
    headline: headlineOf(log, goal),
    steps: log.map((entry) => entryText(entry, result)),
    ...(replay && { replay: { lead: replayLead(replay), table: replayTable(replay) } }),
  };
}

function headlineOf(log: readonly LogEntry[], goal: Goal): string {
  for (const entry of [...log].reverse()) {
    if (entry.kind === 'nothing') return 'Nothing new to measure';
    if (entry.kind === 'rolled back')
      return `Version ${entry.from} is rolled back: ${GOAL_NAMES[goal].label} fell by more than allowed`;
    if (entry.kind === 'adjusted')
      return `${plural(entry.steps.length, 'parameter')} turned, on trial as version ${entry.version.version}`;
    if (entry.kind === 'unchanged') return UNCHANGED[entry.why].headline;
  }
  return UNCHANGED.fine.headline;
}

const UNCHANGED = {
  fine: {
    headline: 'All is within its limits, and nothing is changed',
    text: 'Nothing is out of its limits, and nothing is changed.',
  },
  trial: { headline: 'The last change stays on trial', text: 'Nothing else is turned while a change is on trial.' },
  'no step': {
    headline: 'Something is out of its limits, and no step is left to take',
    text: 'Every step that could help is at its limit, would press on a platform that refuses calls, or was rolled back lately.',
  },
} as const;

function entryText(entry: LogEntry, { goal, tolerance }: CycleResult): CycleText['steps'][number] {
  switch (entry.kind) {
    case 'nothing':
      return { title: 'Measure', text: 'The log holds nothing that is newer than the last window.' };
    case 'measured':
      return { title: 'Measure', text: `${measuresText(entry.measures)} Version ${entry.version} was at work.` };
    case 'validated':
      return { title: 'Validate', text: validatedText(entry, goal, tolerance) };
    case 'rolled back':
      return {
        title: 'Roll back',
        text: `The parameters of version ${entry.version.restores} are back, as version ${entry.version.version}. ${stepsList(entry.steps)} will not be tried again for ${plural(REST_WINDOWS, 'window')}.`,
      };
    case 'found':
      return {
        title: 'Analyse',
        text:
          entry.findings.length === 0
            ? 'No measure is out of its limits.'
            : entry.findings.map(findingText).map(sentence).join(' '),
      };
    case 'adjusted':
      return {
        title: 'Adjust',
        text: `${entry.steps.map(stepText).map(sentence).join(' ')} This is version ${entry.version.version}, on trial in the next window.`,
      };
    case 'unchanged':
      return { title: 'Adjust', text: UNCHANGED[entry.why].text };
  }
}

function measuresText({ planned, published, hours, limited, latency, adherence }: Measures): string {
  const late =
    latency === null
      ? ''
      : ` Half of the posts began within ${spanText(latency.p50)} of the plan, 19 of 20 within ${spanText(latency.p95)}.`;
  const within = `${ofText(adherence)} began within ${ON_TIME} minutes of the plan`;
  return `${plural(planned, 'post')} planned, ${published} published in ${plural(Number(hours.toFixed(1)), 'hour')}. ${capital(within)}.${late} Platforms refused ${ofText(limited)} calls with 429.`;
}

const ofText = (share: Share): string =>
  share.of === 0 ? 'none' : `${share.hits} of ${share.of} (${percent(shareOf(share)!)})`;

/** How a goal stands: "91.2% started on time (of 340)". */
function goalText(goal: Goal, value: GoalValue): string {
  const { format, label } = GOAL_NAMES[goal];
  if (value.of === 0) return `nobody knows: ${label}`;
  const counted = goal === 'throughput' ? `in ${plural(Number(value.of.toFixed(1)), 'hour')}` : `of ${value.of}`;
  return `${label}: ${format(value.hits / value.of)} (${counted})`;
}

function validatedText(entry: Extract<LogEntry, { kind: 'validated' }>, goal: Goal, tolerance: number): string {
  const { before, now, verdict, fall, deviations } = entry;
  const compared = `Before the change, ${goalText(goal, before)}. Since then, ${goalText(goal, now)}.`;
  if (verdict === 'not enough')
    return `${compared} That is too little to judge: ${FEWEST} are needed in each. The change stays on trial.`;
  if (verdict === 'rolled back')
    return `${compared} That is a fall of ${percent(fall)}, and ${percent(tolerance)} is allowed; chance does not explain it.`;
  if (fall <= 0) return `${compared} The goal did not fall, and the change is kept.`;
  const why =
    fall > tolerance && deviations <= 1.645
      ? 'of which chance may be the cause'
      : `and ${percent(tolerance)} is allowed`;
  return `${compared} That is a fall of ${percent(fall)}, ${why}: the change is kept.`;
}

/** A finding as a phrase. */
function findingText({ name, value, threshold }: Finding): string {
  const format = FINDING_FORMATS[name];
  return FINDING_TEXTS[name](format(value), format(threshold));
}

/** A step as a phrase: what is turned from where to where, and why. */
function stepText({ parameter, from, to, reason }: Step): string {
  const { label, format } = PARAMETER_NAMES[parameter];
  return `${label}: from ${format(from)} to ${format(to)}, since ${reason}`;
}

const stepsList = (steps: readonly Step[]): string =>
  capital(
    steps
      .map(({ parameter, from, to }) => `${to > from ? 'more' : 'less'} of "${PARAMETER_NAMES[parameter].label}"`)
      .join(', '),
  );
