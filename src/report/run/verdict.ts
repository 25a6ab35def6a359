import { leftOutOf, notProven } from '../../runs/left-out.ts';
import type { Run, Week } from '../../runs/run.ts';
import { capital, count, lowered, plural, sentence } from '../../text/format.ts';
import type { Page } from '../page.ts';

/** The answer that the report gives before anything else. */
export interface Verdict {
  readonly tone: 'good' | 'fair' | 'poor';
  readonly headline: string;
  readonly detail: string;
}

/**
 * Says in plain words whether the schedule of a run is good, proven and sound. A failed audit outranks an optimal
 * status: a proof about a schedule that breaks a rule is worth nothing. A failed expectation of the scenario makes the
 * verdict poor, however good the proof.
 *
 * @param page its `verdict` outranks all; its `standing` takes the place of the sentence about the net score, where that is not what comes first; its `expectations` are those of the scenario
 */
export function verdictOf(
  run: Run,
  page: Pick<Page, 'standing' | 'verdict' | 'expectations' | 'cautions'> = {},
): Verdict {
  const sound = cautious(soundness(run, page), page.cautions);
  return judged(withoutForbidding(sound, run), page);
}

/**
 * The verdict with what the scenario expects. A failed expectation comes before the proof: the best schedule is still
 * not the one that was wanted. It does not come before a failed audit, which makes every figure worthless.
 */
function judged(verdict: Verdict, { expectations, verdict: own }: Pick<Page, 'expectations' | 'verdict'>): Verdict {
  if (expectations === undefined) return verdict;
  const { met, all, failed } = expectations;
  const text = `${count(met)} of ${plural(all, 'expectation')} met`;
  if (failed.length === 0) return { ...verdict, detail: `${text}. ${verdict.detail}`.trim() };
  const faults = failed.map(sentence).join(' ');
  if (verdict.tone === 'poor' || own !== undefined)
    return { ...verdict, tone: 'poor', detail: `${verdict.detail} ${text}. ${faults}`.trim() };
  return { tone: 'poor', headline: text, detail: `${faults} ${sentence(verdict.headline)} ${verdict.detail}`.trim() };
}

/** A proof says that a schedule is the best, not that it is without a flaw: the flaw stands beside it. */
function cautious(verdict: Verdict, cautions: readonly string[] = []): Verdict {
  if (cautions.length === 0 || verdict.tone === 'poor') return verdict;
  const [first, ...rest] = cautions;
  const detail = [...rest.map(sentence), verdict.detail].join(' ').trim();
  return { tone: 'fair', headline: `${verdict.headline}; ${first}`, detail };
}

/** Without rows that forbid, a proof is one of another question: that comes first. */
function withoutForbidding(verdict: Verdict, { tables }: Run): Verdict {
  const left = notProven(leftOutOf(tables));
  if (left === undefined || verdict.tone === 'poor') return verdict;
  const detail = `For the rows that were used: ${lowered(verdict.headline)}. ${verdict.detail}`;
  return { tone: 'fair', headline: capital(left), detail: detail.trim() };
}

/** That another run may end elsewhere is no fault of this schedule, but must be known. */
function soundness(run: Run, page: Pick<Page, 'standing' | 'verdict'>): Verdict {
  const verdict = soundnessOf(run, page);
  const isStopped = run.audit.levels.some(({ name, passed }) => name === 'reproducible' && !passed);
  if (!isStopped || verdict.tone === 'poor') return verdict;
  return {
    ...verdict,
    detail: `${verdict.detail} A limit in seconds stopped it: another run may end elsewhere.`.trim(),
  };
}

function soundnessOf(run: Run, page: Pick<Page, 'standing' | 'verdict'>): Verdict {
  if (page.verdict !== undefined) return page.verdict;
  const failed = run.audit.levels.filter((level) => !level.passed && level.name !== 'reproducible');
  if (run.status === 'infeasible') {
    return poor(
      'No schedule: these rules cannot hold together',
      run.conflict === undefined ? '' : 'Below: the smallest set that conflicts, and the cheapest way out.',
    );
  }
  if (run.status === 'unknown') {
    return poor('No schedule found', `The search stopped before it had one. ${boundText(run)}`.trim());
  }
  if (failed.length > 0) {
    const detail = `${sentence(`${listed(failed.map((level) => level.name))} failed`)} ${failed.map((level) => sentence(level.text)).join(' ')}`;
    return poor('Failed its audit: do not use this schedule', detail);
  }
  if (run.weeks !== undefined) return weekly(run.weeks);
  if (page.standing !== undefined) {
    const { headline, detail } = page.standing;
    const checks = run.status === 'optimal' && isRecounted(run) ? RECOUNTED : '';
    return { tone: run.status === 'optimal' ? 'good' : 'fair', headline, detail: `${detail} ${checks}`.trim() };
  }
  return run.status === 'optimal' ? proven(run) : unproven(run);
}

/** Many weeks: what is proven is proven of each, and nothing of all of them as one plan. */
function weekly(weeks: readonly Week[]): Verdict {
  const proven = weeks.filter((week) => week.status === 'optimal').length;
  const all = `${count(weeks.length)} weeks`;
  return {
    tone: proven === weeks.length ? 'good' : 'fair',
    headline:
      proven === weeks.length
        ? `Each of ${all} is proven the best, given the weeks before it`
        : `${count(proven)} of ${all} are proven the best, given the weeks before them`,
    detail:
      'One list of all loans was checked and priced again, without what one week handed to the next. Planned together, the weeks might net more.',
  };
}

const RECOUNTED = 'The rules were replayed and every point was counted again by code that never saw the solver.';

function isRecounted(run: Run): boolean {
  const names = run.audit.levels.map((level) => level.name);
  return names.includes('feasible') && names.includes('priced');
}

function proven(run: Run): Verdict {
  const bound = run.objective.bound ?? run.objective.net_score ?? 0;
  return {
    tone: 'good',
    headline: `Proven optimal: no schedule can score more than ${plural(bound, 'point')}`,
    detail: isRecounted(run) ? RECOUNTED : '',
  };
}

function unproven(run: Run): Verdict {
  const gap = run.objective.gap;
  const more =
    gap === undefined
      ? 'how much more is possible is not known'
      : `at most ${plural(gap, 'point')} more ${gap === 1 ? 'is' : 'are'} possible`;
  return {
    tone: 'fair',
    headline: `Best found, not proven: ${more}`,
    detail: `The search stopped at its limit of effort. ${boundText(run)}`.trim(),
  };
}

function boundText(run: Run): string {
  const bound = run.objective.bound;
  return bound === undefined ? '' : `No schedule can score more than ${count(bound)} points.`;
}

function poor(headline: string, detail: string): Verdict {
  return { tone: 'poor', headline, detail };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
