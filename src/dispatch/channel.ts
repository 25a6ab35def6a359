import { backoff } from './backoff.ts';
import type { DispatchEvent } from './event.ts';
import type { Parameters } from './parameters.ts';
import { chanceOf } from './random.ts';

/**
 * Where posts go, and what is known of its platform.
 *
 * @example
 * const channel = { name: 'mastodon', idempotent: true, askable: true, settle: 60, capacity: 30, refill: 0.1 };
 * channel.capacity // 30
 */
export interface Channel {
  readonly name: string;
  /** Whether a repeated call with the same key is harmless there. */
  readonly idempotent: boolean;
  /** Whether it can be asked if a post is there. */
  readonly askable: boolean;
  /** So many seconds after a call that nobody answered, its post is there or will never be. */
  readonly settle: number;
  /** How many calls it allows at once. */
  readonly capacity: number;
  /** How many more it allows each second. */
  readonly refill: number;
}

/** What the log says of a channel: its bucket, and until when it wants no call. */
export interface Gate {
  readonly tokens: number;
  readonly at: number;
  /** "Limit reached until" of the platform. */
  readonly until: number;
  readonly lastCall: number;
  /** How many answers in a row said that the limit is reached. */
  readonly limited: number;
  /** Which share of its known limit the platform seems to allow: less after each answer that the limit is reached. */
  readonly belief: number;
}

/** After so many answers in a row that the limit is reached, the channel rests for an hour at least. */
const MOST_LIMITED = 5;
const REST = 3_600_000;
const LESS = 0.8;
const MORE = 1.0005;
const LEAST_BELIEF = 0.001;

export const newGate = (): Gate => ({ tokens: Infinity, at: 0, until: 0, lastCall: -Infinity, limited: 0, belief: 1 });

/** What a gate is tuned by. */
export interface GateRule {
  readonly channel: Channel;
  readonly parameters: Parameters;
  readonly seed: number;
}

/** The gate after an event of its channel. Belief falls by a fifth and rises by a little, as the window of TCP does. */
export function gateAfter(gate: Gate, event: DispatchEvent, rule: GateRule): Gate {
  const { at } = event;
  switch (event.event) {
    case 'started':
    case 'looked':
      return { ...gate, tokens: tokensAt(gate, at, rule) - 1, at, lastCall: at };
    case 'published':
      return { ...gate, limited: 0, belief: Math.min(1, gate.belief * MORE) };
    case 'rate_limited':
      return limitedAt(gate, event, rule);
    default:
      return gate;
  }
}

function limitedAt(gate: Gate, { at, retryAfter, job, attempt }: DispatchEvent, rule: GateRule): Gate {
  const limited = gate.limited + 1;
  const chance = chanceOf(rule.seed, `${job} ${attempt} limit`);
  const own = backoff(limited, rule.parameters, chance);
  const wait = retryAfter === undefined ? own : retryAfter * 1000 + Math.round(1000 * chance);
  const rest = limited >= MOST_LIMITED ? REST : 0;
  // Calls that were under way when the first of them was refused say nothing new of the limit.
  const isNew = at >= gate.until;
  return {
    ...gate,
    tokens: Math.min(0, tokensAt(gate, at, rule)),
    at,
    limited,
    until: Math.max(gate.until, at + Math.max(wait, rest)),
    belief: isNew ? Math.max(LEAST_BELIEF, gate.belief * LESS) : gate.belief,
  };
}

function tokensAt({ tokens, at, belief }: Gate, now: number, { channel, parameters }: GateRule): number {
  const share = parameters.bucketShare * belief;
  const capacity = Math.max(1, channel.capacity * share);
  const more = (Math.max(0, now - at) / 1000) * channel.refill * share;
  return Math.min(capacity, tokens === Infinity ? capacity : tokens + more);
}

/** From when the channel takes the next call, if none comes between. */
export function opensAt(gate: Gate, now: number, rule: GateRule): number {
  const { channel, parameters } = rule;
  const lacking = 1 - tokensAt(gate, now, rule);
  const rate = channel.refill * parameters.bucketShare * gate.belief;
  // A little more than needed: what is lost in rounding would have the dispatcher wake too early again and again.
  const filled = lacking <= 0 ? now : rate > 0 ? now + Math.ceil((lacking / rate) * 1000) + 1 : Infinity;
  return Math.max(filled, gate.until, gate.lastCall + parameters.spacing * 1000);
}
