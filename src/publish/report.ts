import type { Page, Section } from '../report/page.ts';
import type { Since } from '../runs/run.ts';
import type { Cell } from '../tables/result.ts';
import { datesIn } from '../text/dates.ts';
import { capital, count, plural } from '../text/format.ts';

/** Rows that stand open; the rest is folded below them. */
const LIMIT = 20;

/** What changed, for the first screen and as a section of its own; nothing where there is nothing to compare with. */
export function changedOf(
  since: readonly Since[],
  noun: NonNullable<Page['noun']> = ['row', 'rows'],
): { readonly changed: NonNullable<Page['changed']>; readonly section: Section } | undefined {
  const nounOf = ({ by }: Since) => (by === 'baseline' ? FIGURES : noun);
  if (since.length === 0) return undefined;
  return {
    changed: alike(since).map(([first, ...others]) => ({
      since: [first!, ...others].map(({ name }) => name).join(' and '),
      text: shortText(first!, nounOf(first!)),
    })),
    section: {
      id: 'what-changed',
      title: 'What changed',
      lead: since.map((one) => leadOf(one, nounOf(one))).join(' '),
      blocks: since.filter(({ changes }) => changes.length > 0).map(tableOf),
    },
  };
}

const FIGURES = ['figure', 'figures'] as const;

const ORDER = ['new', 'dropped', 'moved'] as const;

/** Comparisons with the same changes: the version published last may be the run to stay close to. */
function alike(since: readonly Since[]): readonly (readonly Since[])[] {
  const groups = new Map<string, Since[]>();
  for (const one of since) {
    const key = JSON.stringify([one.kept, one.changes]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** "2 new (Audi A3: Cleo, Mon 22 Sep and 1 more), 1 moved (…); 60 as before." */
function shortText({ by, changes, kept }: Since, [, several]: NonNullable<Page['noun']>): string {
  if (by === 'baseline')
    return `${changes.map(({ what, before, after }) => `${what} ${before} → ${after}`).join(', ')}; ${count(kept)} headline figures as before.`;
  if (changes.length === 0) return `nothing; all ${count(kept)} ${several} are as before.`;
  const parts = ORDER.flatMap((kind) => {
    const own = changes.filter(({ change }) => change === kind);
    const [first] = own;
    if (first === undefined) return [];
    const more = own.length > 1 ? ` and ${count(own.length - 1)} more` : '';
    return [`${count(own.length)} ${kind} (${nameText(first)}${more})`];
  });
  return `${parts.join(', ')}; ${count(kept)} as before.`;
}

/** One change in a few words, without codes: they stand in the section below. */
function nameText({ what, before, after }: Since['changes'][number]): string {
  const bare = (text: string) => datesIn(text.replaceAll(/ \([^()]+\)(?=,|$)/g, ''));
  const places = [before, after].filter((place) => place !== null).map(bare);
  return `${bare(what)}: ${places.join(' → ')}`;
}

const BY = {
  published: (name: string) => `the version published last (${name})`,
  baseline: () => 'the baseline of this scenario',
  stay_close_to: (name: string) => `the run that this one stays close to (${name})`,
} as const;

function leadOf({ by, name, changes, kept }: Since, [one, several]: NonNullable<Page['noun']>): string {
  const than = `Since ${BY[by](name)}`;
  if (changes.length === 0) return `${than} nothing changed: all ${count(kept)} ${several} are as before.`;
  if (by === 'baseline') return `${than}, ${plural(changes.length, one, several)} changed, ${count(kept)} as before.`;
  const of = (kind: string) => changes.filter(({ change }) => change === kind).length;
  const [added, dropped, moved] = ORDER.map(of);
  return `${than}: ${plural(added!, one, several)} new, ${count(dropped!)} dropped, ${count(moved!)} moved, ${count(kept)} as before.`;
}

function tableOf({ by, name, changes }: Since): Section['blocks'][number] {
  const kind = by === 'baseline' ? [] : [{ name: 'change', type: 'text', label: 'Change' } as const];
  const text = (value: string | null): Cell => (value === null ? null : datesIn(value));
  return {
    type: 'table',
    caption: `Changes since ${name}`,
    limit: LIMIT,
    table: {
      columns: [
        { name: 'what', type: 'text', label: 'What' },
        ...kind,
        { name: 'before', type: 'text', label: 'Before' },
        { name: 'after', type: 'text', label: 'Now' },
      ],
      rows: changes.map(({ change, what, before, after }) => [
        what,
        ...kind.map(() => capital(change)),
        text(before),
        text(after),
      ]),
    },
  };
}
