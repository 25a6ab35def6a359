import { plural, type Sweep, sweepFindings, visible } from '../../index.ts';
import type { SweepTally } from './sweep-progress.ts';
import { aligned } from './text.ts';

/** What a sweep shows, for a terminal: how many runs, when policy fails, and where the report lies. */
export function sweepSummary(sweep: Sweep, { made, recorded, failed, seconds }: SweepTally, report: string): string {
  const { failures, policies, frontier, schedules } = sweepFindings(sweep);
  const where = sweep.worlds > 1 ? ` in ${plural(sweep.worlds, 'world')}` : '';
  const robust = policies.filter((policy) => policy.failed === 0 && policy.missing === 0).length;
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
    ...(failures.length > 0
      ? [['as expected', `${robust} of ${plural(policies.length, 'policy', 'policies')}${where && ' in every world'}`]]
      : []),
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
  const lines = [...words, ...problems.slice(0, 10)].map(visible);
  const more = problems.length > 10 ? [`… and ${problems.length - 10} more; all are in the report`] : [];
  return [
    visible(sweep.title),
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
