import { plural, type Sweep, sweepDocument, sweepFindings, visible } from '../../index.ts';
import type { SweepTally } from './sweep-progress.ts';
import { aligned, wrapped } from './text.ts';

/** What a sweep shows, for a terminal: which policies hold, how many runs, when policy fails, and where the report lies. */
export function sweepSummary(sweep: Sweep, { made, recorded, failed, seconds }: SweepTally, report: string): string {
  const findings = sweepFindings(sweep);
  const { failures, policies, frontier, schedules } = findings;
  const { headline, detail } = sweepDocument(sweep, findings);
  const where = sweep.worlds > 1 ? ` in ${plural(sweep.worlds, 'world')}` : '';
  const efficient = policies.filter((policy) => policy.efficient).length;
  const rows = [
    ['runs', `${plural(sweep.policies, 'policy', 'policies')}${where}: ${sweep.runs.length}`],
    [
      'now',
      [
        `${made} made`,
        ...(recorded ? [`${recorded} recorded before`] : []),
        ...(failed ? [`${failed} failed`] : []),
      ].join(', '),
    ],
    ...(sweep.policies > 1 ? [['schedules', schedulesText(schedules, sweep)]] : []),
    ...(frontier ? [['frontier', `${efficient} of ${plural(policies.length, 'policy', 'policies')}`]] : []),
    ['time', `${seconds.toFixed(1)} s`],
    ['report', report],
  ];
  const failing = failures.filter(({ name, failed: count }) => name !== 'any' && count > 0);
  const words = failing.map(({ text }) => text);
  const problems = sweep.runs.flatMap(({ number, problems: own = [] }) =>
    own.map(({ message }) => `run ${number}: ${message}`),
  );
  const lines = [...words, ...problems.slice(0, 10)].flatMap((line) => wrapped(visible(line), '', '  '));
  const more = problems.length > 10 ? [`… and ${problems.length - 10} more; all are in the report`] : [];
  return [
    visible(sweep.title),
    ...wrapped(visible(`${headline}. ${detail}`.trim())),
    '',
    ...aligned(rows).map((line) => `  ${line}`),
    ...(lines.length > 0 ? ['', ...lines, ...more] : []),
    '',
  ].join('\n');
}

/** "the same at all 3 policies", "12 different ones". */
function schedulesText(schedules: number, { policies, worlds }: Sweep): string {
  if (schedules === 1) return `the same at all ${plural(policies, 'policy', 'policies')}`;
  return `${schedules} different ones${worlds > 1 ? ' in a world, at the most' : ''}`;
}
