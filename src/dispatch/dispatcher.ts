import { createHash } from 'node:crypto';
import { backoff } from './backoff.ts';
import { type Channel, type Gate, gateAfter, newGate, opensAt } from './channel.ts';
import type { DispatchEvent } from './event.ts';
import { DUPLICATE, type Job, jobAfter } from './job.ts';
import { type Lane, newLane } from './lane.ts';
import type { Parameters } from './parameters.ts';
import { weightOf } from './priority.ts';
import { chanceOf } from './random.ts';

/** What the far side answers to a call or a look. `unknown` is also every 5xx: the post may be there all the same. */
export type Answer =
  | { readonly kind: 'ok' | 'unknown' | 'duplicate' | 'absent' }
  | { readonly kind: 'limited'; readonly retryAfter?: number }
  | { readonly kind: 'refused'; readonly reason: string };

/** Something that is to be done now, and is in the log already. */
export interface Action {
  readonly kind: 'call' | 'look';
  readonly job: string;
  readonly channel: string;
  /** The same for every attempt of a job, so that a platform can tell a repetition. */
  readonly key: string;
  readonly attempt: number;
}

/** What a dispatcher is made of. */
export interface DispatcherOptions {
  readonly channels: readonly Channel[];
  readonly parameters: Parameters;
  readonly seed: number;
  /** The log as far as it is written; nothing else outlives a crash. */
  readonly log: readonly DispatchEvent[];
  /** Writes an event for good before anything is done about it. */
  readonly append: (event: DispatchEvent) => void;
}

/** A dispatcher at work. It has no clock: whoever drives it says what time it is. */
export interface Dispatcher {
  /** What is to be done at a time; each is logged as begun. */
  readonly due: (now: number) => readonly Action[];
  /** Takes the answer to an action. */
  readonly answer: (action: Action, answer: Answer, now: number) => void;
  /** Takes over what others put into the log: a new plan, or a cancellation. */
  readonly add: (event: DispatchEvent) => void;
  /** When there may be something to do, if no answer comes before; infinity where only answers can help. */
  readonly wake: (now: number) => number;
  readonly jobs: () => readonly Job[];
}

const MOST_ATTEMPTS = 8;
const MOST_LOOKS = 8;

/**
 * Opens a dispatcher on its log. A job whose call was begun and never answered is unknown then: it is not sent again
 * before the platform has said that the post is not there, or where the key makes a repetition harmless.
 */
