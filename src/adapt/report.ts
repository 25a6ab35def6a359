import { type ReportDocument, renderDocument } from '../report/document.ts';
import type { ReportOptions } from '../report/interactive.ts';
import type { Block, Section, Tile } from '../report/page.ts';
import type { ResultTable } from '../tables/result.ts';
import { capital, percent, plural } from '../text/format.ts';
import type { Adapted } from './adapt-file.ts';
import type { CycleResult, LogEntry } from './cycle.ts';
import { goalOf } from './goal.ts';
import { type Measures, shareOf } from './measure.ts';
import { GOAL_NAMES, PARAMETER_NAMES, spanText } from './names.ts';
import { replayLead, replayTable } from './replay-words.ts';
import { currentOf } from './state.ts';
import { cycleText } from './words.ts';

/** What a report of a cycle is made of. */
export interface AdaptReport extends Adapted {
  /** The command that makes it again. */
  readonly again: string;
}

/**
 * The report of a cycle as one HTML file.
 *
 * @example
 * writeNew(`${folder}/one.csv`, 'at,job,channel,event\n2026-03-02T10:00:00Z,a,mastodon,started');
 * const options = { store: `${folder}/kept`, at: '2026-03-02T11:00:00Z' };
 * const adapted = await adaptFile(`${folder}/one.csv`, options);
 * const html = await adaptReport({ ...adapted, again: 'evenhand adapt one.csv' });
 * /<title>(.*)<\/title>/.exec(html)?.[1] // 'Adaptive cycle'
 */
export const adaptReport = (cycle: AdaptReport, options: ReportOptions = {}): Promise<string> =>
  renderDocument(documentOf(cycle), options);

function documentOf(cycle: AdaptReport): ReportDocument {
  const { headline, steps } = cycleText(cycle);
  const { log, state, file } = cycle;
  const measures = state.windows.at(-1)?.measures;
  const graveness = log.some(({ kind }) => kind === 'rolled back') ? 'poor' : log.some(isOpen) ? 'fair' : 'good';
  return {
    kind: 'adaptive cycle',
    title: 'Adaptive cycle',
    subtitle: `${plural(state.windows.length, 'window')} measured, version ${currentOf(state).version} of the parameters in force`,
    headline,
    detail: steps.find(({ title }) => ['Roll back', 'Adjust'].includes(title))?.text ?? steps[0]!.text,
    tone: graveness,
    tiles: measures === undefined ? [] : tilesOf(measures),
    sections: [stepsSection(cycle), ...goalSection(cycle), ...parametersSection(cycle), ...replaySection(cycle)],
    again: cycle.again,
    againLead: 'The same log upon the same state gives the same cycle.',
    what: 'adaptive cycle of',
    name: file,
  };
}

const isOpen = (entry: LogEntry): boolean =>
  entry.kind === 'adjusted' || (entry.kind === 'unchanged' && entry.why !== 'fine');

function tilesOf({ adherence, limited, latency, published, hours, planned }: Measures): readonly Tile[] {
  const [kept, refused] = [shareOf(adherence), shareOf(limited)];
  return [
    {
      label: 'Started on time',
      value: kept === null ? '–' : percent(kept),
      note: `${adherence.hits} of ${plural(adherence.of, 'post')}`,
    },
    { label: 'Published', value: `${published}`, note: `${planned} planned in ${Math.round(hours)} hours` },
    {
      label: 'Refused with 429',
      value: refused === null ? '–' : percent(refused),
      note: `${limited.hits} of ${plural(limited.of, 'call')}`,
    },
    {
      label: '19 of 20 began within',
      value: latency === null ? '–' : spanText(latency.p95),
      note: latency === null ? 'no post' : `half within ${spanText(latency.p50)}`,
    },
  ];
}

function stepsSection(cycle: CycleResult): Section {
  const { steps } = cycleText(cycle);
  return {
    id: 'steps',
    title: 'What the cycle did',
    lead: 'Measured, judged against the window before, and turned by small steps.',
    blocks: [{ type: 'list', items: steps.map(({ title, text }) => `${title}: ${text}`) }],
  };
}

/** The goal over all windows, each with the version that was at work. */
function goalSection({ state, goal }: CycleResult): readonly Section[] {
  const isShare = goal !== 'throughput';
  const rows = state.windows.flatMap(({ version, measures }, index) => {
    const { hits, of } = goalOf(goal, measures);
    if (of === 0) return [];
    const value = hits / of;
    const before = state.windows[index - 1]?.version;
    const restored = state.versions.find((each) => each.version === version)?.restores;
    const name = restored === undefined ? `v${version}` : `v${version} = v${restored}`;
    return [
      {
        window: index + 1,
        value: isShare ? Number((100 * value).toFixed(1)) : Number(value.toFixed(2)),
        version: before === version ? '' : name,
      },
    ];
  });
  if (rows.length === 0) return [];
  const unit = isShare ? '%' : 'posts an hour';
  const { label, format } = GOAL_NAMES[goal];
  const last = rows.at(-1)!.value;
  return [
    {
      id: 'goal',
      title: 'The goal, window by window',
      lead: `In the last window, ${label}: ${format(isShare ? last / 100 : last)}. Where a new version was at work, its number stands above; "v3 = v1" is a version that was rolled back to the one before.`,
      blocks: [
        {
          type: 'chart',
          chart: 'adapt-goal',
          caption: `${capital(label)} (${unit}), by window`,
          data: { rows },
          titles: { x: 'Window', y: unit },
        },
      ],
    },
  ];
}

function parametersSection({ before, state }: AdaptReport): readonly Section[] {
  const [old, now] = [currentOf(before), currentOf(state)];
  const names = Object.keys(PARAMETER_NAMES) as (keyof typeof PARAMETER_NAMES)[];
  const table: ResultTable = {
    columns: [
      { name: 'parameter', type: 'text', label: 'Parameter' },
      { name: 'before', type: 'text', label: `Version ${old.version}`, align: 'right' },
      ...(now.version === old.version
        ? []
        : [{ name: 'now', type: 'text' as const, label: `Version ${now.version}`, align: 'right' as const }]),
    ],
    rows: names.map((name) => {
      const { label, format } = PARAMETER_NAMES[name];
      const [from, to] = [old.parameters[name], now.parameters[name]];
      const rest = stateRest(state, name);
      return [
        `${capital(label)}${rest}`,
        format(from),
        ...(now.version === old.version ? [] : [from === to ? '' : format(to)]),
      ];
    }),
  };
  const lead = now.version === old.version ? 'Nothing is changed.' : 'A dash: as before.';
  return [{ id: 'parameters', title: 'Parameters', lead, blocks: [{ type: 'table', caption: 'Parameters', table }] }];
}

/** Whether a step of a parameter was rolled back lately. */
function stateRest({ blocked, windows }: CycleResult['state'], name: string): string {
  const rests = blocked.some(({ step, until }) => until >= windows.length && step.startsWith(`${name} `));
  return rests ? ' (rolled back lately)' : '';
}

function replaySection({ replay }: AdaptReport): readonly Section[] {
  if (replay === undefined) return [];
  return [
    {
      id: 'replay',
      title: 'The same plan, simulated',
      lead: replayLead(replay),
      blocks: [{ type: 'table', caption: 'Simulated, nothing was sent', table: replayTable(replay) } satisfies Block],
    },
  ];
}
