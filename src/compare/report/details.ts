import type { Block, Section } from '../../report/page.ts';
import { nameText } from '../../report/run/sections.ts';
import type { Cell, ResultColumn, ResultTable } from '../../tables/result.ts';
import { sentence } from '../../text/format.ts';
import { settingText } from '../../text/setting.ts';
import type { Comparison, Difference, Measure, ScheduleDifference } from '../comparison.ts';
import { changeText, evenly, headlines, listed, valueText } from './format.ts';
import { differenceWords } from './words.ts';

/** All differences at a glance: what was asked differently, and what became of the schedule. */
export function glanceSection(comparison: Comparison): Section {
  const { differences } = comparison;
  const base = runOf(comparison, comparison.baseline);
  const integer = (name: string, label: string): ResultColumn => ({ name, type: 'integer', label });
  const table: ResultTable = {
    columns: [
      text('scenario', 'Scenario'),
      text('settings', 'Settings that differ'),
      text('data', 'Data'),
      integer('kept', 'Rows kept'),
      integer('moved', 'Moved'),
      integer('new', 'New'),
      integer('dropped', 'Dropped'),
    ],
    rows: differences.map(({ name, inputs, schedule }) => [
      titleOf(comparison, name),
      inputs.settings.map(({ path }) => path).join(', ') || 'none',
      inputs.data.same ? 'the same' : 'differs',
      ...(schedule ? [schedule.kept, schedule.moved, schedule.new, schedule.dropped] : [null, null, null, null]),
    ]),
  };
  const about = differences.map(({ name }) => [`scenario:${comparison.runs.findIndex((run) => run.name === name)}`]);
  return {
    id: 'differences',
    title: 'What differs, at a glance',
    lead: `Inputs, then schedules, each against ${base.mark} ${base.label}. A row is kept where the same key has the same place, moved where it has another.`,
    blocks: [{ type: 'table', caption: `Against ${base.label}`, table, about }],
  };
}

/** A section for every run but the baseline: inputs, doings of each setting, schedule, metrics. */
export function detailSections(comparison: Comparison): readonly Section[] {
  const base = runOf(comparison, comparison.baseline);
  return comparison.differences.map((difference, index) => ({
    id: `difference-${index + 1}`,
    title: `${titleOf(comparison, difference.name)}, against ${base.mark}  ${base.label}`,
    lead: differenceWords(comparison, difference),
    blocks: [
      ...settingsBlocks(comparison, difference),
      ...dataBlocks(difference),
      ...attributionBlocks(comparison, difference),
      ...(difference.schedule ? scheduleBlocks(difference.schedule, runOf(comparison, difference.name).label) : []),
      measuresBlock(comparison, difference),
    ],
  }));
}

function settingsBlocks(comparison: Comparison, { name, inputs }: Difference): readonly Block[] {
  if (inputs.settings.length === 0) return [];
  const [base, own] = [comparison.baseline, name].map((one) => runOf(comparison, one).label);
  const table: ResultTable = {
    columns: [text('setting', 'Setting'), text('old', base!), text('new', own!)],
    rows: inputs.settings.map((change) => [change.path, valueOrNone(change.old), valueOrNone(change.new)]),
  };
  return [{ type: 'table', caption: `Settings that differ, ${base} and ${own}`, table, limit: 12 }];
}

const valueOrNone = (value: unknown): string => (value === undefined ? 'not set' : settingText(value));

function dataBlocks({ inputs }: Difference): readonly Block[] {
  const { same, tables } = inputs.data;
  if (same) return [];
  if (tables === null)
    return [{ type: 'text', text: 'The data differs; one of the two runs does not say in which tables.' }];
  const names = (wanted: boolean) => tables.filter((one) => one.same === wanted).map(({ table }) => table);
  const alike = names(true);
  const rest = alike.length === 0 ? 'No table is the same.' : `The same: ${listed(alike)}.`;
  return [{ type: 'text', text: `Tables that differ: ${listed(names(false))}. ${rest}` }];
}

// More would not fit beside the settings; comparison.json has every measure.
const MOST_COLUMNS = 6;

