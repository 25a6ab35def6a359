import { sectionView } from '../../report/blocks.ts';
import { type InteractivePage, interactiveView } from '../../report/interactive.ts';
import type { Section } from '../../report/page.ts';
import { nameText } from '../../report/run/sections.ts';
import { NOTHING, plural } from '../../text/format.ts';
import type { ComparedRun, Comparison, Measure } from '../comparison.ts';
import { entitiesSection, metricsSection, penaltiesSection } from './charts.ts';
import { CHIPS, chipOf } from './colours.ts';
import { detailSections, glanceSection } from './details.ts';
import { changeText, headlines, valueText } from './format.ts';
import { frontierSection } from './frontier.ts';
import { standing, titleOf } from './words.ts';

/** Everything that the comparison's template prints, as plain data; every key is always there. */
export async function comparisonView(comparison: Comparison, css: string, live: InteractivePage | null = null) {
  const sections = sectionsOf(comparison);
  const views = [];
  for (const [index, section] of sections.entries())
    views.push({ number: index + 1, ...(await sectionView(section, live)) });
  const base = comparison.runs.find((run) => run.name === comparison.baseline)!;
  return {
    css: `${css}\n${CHIPS}`,
    title: titleOf(comparison),
    subtitle: `${plural(comparison.runs.length, 'scenario')}, each held against ${base.mark} ${base.label}`,
    kind: nameText(comparison.kind),
    verdict: standing(comparison),
    figure: null,
    expected: null,
    determined: null,
    changed: [],
    levels: [],
    key: keyView(comparison, live),
    sections: views,
    provenanceNumber: views.length + 1,
    provenance: provenanceView(comparison),
    live: await interactiveView(live),
  };
}

/** The sections of a comparison, in the order of the report. */
export function sectionsOf(comparison: Comparison): readonly Section[] {
  return [
    metricsSection(comparison),
    frontierSection(comparison),
    entitiesSection(comparison),
    penaltiesSection(comparison),
    glanceSection(comparison),
    ...detailSections(comparison),
  ].filter((section) => section !== undefined);
}

/** The first screen's table: which letter and colour is which scenario, and its headline metrics. */
function keyView(comparison: Comparison, live: InteractivePage | null) {
  const measures = headlines(comparison);
  return {
    caption: `Headline metrics, with the difference from ${comparison.runs.find((run) => run.name === comparison.baseline)!.label}`,
    columns: measures.map(({ label, unit, better }) => ({
      label,
      unit: [
        unit === 'share' || unit === 'dollars' || (unit && label.toLowerCase().includes(unit)) ? undefined : unit,
        better === 'neutral' ? undefined : `${better} is better`,
      ]
        .filter((part) => part !== undefined)
        .join(', '),
    })),
    rows: comparison.runs.map((run, index) => ({
      mark: run.mark,
      chip: chipOf(index),
      label: run.label,
      note: noteOf(run, comparison.baseline),
      about: live?.numbers([`scenario:${index}`]) ?? '',
      cells: measures.map((measure) => cellView(comparison, run, measure)),
    })),
  };
}

function noteOf({ name, status, passed }: ComparedRun, baseline: string): string {
  const notes = [
    ...(name === baseline ? ['baseline'] : []),
    ...(status === 'optimal' ? [] : [status]),
    ...(passed ? [] : ['audit failed']),
  ];
  return notes.join(', ');
}

const ARROWS = { up: '▲', down: '▼', none: '' } as const;

function cellView({ differences }: Comparison, run: ComparedRun, measure: Measure) {
  const value = run.values[measure.name] ?? null;
  const own = differences.find(({ name }) => name === run.name)?.measures.find(({ name }) => name === measure.name);
  const change = own?.difference ?? null;
  const arrow = change === null || change === 0 || own?.direction === 'other' ? 'none' : change > 0 ? 'up' : 'down';
  return {
    value: value === null ? NOTHING : valueText(value, measure),
    change: change === null ? '' : change === 0 ? '=' : changeText(change, measure),
    arrow: ARROWS[arrow],
    tone: own === undefined ? 'same' : own.direction,
    // Colour alone would not reach everybody.
    reading: own?.direction === 'better' || own?.direction === 'worse' ? own.direction : '',
  };
}

function provenanceView({ runs }: Comparison) {
  return runs.map(({ mark, name, id, status, hashes }, index) => ({
    mark,
    chip: chipOf(index),
    name,
    id,
    status,
    scenario: hashes.scenario.slice(0, 16),
    data: hashes.data.slice(0, 16),
    schedule: hashes.schedule.slice(0, 16),
  }));
}
