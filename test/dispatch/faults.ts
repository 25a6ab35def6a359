import type { SimulationOptions } from '../../src/dispatch/simulate.ts';

const channel = (name: string, idempotent: boolean, askable: boolean) => ({
  ...{ name, idempotent, askable },
  ...{ settle: 120, capacity: 30, refill: 0.5 },
});

const channels = [channel('keys', true, true), channel('asks', false, true), channel('neither', false, false)];
const PRIORITIES = ['urgent', 'normal', 'low'] as const;

/** A plan with every fault: refusals, posts that appear late or not, refusals for good, blind looks, crashes. */
export const faulty = (many: number, seed: number, belief: 'right' | 'too high'): SimulationOptions => ({
  jobs: Array.from({ length: many }, (_, i) => ({
    id: `post ${i}`,
    channel: channels[i % 3]!.name,
    plannedAt: i * 20_000,
    priority: PRIORITIES[(i >> 2) % 3]!,
  })),
  channels,
  ...(belief === 'too high' && { real: channels.map((each) => ({ ...each, capacity: 10, refill: 0.015 })) }),
  faults: { limited: 0.005, says: 0.5, unansweredThere: 0.03, unansweredNot: 0.03, refused: 0.01, blind: 0.1 },
  crashes: 0.02,
  seed,
});
