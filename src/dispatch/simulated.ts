import type { Channel } from './channel.ts';
import type { Action, Answer } from './dispatcher.ts';
import { chanceOf } from './random.ts';

/** How a made-up platform misbehaves: each a share of its calls, from 0 to 1. */
export interface Faults {
  /** Calls refused for no limit that anybody knows. */
  readonly limited: number;
  /** Of the refused ones, those that say after how long to come back. */
  readonly says: number;
  /** Calls without an answer whose post is there. */
  readonly unansweredThere: number;
  /** Calls without an answer whose post is not there. */
  readonly unansweredNot: number;
  /** Calls refused for good. */
  readonly refused: number;
  /** Looks without an answer. */
  readonly blind: number;
}

/**
 * A platform without a fault.
 *
 * @example
 * FAULTLESS.limited // 0
 */
export const FAULTLESS: Faults = { limited: 0, says: 1, unansweredThere: 0, unansweredNot: 0, refused: 0, blind: 0 };

/** A far side for one channel. It outlives every crash of a dispatcher. */
export interface Platform {
  /** What it answers to an action at a time, and after how many milliseconds; a call may leave a post there. */
  readonly take: (action: Action, now: number) => { readonly answer: Answer; readonly after: number };
  /** How often a job is there. */
  readonly posts: (job: string) => number;
  /** The jobs that it has refused for good. */
  readonly refused: () => ReadonlySet<string>;
}

/** What a made-up platform is. */
export interface PlatformOptions {
  readonly channel: Channel;
  readonly faults: Faults;
  readonly seed: number;
}

const TIMEOUT = 30_000;

/**
 * A made-up platform with a real limit: a bucket of calls, which the dispatcher may know or not. Without keys it publishes
 * what it has already, or refuses it as a duplicate; with keys a repetition is answered as the first call.
 */
export function simulatedPlatform({ channel, faults, seed }: PlatformOptions): Platform {
  /** When each job's posts appear. */
  const there = new Map<string, number[]>();
  const refused = new Set<string>();
  let [tokens, filledAt, calls] = [channel.capacity, 0, 0];

  function admits(now: number): boolean {
    tokens = Math.min(channel.capacity, tokens + (Math.max(0, now - filledAt) / 1000) * channel.refill);
    filledAt = Math.max(filledAt, now);
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  }
  const isThere = (job: string, now: number): boolean => (there.get(job) ?? []).some((at) => at <= now);
  const put = (job: string, at: number) => void there.set(job, [...(there.get(job) ?? []), at]);

  function limited(chance: number): Answer {
    const wait = channel.refill > 0 ? Math.max(1, Math.ceil((1 - tokens) / channel.refill)) : 60;
    return chance < faults.says ? { kind: 'limited', retryAfter: wait } : { kind: 'limited' };
  }
  function look(job: string, now: number, chance: number): Answer {
    if (chance < faults.blind) return { kind: 'unknown' };
    return { kind: isThere(job, now) ? 'ok' : 'absent' };
  }
  function call({ job }: Action, now: number, chance: number) {
    const after = 200 + Math.round(800 * chanceOf(seed, `${channel.name} ${calls} after`));
    if (chanceOf(seed, `${channel.name} ${job} bad`) < faults.refused) {
      refused.add(job);
      return { answer: { kind: 'refused', reason: 'the text breaks a rule of the platform' } as const, after };
    }
    const posted = there.has(job);
    if (posted && channel.idempotent) return { answer: { kind: 'ok' } as const, after };
    // Half of the repetitions are refused as duplicates; the other half would be published twice.
    if (posted && chance < 0.5) return { answer: { kind: 'duplicate' } as const, after };
    if (chance < faults.unansweredNot) return { answer: { kind: 'unknown' } as const, after: TIMEOUT };
    if (chance < faults.unansweredNot + faults.unansweredThere) {
      // It may appear long after the call was given up, but before the channel has settled.
      put(job, now + Math.round(channel.settle * 900 * chanceOf(seed, `${channel.name} ${calls} late`)));
      return { answer: { kind: 'unknown' } as const, after: TIMEOUT };
    }
    put(job, now + after);
    return { answer: { kind: 'ok' } as const, after };
  }
  return {
    take: (action, now) => {
      calls += 1;
      const [first, second, third] = ['limit', 'says', 'fault'].map((what) =>
        chanceOf(seed, `${channel.name} ${calls} ${what}`),
      ) as [number, number, number];
      if (!admits(now) || first < faults.limited) return { answer: limited(second), after: 100 };
      return action.kind === 'look' ? { answer: look(action.job, now, third), after: 300 } : call(action, now, third);
    },
    posts: (job) => there.get(job)?.length ?? 0,
    refused: () => refused,
  };
}
