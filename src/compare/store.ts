import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../problems/problem.ts';
import { folderName } from '../runs/files/folder-name.ts';
import { REPORT } from '../runs/files/report-files.ts';
import { textThere, tidy, writeFolder } from '../runs/files/whole-folder.ts';
import { notWritable } from '../runs/problems.ts';
import { toRecord } from '../runs/record.ts';
import type { Run } from '../runs/run.ts';
import { loadRecord, runFolder } from '../runs/store.ts';
import type { ResultTable } from '../tables/result.ts';
import { toCsv } from '../tables/write.ts';
import type { Comparison } from './comparison.ts';

/** Folder of all comparisons, beside the folders of scenarios. */
const COMPARISONS = 'compare';

/**
 * Where a comparison belongs: `<root>/compare/<scenario>` where it is one of a scenario with all its variants, and a
 * name of its own for any other, so that no comparison takes the place of another.
 *
 * @param file the only scenario file that was named, where nothing else was
 * @example
 * const comparison = compareRuns([run, { ...run, id: '2', name: 'wide' }]);
 * comparisonFolder(comparison, 'runs', 'scenarios/loans/fairness.yaml') // 'runs/compare/fairness'
 * /^runs.compare.prime-evening-vs-wide-[0-9a-f]{8}$/.test(comparisonFolder(comparison)) // true
 */
export function comparisonFolder(comparison: Comparison, root = 'runs', file?: string): string {
  const { runs, baseline } = comparison;
  if (file !== undefined) return join(root, COMPARISONS, folderName(stemOf(file)));
  const question = JSON.stringify([baseline, ...runs.map((run) => [run.name, run.id])]);
  const hash = createHash('sha256').update(question).digest('hex').slice(0, 8);
  const names = runs.map((run) => run.name).join('-vs-');
  return join(root, COMPARISONS, folderName(`${names.slice(0, 80)}-${hash}`));
}

/**
 * Writes a comparison to its folder, whole or not at all: `report.html`, `comparison.json` and `comparison.csv`.
 *
 * @throws Refusal where the disk is full, read-only or otherwise closed to us.
 * @example
 * const comparison = compareRuns([run, { ...run, id: '2', name: 'wide' }]);
 * saveComparison(comparison, await renderComparison(comparison), `${folder}/compare/wide`);
 * writeNew(`${folder}/compare/wide/comparison.csv`, '') // throws 'is there already'
 */
export function saveComparison(comparison: Comparison, html: string, folder: string): void {
  const files = new Map([
    ['comparison.json', comparisonJson(comparison)],
    ['comparison.csv', comparisonCsv(comparison)],
    ['report.html', html],
  ]);
  try {
    tidy(dirname(folder));
    writeFolder(folder, files);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw notWritable(folder, code);
  }
}

/** A comparison as text: two spaces, one final line end. */
const comparisonJson = (comparison: Comparison): string => `${JSON.stringify(comparison, null, 2)}\n`;

/**
 * Every measure of every run as CSV text.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * const comparison = compareRuns([run, wide]);
 * comparisonCsv(comparison).split('\n')[0] // 'scenario,run,group,measure,value,baseline,difference,direction'
 */
export const comparisonCsv = (comparison: Comparison): string => toCsv(comparisonTable(comparison));

/** Every measure of every run as one long table: a row each, so that no spreadsheet has to be turned. */
function comparisonTable({ runs, differences, measures, baseline }: Comparison): ResultTable {
  const schedule = ['kept', 'moved', 'new', 'dropped'] as const;
  const rows = runs.flatMap((run) => {
    const own = differences.find(({ name }) => name === run.name);
    return [
      ...measures.map((measure) => {
        const value = run.values[measure.name] ?? null;
        const held = own?.measures.find(({ name }) => name === measure.name);
        const against = [held?.baseline ?? null, held?.difference ?? null, held?.direction ?? null];
        return [run.name, run.id, measure.group, measure.name, value, ...against];
      }),
      ...(own?.schedule ? schedule.map((part) => rowOf(run, part, own.schedule![part])) : []),
    ];
  });
  return {
    columns: [
      { name: 'scenario', type: 'text', label: 'Scenario' },
      { name: 'run', type: 'text', label: 'Run' },
      { name: 'group', type: 'text', label: 'Kind of measure' },
      { name: 'measure', type: 'text', label: 'Measure' },
      { name: 'value', type: 'number', label: 'Value' },
      { name: 'baseline', type: 'number', label: `Value of ${baseline}` },
      { name: 'difference', type: 'number', label: 'Difference' },
      { name: 'direction', type: 'text', label: 'Direction' },
    ],
    rows,
  };
}

const rowOf = (run: { readonly name: string; readonly id: string }, part: string, value: number) => [
  run.name,
  run.id,
  'schedule',
  `rows_${part}`,
  value,
  null,
  null,
  null,
];

/** Whether a run lies in its folder already with a report, the same in all but its timings. */
export function isSaved(run: Run, root = 'runs'): boolean {
  const folder = runFolder(run, root);
  try {
    if (textThere(join(folder, REPORT)) === undefined) return false;
    const { timing: _, ...stored } = loadRecord(folder);
    const { timing: __, ...own } = toRecord(run);
    return JSON.stringify(stored) === JSON.stringify(JSON.parse(JSON.stringify(own)));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const stemOf = (file: string): string => basename(file).replace(/\.[^.]*$/, '');
