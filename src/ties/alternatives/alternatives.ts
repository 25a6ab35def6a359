import type { Audit } from '../../audit/audit.ts';
import type { Schedule } from '../../domain.ts';
import { changesTo } from '../../explain/changes.ts';
import type { Limits, Model } from '../../kernel/model.ts';
import type { Session } from '../../pipeline/session.ts';
import type { AlternativesAsked } from '../../scenario/scenario.ts';

/** Another schedule that is as good as the best, or nearly so. */
export interface Alternative {
  /** In points. */
  readonly net: number;
  readonly schedule: Schedule;
  readonly audit: Audit;
  /** What the best schedule has in place of it, and what it has in place of that. */
  readonly dropped: Schedule;
  readonly added: Schedule;
}

/** The alternatives of a run, the best first. */
export interface Alternatives {
  readonly found: readonly Alternative[];
  /** Why there are no more: every other schedule nets too little, none is left at all, or the search gave up. */
  readonly end: 'enough' | 'worse' | 'none' | 'unknown';
}

/**
 * The next best schedules, one after the other: each lacks at least `differ_by` rows of the best one and of every
 * alternative before it, and nets the most of all that do. Each is audited.
 *
 * @param onFound Told of each as it is found, and waited for.
 * @example
 * const { found, end } = await alternativesOf(session, { count: 2, differ_by: 1 });
 * [found.map(({ net }) => net <= session.run.objective.net_score), end] // [[true, true], 'enough']
 */
export async function alternativesOf(
  session: Session,
  asked: AlternativesAsked,
  onFound?: (alternative: Alternative, number: number) => void | Promise<void>,
): Promise<Alternatives> {
  const { instance, model, solution, scenario, domain, data } = session;
  const least = asked.within === undefined ? -Infinity : solution.net - asked.within * model.unit;
  const known: Int32Array[] = [solution.chosen];
  const found: Alternative[] = [];
  while (found.length < asked.count) {
    const answer = await session.ask(differing(model, known, asked.differ_by), allOf(model));
    if (answer.status === 'infeasible') return { found, end: 'none' };
    if (answer.status === 'unknown') return { found, end: 'unknown' };
    if (answer.net < least) return { found, end: answer.status === 'optimal' ? 'worse' : 'unknown' };
    known.push(answer.chosen);
    const schedule = instance.schedule(answer.chosen);
    const audit = domain.audit(scenario.settings, data.tables, schedule);
    const alternative = { net: answer.net / model.unit, schedule, audit, ...changesTo(session, answer.chosen) };
    found.push(alternative);
    await onFound?.(alternative, found.length);
  }
  return { found, end: 'enough' };
}

const allOf = ({ candidates }: Model): Iterable<number> => Array.from({ length: candidates }, (_, j) => j);

/** The model without the schedules that differ from a known one in fewer rows than asked. */
function differing(model: Model, known: readonly Int32Array[], by: number): Model {
  const start = new Int32Array(model.candidates + 1);
  for (const chosen of known) for (const j of chosen) start[j + 1]!++;
  for (let j = 0; j < model.candidates; j++) start[j + 1]! += start[j]!;
  const group = new Int32Array(start[model.candidates]!);
  const next = start.slice();
  known.forEach((chosen, own) => {
    for (const j of chosen) group[next[j]!++] = own;
  });
  const name = (own: number) => (own === 0 ? 'the best schedule' : `alternative ${own}`);
  const limits: Limits = {
    rule: 'alternatives',
    groups: known.length,
    members: { start, group },
    most: Float64Array.from(known, ({ length }) => length - by),
    fixed: true,
    label: (own) => `rows of ${name(own)}`,
    more: (own) => `one more row of ${name(own)}`,
  };
  return { ...model, limits: [...model.limits, limits] };
}
