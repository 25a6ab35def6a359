import type { Audit, Level } from '../audit/audit.ts';
import { feasible } from '../audit/levels.ts';
import type { GivenBest } from '../runs/given.ts';
import type { Provenance } from '../runs/run.ts';
import { count, plural } from '../text/format.ts';

/** What the levels of trust of a given schedule rest on. */
export interface Trust {
  readonly audit: Audit;
  readonly rows: number;
  /** What the model's own arithmetic says the schedule nets, in points; undefined where no run could choose it. */
  readonly claimed: number | undefined;
  readonly best: GivenBest | null;
  /** The level by which the best schedule is bounded, of its own run. */
  readonly bound: Level | undefined;
  readonly provenance: Provenance;
  readonly file: string;
}

/** The levels of trust of a given schedule. The third and the fourth need the best schedule; without it they are absent. */
export function levelsOf(trust: Trust): readonly Level[] {
  const third = boundedBy(trust);
  return [
    feasible(trust.audit.violations, trust.rows),
    priceLevel(trust),
    ...(third ? [third] : []),
    repeatable(trust),
  ];
}

/** Level 2: priced by the auditor; where a run could choose the schedule, the model must come to the same price. */
function priceLevel({ audit, claimed }: Trust): Level {
  const net = audit.objective.net_score ?? 0;
  const level = { level: 2, name: 'priced' } as const;
  const text = `priced from the tables alone the schedule nets ${plural(net, 'point')}`;
  if (claimed === undefined) {
    const why =
      audit.violations.length > 0 ? '; it breaks rules, so that the model of the rules has no price for it' : '';
    return { ...level, passed: true, text: `${text}${why}` };
  }
  if (claimed === net) return { ...level, passed: true, text: `${text}, exactly what the model of the rules says` };
  return { ...level, passed: false, text: `${text}, but the model of the rules says ${count(claimed)}` };
}

/** Level 3: nothing that keeps every rule may net more than the proven bound, or have more of what comes first. */
function boundedBy({ audit, best, bound }: Trust): Level | undefined {
  const level = { level: 3, name: 'bounded' } as const;
  if (best?.status === 'infeasible' && audit.violations.length === 0)
    return { ...level, passed: false, text: 'the solver says that no schedule keeps every rule, yet this one does' };
  if (best === null || bound === undefined) return undefined;
  const most = best.objective.bound ?? best.objective.net_score ?? 0;
  const net = audit.objective.net_score ?? 0;
  if (!bound.passed)
    return { ...level, passed: false, text: `the bound of the best schedule is not proven: ${bound.text}` };
  const proof = `the best schedule is bounded by its shadow prices: none can net more than ${plural(most, 'point')}`;
  if (audit.violations.length > 0)
    return {
      ...level,
      passed: true,
      text: `${proof}; this one nets ${count(net)} and breaks rules, so that the two are not comparable`,
    };
  const first = best.more?.[0];
  if (first !== undefined && first.of !== 'net_score')
    return {
      ...level,
      passed: first.by > 0,
      text: `the best schedule has ${first.text} ${first.by > 0 ? 'more' : 'less'} than this one, which decides before the net score`,
    };
  if (net > most)
    return { ...level, passed: false, text: `${proof}, yet this one nets ${count(net)} and keeps every rule` };
  return {
    ...level,
    passed: true,
    text: `${proof}; this one nets ${net === most ? 'exactly that' : `${count(net)}, ${count(most - net)} below it`}`,
  };
}

function repeatable({ provenance, file, best }: Trust): Level {
  const { scenario, data, schedule, engine, solver } = provenance;
  const short = (hash: string) => hash.slice(0, 12);
  const by = best === null ? '' : `, solver ${solver}`;
  const text = `scenario ${short(scenario)}, data ${short(data)}, the rows of ${file} (${short(schedule)}) and engine ${engine}${by} give this audit; evenhand verify makes it again and compares`;
  return { level: 4, name: 'reproducible', passed: true, text };
}
