import type { Run } from '../../runs/run.ts';
import { plural } from '../../text/format.ts';
import type { Page, Section } from '../page.ts';
import { type Chapter, sectionOf } from './section.ts';
import { type KindWords, nounOf } from './subject.ts';

/** What a report says beside its chapters: the words of a kind, and what its first screen shows. */
export interface PageWords extends KindWords, Pick<Page, 'metrics' | 'choice'> {
  /** Under the title: office and week, market and date. */
  readonly subtitle: (run: Run) => string;
  /** What was decided, behind the subtitle; otherwise how many rows of how many candidates. */
  readonly extent?: (run: Run) => string;
  readonly tiles?: (run: Run) => Page['tiles'];
  /** What the verdict says of a sound schedule, where the net score is not what comes first. */
  readonly standing?: (run: Run) => NonNullable<Page['standing']>;
  /** What changed of what people already have, where the run itself knows it. */
  readonly changed?: (run: Run) => NonNullable<Page['changed']>;
  /** What makes a sound schedule one to look at twice; nothing where there is nothing. */
  readonly cautions?: (run: Run) => readonly string[];
  /** The number beside the verdict; the net score where it is absent. */
  readonly figure?: (run: Run) => NonNullable<Page['figure']>;
}

/**
 * The page of a kind from its chapters, which are written in their order, or from those that a function chooses for a
 * run. A run without a schedule has none.
 *
 * @example
 * const page = pageOf(
 *   [{ id: 'log', title: 'Log', table: 'log', lead: ({ rows }) => plural(rows.length, 'spot'), blocks: [] }],
 *   { subtitle: ({ title }) => title, noun: ['spot', 'spots'], schedule: 'log' },
 * );
 * page(run).subtitle // 'Prime time of 10 March 2025: 12 spots from 53 candidates'
 * page(run).sections.map(({ lead }) => lead) // ['12 spots']
 */
export function pageOf(
  chapters: readonly Chapter[] | ((run: Run) => readonly Chapter[]),
  words: PageWords,
): (run: Run) => Page {
  const { noun, metrics, choice, extent = extentOf(words) } = words;
  return (run) => {
    const subtitle = words.subtitle(run);
    if (run.status === 'infeasible' || run.status === 'unknown') return { subtitle, tiles: [], sections: [] };
    const own = typeof chapters === 'function' ? chapters(run) : chapters;
    const written = own.map((chapter) => ({ at: placeOf(chapter, run), section: sectionOf(chapter, run, words) }));
    const sections = (at: Place): readonly Section[] =>
      written.flatMap((one) => (one.section && one.at === at ? [one.section] : []));
    const first = sections('first');
    const [schedule, ...others] = sections('last');
    return {
      subtitle: `${subtitle}: ${extent(run)}`,
      ...(words.standing && { standing: words.standing(run) }),
      ...(words.changed && { changed: words.changed(run) }),
      ...(words.cautions && { cautions: words.cautions(run) }),
      ...(words.figure && { figure: words.figure(run) }),
      tiles: words.tiles?.(run) ?? [],
      ...(first.length > 0 && { first }),
      sections: [...sections('middle'), ...others],
      ...(schedule && { schedule }),
      ...(noun && { noun }),
      ...(choice !== undefined && { choice }),
      ...(metrics && { metrics }),
    };
  };
}

type Place = 'first' | 'middle' | 'last';

/** Where a chapter stands. */
function placeOf({ first = false, last }: Chapter, run: Run): Place {
  if (typeof first === 'function' ? first(run) : first) return 'first';
  return last === true ? 'last' : 'middle';
}

/** "63 loans from 57,915 candidates". */
const extentOf =
  (words: KindWords) =>
  ({ tables, candidates }: Run): string => {
    const rows = tables[words.schedule ?? '']?.rows.length ?? 0;
    return `${plural(rows, ...nounOf(words))} from ${plural(candidates, 'candidate')}`;
  };
