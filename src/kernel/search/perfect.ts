import { evaluate } from '../evaluate.ts';
import type { Model, Solution } from '../model.ts';
import type { Schedule } from './greedy.ts';

/** No schedule scores more than everything that scores at all: the bound of a model at prices of 0. */
export function mostThatScores({ candidates, score, auxiliary }: Model): number {
  let most = 0;
  for (let j = 0; j < candidates; j++) most += Math.max(0, score[j]!);
  for (let k = 0; k < (auxiliary?.count ?? 0); k++) most += Math.max(0, auxiliary!.score[k]!) * auxiliary!.most[k]!;
  return most;
}

/**
 * A schedule that has everything that scores and is charged for nothing, as a solution: it needs no solver to be proven.
 * Undefined for any other.
 */
export function nothingLost(model: Model, { chosen, auxiliary }: Schedule): Solution | undefined {
  const net = evaluate(model, chosen, auxiliary);
  if (net < mostThatScores(model)) return undefined;
  return {
    status: 'optimal',
    chosen,
    auxiliary,
    net,
    bound: net,
    prices: model.limits.map(({ groups }) => new Float64Array(groups)),
    reproducible: true,
    work: { method: 'whole', rounds: 0, columns: 0, iterations: 0, nodes: 0 },
  };
}
