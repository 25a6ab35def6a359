import type { ReportDocument } from '../../report/document.ts';
import type { Section, Tile } from '../../report/page.ts';
import { metricText } from '../../runs/metric-text.ts';
import { count, plural } from '../../text/format.ts';
import type { SweepFindings } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { frontierSection } from './frontier.ts';
import { heldEverywhere, holdsSection } from './holds.ts';
import { policiesSection } from './policies.ts';
import { effectSections, heatSection, worldsSection } from './sections.ts';
import { failedSection, failuresSection, sweptSection } from './tables.ts';
import { verdictOf } from './verdict.ts';

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
  // What can be relied upon, then what each choice costs, then every number; how it came about stands last.
  const sections = [
    holdsSection(sweep, findings),
    frontierSection(sweep, findings),
    policiesSection(sweep, findings),
    failuresSection(findings, sweep),
    heatSection(sweep, findings),
    ...effectSections(sweep, findings),
    worldsSection(sweep, findings),
    sweptSection(sweep),
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

function tilesOf(sweep: Sweep, findings: SweepFindings): readonly Tile[] {
  const { policies, frontier, failures } = findings;
  const made = sweep.runs.filter(({ result }) => result !== undefined);
  const optimal = made.filter(({ result }) => result?.status === 'optimal').length;
  const audited = made.filter(({ result }) => result?.audited).length;
  const robust = heldEverywhere(findings).length;
  const efficient = policies.filter((policy) => policy.efficient).length;
  return [
    ...(failures.length > 0
      ? [
          {
            label: sweep.worlds > 1 ? 'Hold everywhere' : 'Meet expectations',
            value: count(robust),
            note: `of ${plural(policies.length, 'policy', 'policies')}`,
            tone: robust > 0 ? ('plain' as const) : ('fair' as const),
          },
        ]
      : []),
    ...(frontier
      ? [
          {
            label: 'On the frontier',
            value: count(efficient),
            note: `no policy is better in score and ${metricText(sweep.texts, frontier.fairness).about ?? 'fairness'}`,
          },
        ]
      : []),
    { label: 'Runs', value: count(sweep.runs.length), note: runsText(sweep) },
    {
      label: 'Proven optimal',
      value: count(optimal),
      note: `of ${count(sweep.runs.length)}; ${count(audited)} passed every audit`,
    },
  ];
}
