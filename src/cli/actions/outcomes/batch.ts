import { lstatSync } from 'node:fs';
import {
  type BatchPlan,
  batchEvents,
  findBatch,
  listBatches,
  plural,
  Refusal,
  runBatch,
  visible,
  writeNew,
} from '../../../index.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { shortPath } from '../../paths.ts';
import { folded, wrapped } from '../../terminal/text.ts';

/** The options of `evenhand batch`. */
export interface BatchCommand {
  readonly store: string;
  readonly key?: string;
  readonly events?: string;
  readonly executed?: string;
  readonly json?: true;
}

/** Plans a batch, or gives the plan that is kept of it. */
export async function batch(file: string, { events, json, ...options }: BatchCommand, io: Io): Promise<ExitCode> {
  // Before the plan is kept: a log that cannot begin is no reason to keep one.
  if (events !== undefined && lstatSync(events, { throwIfNoEntry: false }) !== undefined)
    throw new Refusal([{ message: 'is there already', place: { file: events }, maybe: 'Maybe choose another name.' }]);
  const { plan, isNew } = await runBatch(file, { ...options, at: new Date().toISOString() });
  const isPlan = plan.status === 'empty' || plan.job_assignments.length + plan.unplaced.length > 0;
  if (events !== undefined && isPlan) writeNew(events, batchEvents(plan));
  const where = `${isNew ? 'kept   ' : 'as kept'} ${shortPath(options.store)}`;
  const log = events === undefined ? [] : [`events  ${shortPath(events)}`];
  io.out(
    json ? jsonOf(plan) : [...linesOf(plan), '', ...(isPlan ? [where, ...log] : ['nothing is kept']), ''].join('\n'),
  );
  return isPlan ? EXIT.done : EXIT.noSchedule;
}

/** Lists the plans of a store. */
export async function batchList({ store, json }: BatchCommand, io: Io): Promise<ExitCode> {
  const all = await listBatches(store);
  const head = ['key', 'made', 'status', 'posts', 'no time'];
  const rows = all.map(({ key, plan }) => [
    visible(key),
    plan.created_at.slice(0, 16),
    plan.status,
    String(plan.job_assignments.length),
    String(plan.unplaced.length),
  ]);
  const text = all.length === 0 ? 'no batch is kept there' : tableText([head, ...rows]).join('\n');
  io.out(json ? jsonOf(all) : `${text}\n`);
  return EXIT.done;
}

/** Shows the plan under a key, with the log of its execution also how many posts started on time. */
export async function batchShow(key: string, { store, executed, json }: BatchCommand, io: Io): Promise<ExitCode> {
  const plan = await findBatch(store, key, executed);
  if (plan === undefined)
    throw new Refusal([
      {
        message: `no batch is kept under "${key}"`,
        maybe: 'Maybe see which there are: evenhand batch list.',
        place: { file: store },
      },
    ]);
  const none = executed === undefined ? undefined : 'by this log, nothing of it is executed or due yet';
  io.out(json ? jsonOf(plan) : `${linesOf(plan, none).join('\n')}\n`);
  return EXIT.done;
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function linesOf(plan: BatchPlan, unknown = 'nothing is executed yet'): readonly string[] {
  const { bulk_job_id, status, job_assignments: assigned, unplaced } = plan;
  const none = unplaced.length === 0 ? '' : `, ${unplaced.length} without a time`;
  const rows = assigned.map((each) => [
    visible(each.post_id),
    visible(each.channel),
    each.local_time.replace('T', ' '),
    each.zone,
    each.priority,
    each.timing_score.toFixed(2),
  ]);
  return [
    ...wrapped(visible(`${bulk_job_id}: ${status}, ${plural(assigned.length, 'post')}${none}.`)),
    ...(rows.length === 0
      ? []
      : ['', ...tableText([['post', 'channel', 'local time', 'zone', 'priority', 'score'], ...rows])]),
    ...unplaced.flatMap((post) => ['', ...wrapped(visible(unplacedText(post)))]),
    '',
    `posts per hour  ${plan.projected_throughput ?? 'not known of fewer than two'}`,
    `caps kept       ${plan.quota_compliance_score ?? 'none to keep'}`,
    `adherence       ${plan.schedule_adherence_score ?? unknown}`,
  ];
}

function unplacedText({ post_id, reason, best_chance, held_by }: BatchPlan['unplaced'][number]): string {
  const holders = held_by.length === 0 ? '' : `, held by ${held_by.join(', ')}`;
  return `${post_id} has no time: ${reason}${best_chance === null ? '' : `; best chance ${best_chance}${holders}`}`;
}

const tableText = (rows: readonly (readonly string[])[]): readonly string[] =>
  folded(rows, { first: 1, indent: '', left: [0, 1, 2, 3, 4] }).flatMap((block, b) =>
    b === 0 ? block : ['', ...block],
  );
