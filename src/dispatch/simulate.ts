import type { Channel } from './channel.ts';
import { type Action, type Answer, type Dispatcher, openDispatcher } from './dispatcher.ts';
import type { DispatchEvent, Priority } from './event.ts';
import type { Job } from './job.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';
import { chanceOf } from './random.ts';
import { FAULTLESS, type Faults, type Platform, simulatedPlatform } from './simulated.ts';

/** A post that is to be published at a time, in milliseconds since 1970. */
export interface PlannedJob {
  readonly id: string;
  readonly channel: string;
  readonly plannedAt: number;
  readonly priority: Priority;
}

/** What is simulated. */
export interface SimulationOptions {
  readonly jobs: readonly PlannedJob[];
  /** What the dispatcher believes of the channels; channels that it lacks have no limit, keys, and can be asked. */
  readonly channels?: readonly Channel[];
  /** What the platforms really allow, by channel; as believed where nothing is said. */
  readonly real?: readonly Channel[];
  readonly parameters?: Parameters;
  readonly faults?: Faults;
  /** The share of actions during which the dispatcher crashes: before the call, or before its answer is written. */
  readonly crashes?: number;
  readonly seed: number;
}

/** What happened. */
export interface Simulation {
  readonly events: readonly DispatchEvent[];
  readonly jobs: readonly Job[];
  /** Jobs that are on their platform more than once. */
  readonly twice: number;
  /** Jobs that are neither there, nor refused for good by their platform, nor waiting for a person as the log says. */
  readonly lost: number;
  /** Jobs that wait for a person. */
  readonly held: number;
  /** Calls and looks. */
  readonly calls: number;
  /** Answers that the limit is reached. */
  readonly limited: number;
  readonly crashes: number;
}

/** An answer under way. */
interface Pending {
  readonly at: number;
  readonly action: Action;
  readonly answer: Answer;
}

const UNLIMITED = 1_000_000;
const DOWN = 20_000;

/**
 * Lets a dispatcher work through a plan against made-up platforms, until nothing is left to do. Time is simulated, and
 * chance comes from the seed: the same options give the same events.
 *
 * @example
 * const jobs = [1, 2].map((n) => ({ id: `post ${n}`, channel: 'x', plannedAt: 60_000 * n, priority: 'normal' as const }));
 * const { twice, lost, calls } = simulate({ jobs, seed: 42 });
 * [twice, lost, calls] // [0, 0, 2]
 */
export function simulate(options: SimulationOptions): Simulation {
  const { jobs, parameters = PARAMETERS, faults = FAULTLESS, crashes = 0, seed } = options;
  const channels = channelsOf(options);
  const platforms = new Map<string, Platform>(
    channels.map((believed) => {
      const channel = options.real?.find(({ name }) => name === believed.name) ?? believed;
      return [believed.name, simulatedPlatform({ channel, faults, seed })];
    }),
  );
  const log: DispatchEvent[] = [];
  const append = (event: DispatchEvent) => void log.push(event);
  const open = (): Dispatcher => openDispatcher({ channels, parameters, seed, log: [...log], append });
  let dispatcher = open();
  let pending: Pending[] = [];
  let [now, crashed, done] = [Math.min(...jobs.map(({ plannedAt }) => plannedAt)), 0, 0];
  for (const { id, ...job } of jobs) dispatcher.add({ at: now, job: id, event: 'planned', ...job });

  /** The process dies: what it knew and every answer under way are gone. */
  function crash(): void {
    crashed += 1;
    pending = [];
    now += Math.round(DOWN * chanceOf(seed, `down ${crashed}`));
    dispatcher = open();
  }
  /** Sends what is due; false where the process died over it. */
  function send(): boolean {
    for (const action of dispatcher.due(now)) {
      done += 1;
      const chance = chanceOf(seed, `crash ${done}`);
      if (chance < crashes / 2) return false;
      const { answer, after } = platforms.get(action.channel)!.take(action, now);
      if (chance < crashes) return false;
      pending.push({ at: now + after, action, answer });
    }
    return true;
  }
  while (true) {
    if (!send()) {
      crash();
      continue;
    }
    const answered = pending.reduce((least, { at }) => Math.min(least, at), Infinity);
    const next = Math.min(answered, dispatcher.wake(now));
    if (next === Infinity) break;
    now = Math.max(now, next);
    const ready = pending.filter(({ at }) => at <= now);
    pending = pending.filter(({ at }) => at > now);
    for (const { action, answer } of ready) dispatcher.answer(action, answer, now);
  }
  return {
    ...outcome(dispatcher.jobs(), platforms),
    events: log,
    calls: log.filter(isCall).length,
    limited: log.filter(({ event }) => event === 'rate_limited').length,
    crashes: crashed,
  };
}

/** What became of the plan, as the platforms see it. */
function outcome(
  jobs: readonly Job[],
  platforms: ReadonlyMap<string, Platform>,
): Pick<Simulation, 'jobs' | 'twice' | 'lost' | 'held'> {
  const timesOf = ({ id, channel }: Job): number => platforms.get(channel)!.posts(id);
  const isLost = (job: Job, times: number): boolean => {
    if (job.held) return false;
    if (job.state === 'published') return times === 0;
    return !(job.state === 'failed' && times === 0 && platforms.get(job.channel)!.refused().has(job.id));
  };
  const counted = jobs.map((job) => ({ job, times: timesOf(job) }));
  return {
    jobs,
    twice: counted.filter(({ times }) => times > 1).length,
    lost: counted.filter(({ job, times }) => isLost(job, times)).length,
    held: jobs.filter(({ held }) => held).length,
  };
}

const isCall = ({ event }: DispatchEvent): boolean => event === 'started' || event === 'looked';

/** The channels of the plan: those that are described, and the others as ones without a limit. */
function channelsOf({ jobs, channels = [] }: SimulationOptions): readonly Channel[] {
  const described = new Set(channels.map(({ name }) => name));
  const names = [...new Set(jobs.map(({ channel }) => channel))].filter((name) => !described.has(name)).sort();
  const free = { idempotent: true, askable: true, settle: 60, capacity: UNLIMITED, refill: UNLIMITED };
  return [...channels, ...names.map((name) => ({ name, ...free }))];
}
