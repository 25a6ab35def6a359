import { betaCdf, betaOf, betaQuantile } from '../../src/learn/maths/beta.ts';
import { shrink } from '../../src/learn/shrinkage.ts';
import { bySlot, countsOf } from '../../src/learn/week.ts';
import { type Making, made, worth } from './made.ts';

/** How often 80 % intervals of slots hold the true chance, and how often slots of like confidence are better than the base. */
export function coverage(seeds: number, making: (seed: number) => Making) {
  let held = 0;
  const bins = Array.from({ length: 5 }, () => ({ slots: 0, confidence: 0, better: 0 }));
  for (let seed = 1; seed <= seeds; seed++) {
    const { truth, trials } = made(seed, making(seed));
    const { samples, successes } = countsOf(trials);
    const { slots, base } = shrink({ samples, successes }, bySlot(worth));
    const trueBase = truth.reduce((sum, chance, slot) => sum + chance * samples[slot]!, 0) / trials.length;
    for (const [slot, { mean, variance, contrast }] of slots.entries()) {
      const chance = truth[slot]!;
      const beta = betaOf(mean, variance);
      if (betaQuantile(beta, 0.1) <= chance && chance <= betaQuantile(beta, 0.9)) held += 1;
      const confidence = 1 - betaCdf(betaOf(mean, contrast), base);
      const bin = bins[Math.min(4, Math.floor(confidence * 5))]!;
      bin.slots += 1;
      bin.confidence += confidence;
      if (chance > trueBase) bin.better += 1;
    }
  }
  return {
    held: held / (168 * seeds),
    bins: bins.map(({ slots, confidence, better }) => ({ foretold: confidence / slots, came: better / slots })),
  };
}
