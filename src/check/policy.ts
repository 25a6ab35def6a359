import type { Asked } from '../audit/pins.ts';
import { type Priced, priceUnder } from '../compare/yardstick.ts';
import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { askedOf } from '../pipeline/pins.ts';
import { hashOf, policyIn } from '../pipeline/provenance.ts';
import { readTables } from '../pipeline/run.ts';
import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import type { Scenario, Settings } from '../scenario/scenario.ts';
import { schemaOf } from '../scenario/shape/general.ts';
import type { Data } from '../tables/table.ts';
import type { Baseline, Policy } from './baseline-file.ts';

/** What is known around a run: its tables, where they were read, and kinds of your own. */
export interface Around {
  readonly data?: Data | undefined;
  readonly kinds?: readonly Domain[] | undefined;
}

/** The policy of a scenario as its baseline keeps it. */
export async function policyOf(scenario: Scenario, kinds?: readonly Domain[]): Promise<Policy> {
  const asked = await askedOf(scenario, domainOf(scenario.kind, kinds));
  return { ...policyIn(scenario.settings), ...(asked?.stay && { stay_close_to: stayText(asked.stay) }) };
}

/** The rows of an earlier run are many, and a baseline only has to know them again. */
const stayText = ({ penalty, ...rows }: NonNullable<Asked['stay']>) => ({ penalty, rows: hashOf(rows) });

/**
 * What the schedule of a run is worth under the policy of its baseline, or why that cannot be said. Undefined where the
 * settings are the same, so that its own points say it, and where the baseline does not hold its policy.
 */
export async function priceThere(
  run: Run,
  scenario: Scenario,
  { policy, scenario: question, data: fingerprint }: Baseline,
  { data, kinds }: Around,
): Promise<Priced | undefined> {
  if (policy === undefined || run.provenance.scenario === question) return undefined;
  const none = (why: string): Priced => ({ objective: null, why });
  if (policy.kind !== scenario.kind) return none(`the baseline is of the kind ${policy.kind}`);
  if (run.provenance.data !== fingerprint) return none('it read other data');
  const domain = domainOf(scenario.kind, kinds);
  try {
    const stay = (await askedOf(scenario, domain))?.stay;
    const asked = askedThere(policy, stay);
    if (asked === undefined) return none('the baseline stays close to an earlier run that this scenario does not name');
    if (hashOf({ ...policyIn(policy), ...(asked.stay && { stay_close_to: asked.stay }) }) !== question)
      return none('the policy in the baseline was edited, and is not the one that its values are of');
    const parsed = schemaOf(domain).safeParse({ ...policyIn(policy), data: scenario.settings.data });
    if (!parsed.success) return none('the policy of the baseline is none that this version can read');
    const settings = parsed.data as unknown as Settings;
    // Of the weeks only whether there are several counts.
    const own = { provenance: { data: fingerprint }, ...(settings.weeks !== undefined && { weeks: [] }) };
    return priceUnder({ run: own, domain, settings, asked, data: data ?? (await readTables(scenario, domain)) }, run);
  } catch (error) {
    if (error instanceof Refusal) return none(error.problems[0]!.message);
    throw error;
  }
}

/** What the policy asks of single rows. Undefined where it stays close to rows that are not known here. */
function askedThere(policy: Policy, stay: Asked['stay']): Asked | undefined {
  const { pins = [], forbid = [], stay_close_to: close } = policy as Partial<Settings & { stay_close_to: unknown }>;
  if (close === undefined) return { pins, forbid };
  const { penalty, rows } = close as unknown as ReturnType<typeof stayText>;
  if (stay === undefined || stayText(stay).rows !== rows) return undefined;
  return { pins, forbid, stay: { ...stay, penalty } };
}
