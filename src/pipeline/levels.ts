import type { Audit, MetricTexts } from '../audit/audit.ts';
import { certify } from '../audit/certificate.ts';
import { type CheckedPreference, withDecisions } from '../audit/decisions.ts';
import { boundedInOrder, feasible, priced, reproducible, unbounded } from '../audit/levels.ts';
import { stepOf } from '../audit/price.ts';
import { BILLION } from '../kernel/model.ts';
import { Refusal } from '../problems/problem.ts';
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
  const optimal = solution.status === 'optimal';
  const bounded = proofOr(
    () =>
      boundedInOrder([
        ...(solution.priorities ?? []).map(({ name, value, model: own, prices }) => {
          const proof = { step: stepOf(own), bound: certify(own, prices) };
          return { name, net: value, unit: 1, counted: ' of its units', ...proof, optimal };
        }),
        {
          name: 'net score',
          net: solution.net,
          unit: model.unit,
          step: stepOf(model),
          bound: certify(model, solution.prices),
          optimal,
        },
      ]),
    unbounded,
  );
  const levels = [
    feasible(audit.violations, solution.chosen.length),
    priced(audit.objective.net_score ?? Number.NaN, claimed),
    bounded,
    reproducible(provenance, !solution.reproducible),
  ];
  return withDecisions(levels, decided?.met.map((met) => decisionOf(met, audit, texts)) ?? []);
}

/** A proof; where one cannot be computed, what stands in its place. No fault of a proof costs the schedule. */
function proofOr<T, U>(proof: () => T, otherwise: (reason: string) => U): T | U {
  try {
    return proof();
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return otherwise(error.message);
    throw error;
  }
}

/** What a preference has come to, as the auditor has computed it and as shadow prices bound it. */
function decisionOf(
  { metric, want, value, proven, proof }: Met,
  audit: Audit,
  texts: MetricTexts = {},
): CheckedPreference {
  const certified =
    proof &&
    proofOr(
      () => gapOf(proof),
      () => undefined,
    );
  return {
    label: lowered(texts[metric]?.label ?? metric.replaceAll('_', ' ')),
    want,
    audited: audit.metrics[metric] ?? Number.NaN,
    claimed: value,
    gap: certified?.gap,
    step: certified?.step,
    proven,
  };
}

/** How far the certified bound lies above what was reached, and the least by which two schedules differ. */
function gapOf({ model, solution }: NonNullable<Met['proof']>) {
  const bound = certify(model, solution.prices);
  const gap = bound === null ? undefined : bound - BigInt(solution.net) * BigInt(BILLION);
  return { gap, step: BigInt(stepOf(model)) * BigInt(BILLION) };
}
