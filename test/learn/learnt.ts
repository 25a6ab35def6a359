import { learn } from '../../src/learn/learn.ts';
import { made, worth } from './made.ts';

/** What several suites look at, learnt once: trials with an effect, trials without one, and too few. */
export const EFFECT = learn(made(4, { trials: 1500, effect: 2 }).trials, { worth, seed: 1 });
export const NONE = learn(made(2, { trials: 300, effect: 0 }).trials, { worth, seed: 1 });
export const FEW = learn(made(4, { trials: 20, effect: 0 }).trials, { worth });
