import { diffCounts, diffLines, diffVersions, domains, findPlan, findRun, namesRun, visible } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type KindOptions, type Kinds, kindsOf } from '../kinds.ts';
import { diffLine } from '../terminal/text.ts';

/** The options of `evenhand diff`. */
export interface DiffOptions extends KindOptions {
  readonly to: string;
  readonly json?: true;
}

/** Compares the schedules that two words name, and shows what differs. */
export async function diff(a: string, b: string, { to, json, ...options }: DiffOptions, io: Io): Promise<ExitCode> {
  const kinds = await kindsOf(options);
  const [from, into] = [await findPlan(planWord(a), to, kinds), await findPlan(planWord(b), to, kinds)];
  const names = [from.name, into.name] as const;
  const diff = diffVersions(from.plan, into.plan, names, calledOf(into.plan.kind, kinds));
  const lines = [`${names.join(' → ')}: ${diffCounts(diff)}`, ...diffLines(diff).flatMap(diffLine)];
  io.out(json ? `${JSON.stringify({ from: names[0], to: names[1], ...diff }, null, 2)}\n` : text(lines));
  return EXIT.done;
}

/** How a kind names what its columns hold; nothing for one that is not known here, which can be compared all the same. */
const calledOf = (name: string, kinds: Kinds) =>
  [...kinds, ...domains].find(({ kind }) => kind === name)?.schedule.called;

/** NAME@41 is a version, whatever runs are called. */
const planWord = (word: string): string => (namesRun(word) && !/@\d+$/.test(word) ? findRun(word) : word);

const text = (lines: readonly string[]): string => lines.map((line) => `${visible(line)}\n`).join('');
