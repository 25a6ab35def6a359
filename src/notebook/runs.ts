import { listRuns, plural, runsTable, scenarioSchema, settingsText } from '../index.ts';
import { type Shown, shown } from './show.ts';

type Listed = ReturnType<typeof listRuns>;

/**
 * What was run when, newest first.
 *
 * @example
 * const list = runs('no-such-folder');
 * list.runs.length // 0
 */
export interface NotebookRuns extends Shown {
  readonly runs: Listed;
  readonly tables: { readonly runs: ReturnType<typeof runsTable> };
}

/**
 * Lists the runs in a folder, newest first, with the settings in which those of one scenario differ.
 *
 * @param root The folder of all runs.
 * @param scenario Only runs of this scenario and its variants.
 * @example
 * runs('no-such-folder').rows('runs') // []
 */
export function runs(root = 'runs', scenario?: string): NotebookRuns {
  const found = listRuns(root, scenario);
  const tables = { runs: runsTable(found) };
  const parts = () => partsOf(found, tables.runs, root);
  return shown({ runs: found, tables }, { parts, key: `runs-${found[0]?.id.slice(0, 6) ?? 'none'}-${found.length}` });
}

/**
 * The JSON schema by which editors complete, explain and check scenario files.
 *
 * @example
 * Object.keys(schema()).slice(0, 3) // ['$schema', 'title', 'type']
 */
export const schema = scenarioSchema;

function partsOf(found: Listed, table: ReturnType<typeof runsTable>, root: string) {
  const [newest] = found;
  return {
    title: `Runs in ${root}`,
    headline: plural(found.length, 'run'),
    detail:
      newest === undefined
        ? 'There is none yet.'
        : `The newest is ${newest.name}: ${settingsText(newest.settings).join(', ') || newest.status}.`,
    tone: 'good' as const,
    tiles: [],
    sections: [
      {
        id: 'runs',
        title: 'What was run when',
        lead: 'Newest first, with the settings in which the runs of one scenario differ.',
        blocks: [{ type: 'table' as const, caption: 'Runs', table }],
      },
    ],
  };
}
