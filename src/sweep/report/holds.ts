import type { Section } from '../../report/page.ts';
import { count, plural } from '../../text/format.ts';
import type { PolicyFinding, SweepFindings } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { bothText, frontierMeasures } from './frontier.ts';
import { thingsFirst } from './measures.ts';
import { policyTable } from './policies.ts';

/** Policies that meet every expectation in every world. */
export const heldEverywhere = ({ policies }: SweepFindings): readonly PolicyFinding[] =>
  policies.filter(({ failed, missing }) => failed === 0 && missing === 0);

/** " in both worlds", " in all 10 worlds"; nothing where there is but one. */
const everyWorld = (worlds: number): string =>
  worlds === 1 ? '' : worlds === 2 ? ' in both worlds' : ` in all ${count(worlds)} worlds`;

/** The policies that can be relied upon, before anything else: those that hold everywhere, the least beaten first. */
export function holdsSection(sweep: Sweep, findings: SweepFindings): Section | undefined {
  const { policies, failures } = findings;
  const expected = failures.length > 0;
  const held = expected ? heldEverywhere(findings) : policies.filter(({ beaten }) => beaten === 0);
  // Without expectations, and with one world or one schedule, the frontier says as much.
  if (!expected && (sweep.worlds === 1 || !findings.frontier || findings.schedules === 1)) return undefined;
  const none = held.length === 0;
  const shown = none ? mostHolding(findings) : held.toSorted((a, b) => orderOf(findings, a, b));
  const lead = expected ? heldText(sweep, findings, held) : unbeatenText(sweep, findings, held);
  return {
    id: 'holds',
    title: expected
      ? `Policies that hold${sweep.worlds > 1 ? ' everywhere' : ''}`
      : 'Policies that are beaten in no world',
    lead: none && expected ? `${lead} These hold in the most:` : lead,
    blocks:
      shown.length === 0
        ? []
        : [
            policyTable(sweep, findings, shown, {
              caption: none ? 'Policies that come nearest' : 'Policies that hold',
              measures: thingsFirst(findings.measures).filter(({ better }) => better !== 'neutral'),
              limit: 8,
              alike: !none,
            }),
          ],
  };
}

/** "3 of 12 policies meet every expectation in both worlds". */
export function meetText({ worlds }: Pick<Sweep, 'worlds'>, held: number, policies: number): string {
  const all = plural(policies, 'policy', 'policies');
  const who =
    held === 0
      ? `None of ${all} meets`
      : held < policies
        ? `${count(held)} of ${all} ${held === 1 ? 'meets' : 'meet'}`
        : policies === 1
          ? 'The policy meets'
          : `All ${all} meet`;
  return `${who} every expectation${everyWorld(worlds)}`;
}

function heldText(sweep: Sweep, findings: SweepFindings, held: readonly PolicyFinding[]): string {
  const { policies } = findings;
  if (held.length === 0)
    return `None of the ${plural(policies.length, 'policy', 'policies')} meets every expectation${everyWorld(sweep.worlds)}.`;
  const first = `${meetText(sweep, held.length, policies.length)}.`;
  const measures = frontierMeasures(sweep, findings);
  if (sweep.worlds === 1 || !measures || findings.schedules === 1) return first;
  const unbeaten = held.filter(({ beaten }) => beaten === 0).length;
  const many =
    unbeaten === 0
      ? 'Each of them is beaten in some world'
      : unbeaten === held.length
        ? `${held.length === 1 ? 'It is' : 'All of them are'} beaten in no world`
        : `${count(unbeaten)} of them ${unbeaten === 1 ? 'is' : 'are'} beaten in no world`;
  return `${first} ${many}: a policy is beaten where another one is at least as good in both ${bothText(measures)}, and better in one.`;
}

function unbeatenText(sweep: Sweep, findings: SweepFindings, held: readonly PolicyFinding[]): string {
  const both = bothText(frontierMeasures(sweep, findings)!);
  const who = held.length === 0 ? 'None' : count(held.length);
  return `${who} of ${plural(findings.policies.length, 'policy', 'policies')} ${held.length === 1 ? 'is' : 'are'} beaten in no world: nowhere is another one at least as good in both ${both}, and better in one.`;
}

/** The least beaten first; of equals, the one from which people get more. */
function orderOf({ frontier, measures }: SweepFindings, a: PolicyFinding, b: PolicyFinding): number {
  const less = (a.beaten ?? 0) - (b.beaten ?? 0);
  if (less !== 0 || !frontier) return less;
  const sign = measures.find(({ name }) => name === frontier.fairness)?.better === 'less' ? 1 : -1;
  const median = ({ spreads }: PolicyFinding, name: string) => spreads[name]?.median ?? 0;
  return (
    sign * (median(a, frontier.fairness) - median(b, frontier.fairness)) ||
    median(b, frontier.score) - median(a, frontier.score)
  );
}

// So many policies that nearly hold are enough to go on from.
const NEAREST = 3;

const mostHolding = ({ policies }: SweepFindings): readonly PolicyFinding[] =>
  policies
    .filter(({ passed }) => passed > 0)
    .toSorted((a, b) => b.passed - a.passed)
    .slice(0, NEAREST);