export function openDispatcher({ channels, parameters, seed, log, append }: DispatcherOptions): Dispatcher {
  const known = new Map(channels.map((channel) => [channel.name, channel]));
  const jobs = new Map<string, Job>();
  const lanes = new Map<string, Lane>(channels.map(({ name }) => [name, newLane()]));
  const gates = new Map<string, Gate>(channels.map(({ name }) => [name, newGate()]));
  const ruleOf = (channel: Channel) => ({ channel, parameters, seed });

  function take(event: DispatchEvent): void {
    const channel = known.get(event.channel);
    if (channel === undefined) return;
    gates.set(channel.name, gateAfter(gates.get(channel.name)!, event, ruleOf(channel)));
    const next = jobAfter(jobs.get(event.job), event);
    if (next === undefined) return;
    jobs.set(next.id, next);
    lanes.get(next.channel)!.put(next);
  }
  function write(event: DispatchEvent): void {
    append(event);
    take(event);
  }
  for (const event of log) take(event);
  for (const job of jobs.values()) {
    if (job.state !== 'in flight') continue;
    const lost: Job = { ...job, state: 'unknown', looking: false };
    jobs.set(job.id, lost);
    lanes.get(job.channel)!.put(lost);
  }

  /** From when something can be done about a job. */
  function readyAt(job: Job, channel: Channel): number {
    if (job.state === 'planned') return job.plannedAt;
    if (job.state === 'waiting') return job.at;
    if (job.state !== 'unknown') return Infinity;
    const tries = Math.max(1, job.looks + (channel.idempotent ? job.failures : 0));
    const wait = job.at + backoff(tries, parameters, chanceOf(seed, `${job.id} ${job.attempts} ${job.looks}`));
    return repeats(job, channel) ? wait : Math.max(wait, job.calledAt + channel.settle * 1000);
  }

  const repeats = (job: Job, channel: Channel): boolean =>
    channel.idempotent && !job.duplicate && job.failures < MOST_ATTEMPTS;

  /** Jobs whose fate nobody can find out wait for a person, rather than to be sent twice. */
  function hold(channel: Channel, now: number): void {
    for (const job of lanes.get(channel.name)!.open(now)) {
      if (job.state !== 'unknown' || readyAt(job, channel) > now || repeats(job, channel)) continue;
      if (channel.askable && job.looks < MOST_LOOKS) continue;
      const reason = channel.askable
        ? 'the platform does not say whether the post is there'
        : 'the platform cannot be asked whether the post is there';
      write({ at: now, job: job.id, channel: channel.name, event: 'held', reason });
    }
  }

  function best(channel: Channel, now: number): Job | undefined {
    let found: Job | undefined;
    for (const job of lanes.get(channel.name)!.open(now)) {
      if (readyAt(job, channel) <= now && (found === undefined || comesBefore(job, found, now))) found = job;
    }
    return found;
  }

  function comesBefore(a: Job, b: Job, now: number): boolean {
    const [first, second] = [a, b].map((job) => weightOf(job.priority, now - job.plannedAt, parameters)) as [
      number,
      number,
    ];
    if (first !== second) return first > second;
    return a.plannedAt === b.plannedAt ? a.id < b.id : a.plannedAt < b.plannedAt;
  }

  function begin(job: Job, channel: Channel, now: number): Action {
    const kind = job.state === 'unknown' && !repeats(job, channel) ? 'look' : 'call';
    const attempt = kind === 'call' ? job.attempts + 1 : job.attempts;
    const { id, plannedAt } = job;
    const event = kind === 'call' ? 'started' : 'looked';
    write({ at: now, job: id, channel: channel.name, event, plannedAt, attempt });
    return { kind, job: id, channel: channel.name, key: keyOf(job), attempt };
  }

  function dueOn(channel: Channel, now: number): readonly Action[] {
    hold(channel, now);
    const actions: Action[] = [];
    for (let free = Math.floor(parameters.concurrency) - lanes.get(channel.name)!.running(); free > 0; free--) {
      if (opensAt(gates.get(channel.name)!, now, ruleOf(channel)) > now) break;
      const job = best(channel, now);
      if (job === undefined) break;
      actions.push(begin(job, channel, now));
    }
    return actions;
  }

  function wakeOf(channel: Channel, now: number): number {
    const lane = lanes.get(channel.name)!;
    const ready = lane.open(now).map((job) => readyAt(job, channel));
    const first = ready.reduce((least, each) => Math.min(least, each), lane.next());
    if (first === Infinity || lane.running() >= Math.floor(parameters.concurrency)) return Infinity;
    return Math.max(first, opensAt(gates.get(channel.name)!, now, ruleOf(channel)));
  }

  return {
    due: (now) => channels.flatMap((channel) => dueOn(channel, now)),
    answer: (action, answer, now) => {
      const job = jobs.get(action.job);
      if (job?.state !== 'in flight') return;
      write({ at: now, job: job.id, channel: job.channel, attempt: job.attempts, ...eventOf(job, action, answer) });
    },
    add: write,
    wake: (now) => Math.min(...channels.map((channel) => wakeOf(channel, now))),
    jobs: () => [...jobs.values()],
  };
}

/** What an answer means for the log. */
function eventOf(job: Job, { kind }: Action, answer: Answer): Pick<DispatchEvent, 'event' | 'reason' | 'retryAfter'> {
  switch (answer.kind) {
    case 'ok':
      return { event: 'published' };
    case 'limited':
      return { event: 'rate_limited', ...(answer.retryAfter !== undefined && { retryAfter: answer.retryAfter }) };
    case 'refused':
      // A refused look says nothing of the post.
      return kind === 'look' ? { event: 'timed_out' } : { event: 'failed', reason: answer.reason };
    case 'duplicate':
      return { event: 'timed_out', reason: DUPLICATE };
    case 'absent':
      if (job.duplicate) return { event: 'held', reason: `${DUPLICATE}, and does not show it` };
      if (job.failures < MOST_ATTEMPTS) return { event: 'absent' };
      return { event: 'failed', reason: `not there after ${MOST_ATTEMPTS} attempts` };
    default:
      return { event: 'timed_out' };
  }
}

/** The key of a job: SHA-256 of its id, its channel and its planned time. */
const keyOf = ({ id, channel, plannedAt }: Job): string =>
  createHash('sha256')
    .update(JSON.stringify([id, channel, plannedAt]))
    .digest('hex');
