import type { LeftOut } from '../domain.ts';
import type { Session } from '../pipeline/session.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import { capital } from '../text/format.ts';
import { type Chance, type Explanation, explain } from './explain.ts';
import { codesText, type RowNames } from './names.ts';
import { withText } from './words.ts';

/** Somebody to whom the schedule gives nothing, and why. */
export interface Unserved {
  readonly name: string;
  readonly explanation: Explanation;
}

/** How many are explained where nobody says. */
const EXPLAINED = 10;

/** Those to whom the schedule gives nothing, the first so many in the order of the kind, each with the best chance. */
export async function leftOutOf(session: Session, leftOut: LeftOut, most = EXPLAINED): Promise<readonly Unserved[]> {
  if (session.solution.status !== 'optimal') return [];
  const all: Unserved[] = [];
  for (const { name, fields } of leftOut.of(session.run).slice(0, most))
    all.push({ name, explanation: await explain(session, fields, 1) });
  return all;
}

/** Those with nothing, and why, as a table of a run: the best chance with its names, the rows that change by their codes. */
export function leftOutTable(unserved: readonly Unserved[], noun: string, names: RowNames): ResultTable {
  const label = capital(noun);
  return {
    columns: [
      { name: 'name', type: 'text', label },
      { name: 'candidates', type: 'integer', label: 'Candidates' },
      { name: 'chance', type: 'text', label: 'Best chance' },
      { name: 'score', type: 'number', label: 'Would score' },
      { name: 'loss', type: 'number', label: 'Net score lost' },
      { name: 'text', type: 'text', label: 'In words' },
      { name: 'added', type: 'text', label: 'Added with it' },
      { name: 'dropped', type: 'text', label: 'Dropped for it' },
    ],
    rows: unserved.map(({ name, explanation }) => {
      const [chance] = explanation.chances;
      return [
        name,
        explanation.candidates,
        ...(chance ? chanceCells(chance, explanation, names) : noneCells(explanation)),
      ];
    }),
  };
}

function chanceCells(chance: Chance, { asked }: Explanation, names: RowNames): readonly Cell[] {
  const rest = Object.entries(chance.row).filter(([field]) => asked[field] === undefined);
  const isIt = (row: Chance['row']) => rest.every(([field, value]) => row[field] === value);
  const added = chance.instead?.added.filter((row) => !isIt(row));
  return [
    names(Object.fromEntries(rest)),
    chance.score,
    // Where something comes before the net score, that decides, and the words say so.
    chance.less?.every(({ of }) => of === 'net_score') ? chance.loss : null,
    withText(chance.less),
    codesText(added ?? []),
    codesText(chance.instead?.dropped ?? []),
  ];
}

/** Where there is no candidate: what removed most of them. */
function noneCells({ reasons }: Explanation): readonly Cell[] {
  const why = reasons.length === 0 ? '' : `: ${reasons.slice(0, 2).join('; ')}`;
  return [null, null, null, `no candidate${why}`, '', ''];
}
