import { YARDSTICK } from '../../compare/yardstick.ts';
import type { ReportDocument } from '../../report/document.ts';
import type { Section, Tile } from '../../report/page.ts';
import { NOT_PROVEN } from '../../runs/left-out.ts';
import { metricText } from '../../runs/metric-text.ts';
import { capital, count, plural } from '../../text/format.ts';
import type { SweepFindings } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { effectSections, frontierSection, heatSection, worldsSection } from './sections.ts';
import { failedSection, failuresSection, policiesSection, sweptSection } from './tables.ts';

/**
 * The report of a sweep: what was swept, what each setting moves, and when policy fails what is expected of it.
 *
 * @example
 * const sweep = await runSweep(planSweep('scenarios/rotation/prime-evening.yaml', {
 *   with: [{ sweep: { grid: { 'rules.separation': [900, 1800] } } }],
 * }), { folder });
 * sweepDocument(sweep, sweepFindings(sweep)).what // 'sweep'
 */
export function sweepDocument(sweep: Sweep, findings: SweepFindings): ReportDocument {
  const sections = [
    sweptSection(sweep),
    failuresSection(findings, sweep),
    frontierSection(sweep, findings),
    heatSection(sweep, findings),
    ...effectSections(sweep, findings),
    worldsSection(sweep, findings),
    policiesSection(sweep, findings),
    failedSection(sweep),
  ].filter((section): section is Section => section !== undefined);
  return {
    kind: sweep.kind,
    title: sweep.title,
    subtitle: `A sweep: ${runsText(sweep)}`,
    ...verdictOf(sweep, findings),
    tiles: tilesOf(sweep, findings),
    sections,
    again: sweep.again,
    againLead: 'Finished runs are recorded: the same command makes only those that are missing, and the same report.',
    what: 'sweep',
    name: sweep.name,
  };
}

/** "34 policies in 5 worlds, 170 runs". */
function runsText({ policies, worlds, runs }: Pick<Sweep, 'policies' | 'worlds' | 'runs'>): string {
  const where = worlds > 1 ? ` in ${plural(worlds, 'world')}` : '';
  return `${plural(policies, 'policy', 'policies')}${where}, ${plural(runs.length, 'run')}`;
}

function verdictOf(sweep: Sweep, findings: SweepFindings): Pick<ReportDocument, 'headline' | 'detail' | 'tone'> {
  const broken = sweep.runs.filter(({ result }) => result === undefined).length;
  const unsound = sweep.runs.filter(({ result }) => result && !result.audited).length;
  const any = findings.failures.find(({ name }) => name === 'any');
  if (unsound > 0)
    return {
      tone: 'poor',
      headline: `${plural(unsound, 'run')} failed the audit`,
      detail: 'Their numbers are not to be used.',
    };
  const detail = [
    ...(broken > 0 ? [`${plural(broken, 'run')} could not be made: see the end of this report.`] : []),
    ...(findings.frontier?.score === YARDSTICK ? [ONE_POLICY] : []),
  ].join(' ');
  const lacking = sweep.runs.flatMap(({ result }) => result?.notes ?? []).find((note) => note.startsWith(NOT_PROVEN));
  if (lacking) return { tone: 'fair', headline: capital(lacking), detail };
  if (findings.schedules === 1 && sweep.policies > 1) return { tone: 'fair', headline: sameText(sweep), detail };
  if (!any) return { tone: broken > 0 ? 'fair' : 'good', headline: unmovedText(findings), detail };
  if (any.failed === 0)
    return {
      tone: broken > 0 ? 'fair' : 'good',
      headline: `All ${count(any.of)} runs meet what the scenario expects`,
      detail,
    };
  return {
    tone: any.failed === any.of ? 'poor' : 'fair',
    headline: `${count(any.failed)} of ${plural(any.of, 'run')} fail what the scenario expects`,
    detail: `They fail when ${any.when}. ${detail}`.trim(),
  };
}

const ONE_POLICY =
  'Every schedule is priced under the policy of the scenario as it stands, since points of different policies are different currencies.';

/** "The same schedule at all 3 policies: nothing that people get differs". */
function sameText({ policies, worlds }: Sweep): string {
  const where = worlds > 1 ? ' in each world' : '';
  return `The same schedule at all ${plural(policies, 'policy', 'policies')}${where}: nothing that people get differs`;
}

function unmovedText({ measures }: SweepFindings): string {
  return measures.length === 0
    ? 'Nothing that was swept makes a difference'
    : `${plural(measures.length, 'measure')} moved`;
}

function tilesOf(sweep: Sweep, { policies, frontier }: SweepFindings): readonly Tile[] {
  const made = sweep.runs.filter(({ result }) => result !== undefined);
  const optimal = made.filter(({ result }) => result?.status === 'optimal').length;
  const audited = made.filter(({ result }) => result?.audited).length;
  const robust = policies.filter(({ failed, missing }) => failed === 0 && missing === 0).length;
  const efficient = policies.filter((policy) => policy.efficient).length;
  return [
    { label: 'Runs', value: count(sweep.runs.length), note: runsText(sweep) },
    {
      label: 'Proven optimal',
      value: count(optimal),
      note: `of ${count(sweep.runs.length)}; ${count(audited)} passed every audit`,
    },
    {
      label: sweep.worlds > 1 ? 'Policies that hold in every world' : 'Policies that meet expectations',
      value: count(robust),
      note: `of ${count(policies.length)}`,
      tone: robust > 0 ? 'plain' : 'fair',
    },
    ...(frontier
      ? [
          {
            label: 'On the frontier',
            value: count(efficient),
            note: `no policy is better in score and ${metricText(sweep.texts, frontier.fairness).about ?? 'fairness'}`,
          },
        ]
      : []),
  ];
}
