import { stringify } from 'yaml';
import type { Audit } from '../../../src/audit/audit.ts';
import type { Instance, Schedule } from '../../../src/domain.ts';
import { posts } from '../../../src/domains/posts/index.ts';
import type { PostSettings } from '../../../src/domains/posts/scenario.ts';
import type { PostTables } from '../../../src/domains/posts/tables.ts';
import type { Solution } from '../../../src/kernel/model.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { solveWithCuts } from '../../../src/pipeline/cuts.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { schemaOf } from '../../../src/scenario/shape/general.ts';
import { validateAll } from '../../../src/tables/load.ts';

/** The keys of a scenario of posts, as YAML has them. */
export type Keys = Readonly<Record<string, unknown>>;

/** A plan that is open: its settings and tables, and the question made of them. */
export interface Opened {
  readonly settings: PostSettings;
  readonly tables: PostTables;
  readonly instance: Instance;
}

/** Three days of one account in UTC from Monday 3 November 2025 on; a scenario says what is different. */
const USUAL: Keys = {
  title: 'A plan',
  horizon: { start: '2025-11-03', end: '2025-11-06' },
  channels: [{ channel: 'ig', platform: 'instagram', zone: 'UTC' }],
};

/** Opens a plan from the keys of its scenario. A row that is set aside is a fault of the test. */
export function open(keys: Keys): Opened {
  const whole = { ...USUAL, ...keys };
  const parsed = schemaOf(posts).safeParse({ kind: 'posts', ...whole });
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  const settings = parsed.data as unknown as PostSettings;
  const problems = posts.check!(settings);
  if (problems.length > 0) throw new Refusal(problems);
  const raw = posts.inline!({
    ...{ kind: 'posts', name: 'plan', file: 'plan.yaml', settings, expect: {}, overrides: [] },
    text: stringify(whole),
    place: () => ({ file: 'plan.yaml', line: 1 }),
  });
  const { tables, quarantined } = validateAll(posts.tables, raw);
  if (quarantined.length > 0) throw new Error(JSON.stringify(quarantined));
  return { settings, tables: tables as unknown as PostTables, instance: posts.open(settings, tables) };
}

/** What the auditor says of a schedule. */
export const judge = ({ settings, tables }: Opened, schedule: Schedule): Audit =>
  posts.audit(settings, tables as never, schedule);

/** The best schedule of a plan, and what the auditor says of it. */
export interface Solved extends Opened {
  readonly solution: Solution;
  readonly schedule: Schedule;
  readonly audit: Audit;
  /** Each publication in short: "a 2025-11-03T10:00Z". */
  readonly plan: readonly string[];
}

/** Solves a plan. */
export async function solved(keys: Keys): Promise<Solved> {
  const opened = open(keys);
  const effort = { seed: 42, seconds: 60 };
  const { solution } = await solveWithCuts(opened.instance, opened.instance.model, (model, memory) =>
    solve(model, effort, { memory }),
  );
  const schedule = opened.instance.schedule(solution.chosen);
  const plan = schedule.map(({ post, at }) => `${post} ${at}`);
  return { ...opened, solution, schedule, audit: judge(opened, schedule), plan };
}
