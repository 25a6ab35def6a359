import type { Audit, MetricTexts } from '../audit/audit.ts';
import { certify } from '../audit/certificate.ts';
import { type Decision, withDecisions } from '../audit/decisions.ts';
import { boundedInOrder, feasible, priced, reproducible } from '../audit/levels.ts';
import { stepOf } from '../audit/price.ts';
import { BILLION } from '../kernel/model.ts';
import type { Provenance } from '../runs/run.ts';
import { lowered } from '../text/format.ts';
import type { Decided, Met } from '../ties/decide.ts';
import type { Solved } from './cuts.ts';

/** What the levels of trust are judged by. */
interface Judged extends Pick<Solved, 'model' | 'solution'> {
  readonly audit: Audit;
  readonly provenance: Provenance;
  readonly decided: Decided | undefined;
  readonly texts: MetricTexts | undefined;
}

/** The levels of trust that every run is judged by; none where there is no schedule. */
export function levelsOf({ model, solution, audit, provenance, decided, texts }: Judged) {
  if (solution.status === 'infeasible' || solution.status === 'unknown') return [];
  const claimed = solution.net / model.unit;
  const bounded = boundedInOrder([
    ...(solution.priorities ?? []).map(({ name, value, model: own, prices }) => ({
      name,
      net: value,
      unit: 1,
      counted: ' of its units',
      step: stepOf(own),
      bound: certify(own, prices),
      optimal: solution.status === 'optimal',
    })),
    {
      name: 'net score',
      net: solution.net,
      unit: model.unit,
      step: stepOf(model),
      bound: certify(model, solution.prices),
      optimal: solution.status === 'optimal',
    },
  ]);
  const levels = [
    feasible(audit.violations, solution.chosen.length),
    priced(audit.objective.net_score ?? Number.NaN, claimed),
    bounded,
    reproducible(provenance, !solution.reproducible),
  ];
  return withDecisions(levels, decided?.met.map((met) => decisionOf(met, audit, texts)) ?? []);
}

/** What a preference has come to, as the auditor has computed it and as shadow prices bound it. */
function decisionOf({ metric, want, value, proven, proof }: Met, audit: Audit, texts: MetricTexts = {}): Decision {
  const bound = proof && certify(proof.model, proof.solution.prices);
  const net = proof && BigInt(proof.solution.net) * BigInt(BILLION);
  return {
    label: lowered(texts[metric]?.label ?? metric.replaceAll('_', ' ')),
    want,
    audited: audit.metrics[metric] ?? Number.NaN,
    claimed: value,
    gap: bound === undefined || bound === null || net === undefined ? undefined : bound - net,
    step: proof && BigInt(stepOf(proof.model)) * BigInt(BILLION),
    proven,
  };
}
