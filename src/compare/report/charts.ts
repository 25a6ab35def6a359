import { type Block, chartBlock, type Point, type Section } from '../../report/chapter.ts';
import type { ResultTable } from '../../tables/result.ts';
import { count, plural } from '../../text/format.ts';
import type { Comparison, Measure } from '../comparison.ts';
import { colourOf } from './colours.ts';
import { changeText, fullText, headlines, measureColumn, shortName, valueText } from './format.ts';

// Names beside the bars of a small chart have room for so many characters.
const SHORT = 13;
const WIDE = 30;
/** Rows of the chart that sets entities against runs; the table below it has more. */
const MOST_ENTITIES = 24;

/** Each headline measure as a small chart of its own. */
export function metricsSection(comparison: Comparison): Section | undefined {
  const measures = headlines(comparison);
  if (measures.length === 0) return undefined;
  return {
    id: 'metrics',
    title: 'Headline metrics',
    lead: `The line marks ${labelOf(comparison, comparison.baseline)}, the baseline.`,
    blocks: measures.map((measure) => barsOf(comparison, measure)),
  };
}

function barsOf({ runs, differences, baseline }: Comparison, measure: Measure): Block {
  const base = runs.find((run) => run.name === baseline)!.values[measure.name] ?? null;
  const points = runs.map((run, index): Point => {
    const value = run.values[measure.name] ?? null;
    const own = differences.find(({ name }) => name === run.name)?.measures.find(({ name }) => name === measure.name);
    const change = own === undefined || own.direction === 'same' ? '' : ` (${changeText(own.difference, measure)})`;
    const said = value === null ? 'no schedule' : valueText(value, measure) + (own?.difference === null ? '' : change);
    return {
      datum: {
        label: shortName(run, SHORT),
        value: value ?? 0,
        // Bars of what is below zero end there, and their words stand behind them.
        end: Math.max(value ?? 0, base ?? 0, 0),
        base,
        said,
        colour: colourOf(index),
      },
      mark: { title: `${run.mark}  ${run.label}`, facts: [[measure.label, said]], about: [`scenario:${index}`] },
    };
  });
  return chartBlock({ chart: 'comparison-bars', caption: captionOf(measure), points });
}

function captionOf({ label, unit, better }: Measure): string {
  const plain = unit === undefined || unit === 'share' || unit === 'dollars' || label.toLowerCase().includes(unit);
  const what = plain ? label : `${label}, ${unit}`;
  return better === 'neutral' ? what : `${what} (${better} is better)`;
}

/** How often each entity stands in each schedule, the widest differences first. */
export function entitiesSection({ counts, runs }: Comparison): Section | undefined {
  if (counts === null || counts.entities.length === 0) return undefined;
  const what = counts.label.toLowerCase();
  const kind = /^[a-z]+$/.test(what) ? what : 'row';
  const spread = (one: (typeof counts.entities)[number]) => {
    const known = one.counts.filter((value) => value !== null);
    return Math.max(...known) - Math.min(...known);
  };
  const differing = counts.entities.filter((one) => spread(one) > 0).sort((a, b) => spread(b) - spread(a));
  const shown = differing.slice(0, MOST_ENTITIES);
  const alike = counts.entities.length - differing.length;
  const points = shown.flatMap(({ entity, counts: own }, place) =>
    own.map(
      (value, index): Point => ({
        datum: {
          who: entity,
          mark: runs[index]!.mark,
          order: index,
          value: value ?? 0,
          said: value === null ? '' : String(value),
          colour: colourOf(index),
        },
        mark: {
          title: entity,
          facts: [[runs[index]!.label, value === null ? 'no schedule' : plural(value, 'row')]],
          about: [`${kind}:${place}`, `scenario:${index}`],
        },
      }),
    ),
  );
  const chart = chartBlock({
    chart: 'comparison-entities',
    caption: `Rows of each schedule by ${what}: ${shown.length === differing.length ? `every ${what} whose number differs` : `the ${shown.length} whose number differs most, of ${differing.length}`}`,
    points,
    sets: { names: shown.map(({ entity }) => ({ label: entity })) },
    brush: 'y',
  });
  const table: ResultTable = {
    columns: [
      { name: counts.column, type: 'text', label: counts.label },
      ...runs.map((run) => ({ name: run.name, type: 'integer' as const, label: run.mark })),
    ],
    rows: counts.entities.map(({ entity, counts: own }) => [entity, ...own]),
  };
  const about = counts.entities.map((one) => (shown.includes(one) ? [`${kind}:${shown.indexOf(one)}`] : []));
  return {
    id: 'entities',
    title: `By ${what}, side by side`,
    lead: `${plural(counts.entities.length, what)} in at least one of the schedules; ${alike === 0 ? 'none' : count(alike)} with the same number of rows in all of them.`,
    blocks: [
      ...(shown.length > 0 ? [chart] : []),
      { type: 'table', caption: `Rows by ${what}, most frequent first`, table, folded: true, about },
    ],
  };
}

/** What each policy charged for what its schedule does. */
export function penaltiesSection({ measures, runs }: Comparison): Section | undefined {
  const charged = measures.filter(({ name, group }) => group === 'objective' && /_penalty$/.test(name));
  const paid = charged.filter(({ name }) => runs.some((run) => (run.values[name] ?? 0) !== 0));
  if (charged.length === 0) return undefined;
  const section = { id: 'penalties', title: 'Penalties' };
  if (paid.length === 0) return { ...section, lead: 'No scenario pays any penalty.', blocks: [] };
  const points = runs.flatMap((run, index) =>
    paid.map(
      (one, order): Point => ({
        datum: { who: shortName(run, WIDE), kind: one.label, order, value: run.values[one.name] ?? 0 },
        mark: {
          title: `${run.mark}  ${run.label}`,
          facts: [[one.label, fullText(run.values[one.name] ?? null, one)]],
          about: [`scenario:${index}`],
        },
      }),
    ),
  );
  const table: ResultTable = {
    columns: [
      { name: 'scenario', type: 'text', label: 'Scenario' },
      ...charged.map((one) => measureColumn(one).column),
    ],
    rows: runs.map((run) => [shortName(run, WIDE), ...charged.map((one) => run.values[one.name] ?? null)]),
  };
  const most = paid
    .flatMap((one) => runs.map((run) => ({ one, run, value: run.values[one.name] ?? 0 })))
    .reduce((a, b) => (b.value > a.value ? b : a));
  return {
    ...section,
    lead: `In points, as each policy prices them. The largest: ${most.one.label.toLowerCase()} of ${most.run.label}, ${fullText(most.value, most.one)}.`,
    blocks: [
      chartBlock({
        chart: 'comparison-penalties',
        caption: 'Penalties, points',
        points,
        sets: { names: runs.map((run) => ({ label: shortName(run, WIDE) })) },
      }),
      {
        type: 'table',
        caption: 'Penalties of each scenario, points',
        table,
        about: runs.map((_, index) => [`scenario:${index}`]),
      },
    ],
  };
}

const labelOf = ({ runs }: Comparison, name: string): string => runs.find((run) => run.name === name)!.label;
