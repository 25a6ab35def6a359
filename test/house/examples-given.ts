import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type NotebookRun,
  type NotebookScenario,
  openSession,
  readScenario,
  renderReport,
  type Session,
  scenario,
} from '../../src/main.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

/** What examples may speak of beside the names of their file and of src/main.ts. */
export interface Given {
  readonly z: typeof z;
  /** A folder that is there and empty, for what an example writes; each example has its own. */
  readonly folder: string;
  /** scenarios/rotation/prime-evening.yaml as a notebook opens it. */
  readonly evening: NotebookScenario;
  /** Its run. */
  readonly run: NotebookRun;
  /** The report of that run. */
  readonly html: string;
  /** The same scenario in a session. */
  readonly session: Session;
  /** A week of loans: cars of two makes, the partners Ann and Bo, and one slot a day. */
  readonly week: NotebookScenario;
}

/** Makes what is given when it is first asked for, and all but folders once; what is written stands below `root`. */
export function givens(root: string): { readonly [name in keyof Given]: () => Promise<Given[name]> | Given[name] } {
  const file = 'scenarios/rotation/prime-evening.yaml';
  const evening = once(() => scenario(file));
  const run = once(async () => (await evening()).run());
  let folders = 0;
  return {
    z: () => z,
    folder: () => {
      const folder = join(root, String(folders++));
      mkdirSync(folder);
      return folder;
    },
    evening,
    run,
    html: once(async () => renderReport(await run())),
    session: once(() => openSession(readScenario(file))),
    week: once(() => {
      const own = join(root, 'week');
      renameSync(
        tinyWeek((text) => `${text}${FURTHER}`),
        own,
      );
      return scenario(join(own, 'tiny.yaml'));
    }),
  };
}

// Its calendar ends with the week: in those after it, days have what the rule says.
const FURTHER = 'rules: {capacity: {empty_week: default, default_slots: 1}}\n';

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
