import type { Band } from '../../../audit/metric/metric.ts';
import { chapter, numberOf, type Subject, type TableRecord } from '../../../report/chapter.ts';
import { wantedOf } from '../../../report/run/tiles.ts';
import type { Run } from '../../../runs/run.ts';
import { amount, count, percent, plural } from '../../../text/format.ts';
import { loanMetrics } from '../metrics.ts';
import { ELIGIBLE, histogram, lorenzCurves, SERVED } from './fairness-charts.ts';
import { ruleOf } from './settings.ts';

/** How evenly the loans are spread over the partners, in more than one light. */
export const fairness = chapter({
  id: 'fairness',
  title: 'Who gets how much',
  table: 'partners',
  lead: ({ run }) => `${reachText(run)} ${policyText(run)}`,
  blocks: [
    lorenzCurves,
    histogram,
    {
      caption: 'Measures of fairness',
      rows: measures,
      columns: [
        { name: 'measure', label: 'Measure' },
        { name: 'over', label: 'Over whom' },
        { name: 'value', label: 'Value', type: 'number' },
        { name: 'wanted', label: 'Wanted' },
        { name: 'band', label: 'Rule of thumb' },
      ],
    },
    {
      caption: 'Loans by partner',
      rows: (partners) => partners.filter(isServed),
      columns: ['partner', 'assigned', 'share', 'excess', 'penalty', 'makes', 'a_plus'],
      limit: 12,
      about: ['person_id'],
    },
    {
      // Those who get nothing are a count here, not pages of zeros; the file has them all.
      text: ({ rows }) => {
        const others = rows.filter((row) => !isServed(row)).length;
        if (others === 0) return '';
        return `${plural(others, 'eligible partner')} ${others === 1 ? 'gets' : 'get'} no loan; partners.csv names them.`;
      },
    },
  ],
});

const isServed = (row: TableRecord): boolean => numberOf(row, 'assigned') > 0;

function reachText({ metrics }: Run): string {
  const { partners_assigned: reached, partners_eligible: eligible, partners_with_multiple: several } = metrics;
  const most = metrics.max_concentration ?? 0;
  const repeat = most > 1 ? `, ${count(several ?? 0)} of them more than one, nobody more than ${count(most)}` : '';
  return `${count(reached ?? 0)} of ${plural(eligible ?? 0, 'eligible partner')} get a loan${repeat}.`;
}

function policyText(run: Run): string {
  const rule = ruleOf(run, 'fairness');
  if (rule === undefined) return 'The fairness rule is off: repeats cost nothing.';
  const step = rule.mode === 'stepped' ? `, and each from the third on ${count(rule.step_up)} more` : '';
  const taken = count(run.objective.fairness_penalty ?? 0);
  return `Each loan of a partner beyond ${count(rule.target)} costs ${count(rule.penalty)} points${step}; together ${taken}.`;
}

/** Each measure with those it is over, what the scenario expects of it, and what a rule of thumb says. */
function measures(_partners: unknown, { run }: Subject): readonly TableRecord[] {
  const row = (name: keyof typeof loanMetrics, text: readonly string[], format: (value: number) => string) => {
    const [measure, over] = text;
    const value = run.metrics[name];
    if (typeof value !== 'number') return { measure, over };
    const wanted = wantedOf(run, name, format)?.text ?? null;
    const { band }: { readonly band?: (value: number) => Band } = loanMetrics[name];
    return { measure, over, value: format(value), wanted, band: band?.(value).text ?? null };
  };
  const three = (value: number) => amount(value, 3);
  return [
    row('gini_eligible', ['Gini coefficient', ELIGIBLE], three),
    row('gini', ['Gini coefficient', SERVED], three),
    row('hhi', ['HHI (sum of squared shares)', SERVED], three),
    row('top_1_share', ['Largest share', 'all loans'], percent),
    row('top_5_share', ['Five largest shares', 'all loans'], percent),
    row('avg_assignments', ['Loans a partner, mean', SERVED], (mean) => amount(mean, 2)),
  ];
}
