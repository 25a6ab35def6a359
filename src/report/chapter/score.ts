import type { Run } from '../../runs/run.ts';
import { capital, count, percent, signed } from '../../text/format.ts';
import { numberOf, recordsOf, type TableRecord, textOf } from '../records.ts';
import type { Chapter } from './section.ts';
import { nounOf, type Subject } from './subject.ts';

/** What the chapter of the score may be told. */
export interface ScoreParts extends Partial<Pick<Chapter, 'id' | 'title'>> {
  /** The table of the run with the points of each term; `scores` where absent, and none where the run has none. */
  readonly table?: string;
  /** Terms of the score and penalties of the objective by the names that people read. Others stand as words. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The chapter of the score: see `chapter.score`. */
export function scoreChapter({ labels = {}, ...parts }: ScoreParts): Chapter {
  const { id = 'score', title = 'Where the score comes from', table = 'scores' } = parts;
  const label = (name: string) => (Object.hasOwn(labels, name) ? labels[name]! : wordsOf(name));
  const steps = (_rows: unknown, { run }: Subject) => stepsOf(run, recordsOf(run.tables[table]), label);
  return {
    id,
    title,
    lead: leadOf,
    about: () => (step) => [`part:${textOf(step, 'label')}`],
    blocks: [
      {
        chart: 'waterfall',
        caption: 'From score terms, less penalties, to the net score (points)',
        rows: steps,
        datum: ['label', 'kind', 'from', 'to', 'end', 'said'],
        facts: (step) => [
          ['Points', count(numberOf(step, 'points'))],
          ...(typeof step.share === 'number' ? [['Of raw score', percent(step.share)] as const] : []),
        ],
      },
      {
        caption: 'Points by term and penalty',
        rows: steps,
        columns: [
          { name: 'part', type: 'text', label: 'Part', value: (step) => textOf(step, 'label') },
          { name: 'points', type: 'number', label: 'Points' },
          { name: 'share', type: 'percent', label: 'Of raw score' },
        ],
      },
    ],
  };
}

/** `cap_penalty` is "Cap". */
const wordsOf = (name: string): string => capital(name.replace(/_penalty$/, '').replaceAll('_', ' '));

/** So many penalties stand there even where they take nothing. */
const MOST_FREE = 8;

const penaltiesOf = ({ objective }: Pick<Run, 'objective'>) =>
  Object.entries(objective).filter(([name]) => name.endsWith('_penalty'));

function leadOf({ run, words }: Subject): string | undefined {
  const { raw_score: raw, total_penalties: total, net_score: net = 0 } = run.objective;
  if (raw === undefined) return undefined;
  const penalties = total ?? penaltiesOf(run).reduce((sum, [, points]) => sum + points, 0);
  const earned = `The ${nounOf(words)[1]} earn ${count(raw)} points`;
  if (penalties === 0) return `${earned}, and no penalty takes any of them.`;
  const share = raw === 0 ? '' : ` (${percent(penalties / raw)})`;
  return `${earned}. Penalties take ${count(penalties)}${share} and leave ${count(net)}.`;
}

/** Each term, the raw score, each penalty, the net score; every bar begins where the one before it ended. */
function stepsOf({ objective }: Run, scores: readonly TableRecord[], label: (name: string) => string) {
  const { raw_score: raw = 0, net_score: net = 0 } = objective;
  const terms = scores.filter((row) => numberOf(row, 'points') !== 0);
  const all = penaltiesOf({ objective });
  // Of a long list, what costs nothing would hide what costs something.
  const penalties = all.length > MOST_FREE ? all.filter(([, points]) => points !== 0) : all;
  let level = 0;
  const step = (name: string, points: number, kind: 'gain' | 'loss' | 'total'): TableRecord => {
    const from = kind === 'total' ? 0 : level;
    level = from + points;
    const said = kind === 'total' ? count(points) : signed(points);
    const share = raw === 0 ? null : points / raw;
    return { label: name, kind, points, share, from, to: level, end: Math.max(from, level), said };
  };
  return [
    ...terms.map((row) => {
      const points = numberOf(row, 'points');
      return step(label(textOf(row, 'term')), points, points < 0 ? 'loss' : 'gain');
    }),
    step('Raw score', raw, 'total'),
    // A penalty of nothing is no minus nothing.
    ...penalties.map(([name, points]) => step(label(name), points === 0 ? 0 : -points, 'loss')),
    step('Net score', net, 'total'),
  ];
}
