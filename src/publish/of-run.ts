import { domainOf } from '../domains/find.ts';
import type { Run } from '../runs/run.ts';
import { type Prepared, type PublishOptions, prepareVersion, publishRun } from './publish.ts';
import { type Plan, planOf as plan, type Version } from './version.ts';

/** The schedule of a run by itself, to compare it with another. */
export const planOf = (run: Run): Plan => plan(run, domainOf(run.kind).schedule);

/** What `publish` would do, and every check of it; changes nothing. */
export const prepare = (run: Run, options: PublishOptions): Prepared =>
  prepareVersion(run, domainOf(run.kind).schedule, options);

/**
 * Publishes the schedule of a run as the next version, whole or not at all.
 *
 * @throws StaleBase where `base` is not the newest version; Refusal where the run cannot be published.
 */
export const publish = (run: Run, options: PublishOptions): Version =>
  publishRun(run, domainOf(run.kind).schedule, options);
