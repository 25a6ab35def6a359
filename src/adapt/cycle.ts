import type { DispatchEvent } from '../dispatch/event.ts';
import type { Parameters } from '../dispatch/parameters.ts';
import { adjust, type Step, stepKey } from './adjust.ts';
import { analyse, type Finding, THRESHOLDS, type Thresholds } from './analyse.ts';
import { type Comparison, compareGoal, type Goal, type GoalValue, goalOf, pooledGoal } from './goal.ts';
import { type Measures, measure } from './measure.ts';
import { type CycleState, currentOf, type Trial, type Version } from './state.ts';

/** What a cycle did, step by step. */
export type LogEntry =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'measured'; readonly version: number; readonly measures: Measures }
  | ({ readonly kind: 'validated'; readonly before: GoalValue; readonly now: GoalValue } & Comparison)
  | { readonly kind: 'rolled back'; readonly from: number; readonly version: Version; readonly steps: readonly Step[] }
  | { readonly kind: 'found'; readonly findings: readonly Finding[] }
  | { readonly kind: 'adjusted'; readonly version: Version; readonly steps: readonly Step[] }
  | { readonly kind: 'unchanged'; readonly why: 'fine' | 'trial' | 'no step' };

/** How a cycle judges. */
export interface CycleOptions {
  /** What a change is judged by; adherence where nothing is said. */
  readonly goal?: Goal;
  /** By which share the goal may fall before a change is rolled back; a tenth where nothing is said. */
  readonly tolerance?: number;
  readonly thresholds?: Thresholds;
}

/** What a cycle finds: the state to keep, and what it did. */
export interface CycleResult {
  readonly state: CycleState;
  readonly log: readonly LogEntry[];
  readonly goal: Goal;
  readonly tolerance: number;
}

/** For so many windows a step that was rolled back is not tried again. */
export const REST_WINDOWS = 3;

/**
 * One round of the adaptive cycle: measures what the log holds since the last window, judges the change that is on trial,
 * and takes it back by itself where the goal fell; otherwise looks for what is wrong, and turns parameters by small steps.
 * A pure function: the same state and events give the same result. While a change is on trial nothing else is turned, so
 * that a fall has one cause.
 *
 * @example
 * const { events } = simulate({ jobs: [{ id: 'a', channel: 'mastodon', plannedAt: 0, priority: 'normal' }], seed: 1 });
 * const first = cycle(newState(), events);
 * first.log.map(({ kind }) => kind) // ['measured', 'found', 'unchanged']
 * cycle(first.state, events).log // [{ kind: 'nothing' }]
 */
export function cycle(state: CycleState, events: readonly DispatchEvent[], options: CycleOptions = {}): CycleResult {
  const { goal = 'adherence', tolerance = 0.1, thresholds = THRESHOLDS } = options;
  const ordered = inOrder(events);
  const from = state.windows.at(-1)?.measures.to ?? (ordered[0]?.at ?? 0) - 1;
  const to = ordered.at(-1)?.at ?? from;
  if (to <= from) return { state, log: [{ kind: 'nothing' }], goal, tolerance };
  const measures = measure(ordered, { from, to });
  const { version } = currentOf(state);
  const seen = { ...state, windows: [...state.windows, { version, measures }] };
  const measured = { kind: 'measured', version, measures } as const;
  const now = goalOf(goal, measures);
  const next =
    state.trial === undefined
      ? turn(seen, { now, thresholds })
      : judge(seen, state.trial, { goal, now, tolerance, thresholds });
  return { state: next.state, log: [measured, ...next.log], goal, tolerance };
}

type Turned = Pick<CycleResult, 'state' | 'log'>;

interface Judging {
  readonly goal: Goal;
  readonly now: GoalValue;
  readonly tolerance: number;
  readonly thresholds: Thresholds;
}

function judge(state: CycleState, trial: Trial, { goal, now, tolerance, thresholds }: Judging): Turned {
  const since = trial.goalSince === undefined ? now : pooledGoal(trial.goalSince, now);
  const comparison = compareGoal(goal, trial.goalBefore, since, tolerance);
  const validated = { kind: 'validated', before: trial.goalBefore, now: since, ...comparison } as const;
  if (comparison.verdict === 'not enough') {
    const still = { ...state, trial: { ...trial, goalSince: since } };
    return { state: still, log: [validated, { kind: 'unchanged', why: 'trial' }] };
  }
  const { trial: _, ...judged } = state;
  if (comparison.verdict === 'rolled back') {
    const back = rollBack(judged, trial);
    return { state: back.state, log: [validated, ...back.log] };
  }
  const next = turn(judged, { now: since, thresholds });
  return { state: next.state, log: [validated, ...next.log] };
}

function rollBack(state: CycleState, { before, steps }: Trial): Turned {
  const { version: from } = currentOf(state);
  const { parameters } = state.versions.find(({ version }) => version === before)!;
  const version = { version: from + 1, parameters, restores: before };
  const until = state.windows.length + REST_WINDOWS;
  const blocked = [...state.blocked, ...steps.map((step) => ({ step: stepKey(step), until }))];
  return {
    state: { ...state, versions: [...state.versions, version], blocked },
    log: [{ kind: 'rolled back', from, version, steps }],
  };
}

/** Looks for what is wrong, and begins a trial where a step helps. */
function turn(state: CycleState, { now, thresholds }: Pick<Judging, 'now' | 'thresholds'>): Turned {
  const findings = analyse(state.windows.at(-1)!.measures, thresholds);
  const found = { kind: 'found', findings } as const;
  const { version: before, parameters } = currentOf(state);
  const blocked = state.blocked.filter(({ until }) => until >= state.windows.length);
  const adjusted = adjust(
    parameters,
    findings,
    blocked.map(({ step }) => step),
  );
  if (adjusted.steps.length === 0) {
    const why = findings.length === 0 ? 'fine' : 'no step';
    return { state: { ...state, blocked }, log: [found, { kind: 'unchanged', why }] };
  }
  const version = nextVersion(before, adjusted.parameters);
  return {
    state: {
      ...state,
      blocked,
      versions: [...state.versions, version],
      trial: { steps: adjusted.steps, before, goalBefore: now },
    },
    log: [found, { kind: 'adjusted', version, steps: adjusted.steps }],
  };
}

const nextVersion = (before: number, parameters: Parameters): Version => ({ version: before + 1, parameters });

/** By time; of one instant, as they were written. */
const inOrder = (events: readonly DispatchEvent[]): readonly DispatchEvent[] => [...events].sort((a, b) => a.at - b.at);