function attributionBlocks(comparison: Comparison, { name, attribution }: Difference): readonly Block[] {
  if (!attribution.told)
    return [
      { type: 'text', text: `Which setting did how much: ${sentence(attribution.why).replace(/^./, lowerFirst)}` },
    ];
  const shown = headlines(comparison).filter(({ group, better }) => group === 'metric' || better !== 'neutral');
  const all = shown.flatMap((measure) => {
    const own = attribution.measures.find(({ name }) => name === measure.name);
    return own === undefined || own.numerators.every((one) => one === '0') ? [] : [{ measure, own }];
  });
  const columns = all.slice(0, MOST_COLUMNS);
  if (columns.length === 0) return [{ type: 'text', text: 'No setting moves any figure by which they are compared.' }];
  const sum = ({ own }: (typeof columns)[number]) =>
    Number(own.numerators.reduce((all, one) => all + BigInt(one), 0n)) / Number(own.denominator);
  const texts = columns.map((one) =>
    evenly([...one.own.values, sum(one)].map((value) => changeText(value, one.measure))),
  );
  const table: ResultTable = {
    columns: [
      text('setting', 'Setting'),
      ...columns.map(({ measure }) => ({ ...text(measure.name, measure.label), align: 'right' as const })),
    ],
    rows: [...attribution.paths, 'all of them'].map((path, row): Cell[] => [
      path,
      ...texts.map((column) => column[row] ?? null),
    ]),
  };
  return [
    {
      type: 'text',
      text: `Which setting did how much: all ${attribution.mixes} mixes of the two scenarios were run, and each setting is given what it adds, on average over every order in which the settings could change (Shapley value). The rows add up to the whole difference exactly; the fractions are in comparison.json. Where several schedules are equally good, these are of the ones found.`,
    },
    { type: 'table', caption: `What each setting adds to the difference of ${runOf(comparison, name).label}`, table },
  ];
}

const lowerFirst = (letter: string): string => letter.toLowerCase();

function scheduleBlocks(schedule: ScheduleDifference, own: string): readonly Block[] {
  const first = schedule.changes[0];
  if (first === undefined) return [{ type: 'text', text: 'The two schedules are the same.' }];
  const keys = Object.keys(first.key);
  const places = Object.keys(first.before ?? first.after ?? {});
  const changes: ResultTable = {
    columns: [
      text('change', 'Change'),
      ...keys.map((name) => text(name, nameText(name))),
      ...places.flatMap((name) => [text(`${name}_before`, `${nameText(name)} before`), text(`${name}_after`, 'after')]),
    ],
    rows: schedule.changes.map(({ change, key, before, after }) => [
      change,
      ...keys.map((name) => String(key[name] ?? '')),
      ...places.flatMap((name) => [cellOf(before, name), cellOf(after, name)]),
    ]),
  };
  // A key stands once at the most: what becomes of each is in the rows above.
  const entities = schedule.entities
    .filter(({ column }) => !keys.includes(column))
    .map(
      ({ column, label, entities: changed }): Block => ({
        type: 'table',
        caption: `${label}: rows before, and after in ${own}`,
        folded: true,
        table: {
          columns: [
            text(column, label),
            { name: 'before', type: 'integer', label: 'Before' },
            { name: 'after', type: 'integer', label: 'After' },
            text('change', 'Change'),
          ],
          rows: changed.map(({ entity, before, after }) => [entity, before, after, changeText(after - before, {})]),
        },
      }),
    );
  const table: Block = { type: 'table', caption: `Rows that are not kept in ${own}`, table: changes, folded: true };
  return [table, ...entities];
}

const cellOf = (place: Readonly<Record<string, Cell>> | null, name: string): string | null => {
  const value = place?.[name];
  return value === undefined || value === null ? null : String(value);
};

function measuresBlock(comparison: Comparison, { name, measures }: Difference): Block {
  const [base, own] = [comparison.baseline, name].map((one) => runOf(comparison, one).label);
  const byName = new Map(comparison.measures.map((one) => [one.name, one]));
  const table: ResultTable = {
    columns: [
      text('measure', 'Measure'),
      text('baseline', base!),
      text('value', own!),
      text('difference', 'Difference'),
      text('direction', 'Reading'),
    ],
    rows: measures.map((one) => {
      const measure: Measure = byName.get(one.name)!;
      return [
        measure.label,
        valueText(one.baseline, measure),
        valueText(one.value, measure),
        one.direction === 'same' ? '' : changeText(one.difference, measure),
        one.direction === 'other' ? 'differs' : one.direction,
      ];
    }),
  };
  return { type: 'table', caption: `Every measure of ${own}`, table, folded: true };
}

const text = (name: string, label: string): ResultColumn => ({ name, type: 'text', label });

const runOf = ({ runs }: Comparison, name: string) => runs.find((run) => run.name === name)!;

const titleOf = (comparison: Comparison, name: string): string => {
  const { mark, label } = runOf(comparison, name);
  return `${mark}  ${label}`;
};
