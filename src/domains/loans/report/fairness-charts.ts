import { largest, lorenz } from '../../../audit/measures.ts';
import {
  type Block,
  chartBlock,
  factsOf,
  keysOf,
  numberOf,
  type Point,
  type Subject,
  type TableRecord,
} from '../../../report/chapter.ts';
import { count, percent, plural } from '../../../text/format.ts';
import { partnerName } from './about.ts';

/** Over whom a curve or a measure is. */
export const SERVED = 'partners served';
export const ELIGIBLE = 'all eligible partners';

const loansTo = (partner: TableRecord): number => numberOf(partner, 'assigned');

/** How the loans are shared, by those served and by all. Each point is the partner at whom the curve stands. */
export function lorenzCurves(subject: Subject): readonly Block[] {
  // Those with the fewest loans come first, and of these the last in the table.
  const rising = subject.rows.toReversed().toSorted((a, b) => loansTo(a) - loansTo(b));
  const served = rising.filter((partner) => loansTo(partner) > 0);
  if (served.length === 0) return [];
  const points = [...curve(SERVED, served, subject), ...curve(ELIGIBLE, rising, subject)];
  const equality = [0, 1].map((at): Point => {
    return { datum: { curve: 'perfect equality', order: at, population: at, share: at }, mark: null };
  });
  return [
    chartBlock({
      chart: 'lorenz',
      caption: 'Lorenz curve: how the loans are shared',
      points: [...points, ...equality],
      // A range of the population alone would take from both curves, which are of other partners.
      brush: 'xy',
    }),
  ];
}

function curve(name: string, partners: readonly TableRecord[], subject: Subject): readonly Point[] {
  const keys = keysOf(['person_id'], subject);
  return lorenz(partners.map(loansTo)).map((at, order): Point => {
    const datum = { curve: name, order, ...at };
    const partner = partners[order - 1];
    if (partner === undefined) return { datum, mark: null };
    const own = factsOf(subject.columns, partner, ['assigned', 'share', 'excess', 'penalty points']);
    const place = [`Of ${name}`, `number ${count(order)} of ${count(partners.length)}`] as const;
    return { datum, mark: { title: partnerName(partner), facts: [...own, place], about: keys(partner) } };
  });
}

/** How many partners get how many loans. */
export function histogram(subject: Subject): readonly Block[] {
  const { rows } = subject;
  const most = largest(rows.map(loansTo));
  if (most === 0) return [];
  const keys = keysOf(['person_id'], subject);
  const points = Array.from({ length: most + 1 }, (_, loans): Point => {
    const own = rows.filter((partner) => loansTo(partner) === loans);
    const facts = [
      ['Partners', count(own.length)],
      ['Of all eligible', percent(own.length / rows.length)],
      ['Loans together', count(own.length * loans)],
    ] as const;
    return {
      datum: {
        loans: loans === 0 ? 'none' : count(loans),
        partners: own.length,
        kind: loans === 0 ? 'none' : 'some',
      },
      mark: {
        title: loans === 0 ? 'No loan' : `${plural(loans, 'loan')} each`,
        facts: loans === 0 ? facts.slice(0, 2) : facts,
        about: own.flatMap(keys),
      },
    };
  });
  return [chartBlock({ chart: 'partners', caption: 'How many partners get how many loans', points })];
}
