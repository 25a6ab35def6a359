import { YARDSTICK } from '../../compare/yardstick.ts';
import type { ReportDocument } from '../../report/document.ts';
import { NOT_PROVEN } from '../../runs/left-out.ts';
import { capital, count, plural } from '../../text/format.ts';
import type { SweepFindings } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { bothText, frontierMeasures, ONE_POLICY } from './frontier.ts';
import { heldEverywhere, meetText } from './holds.ts';
import { namesIn } from './names.ts';

type Verdict = Pick<ReportDocument, 'headline' | 'detail' | 'tone'>;

/** The finding of a sweep: which policies hold, before what fails. */
export function verdictOf(sweep: Sweep, findings: SweepFindings): Verdict {
  const broken = sweep.runs.filter(({ result }) => result === undefined).length;
  const unsound = sweep.runs.filter(({ result }) => result && !result.audited).length;
  if (unsound > 0)
    return {
      tone: 'poor',
      headline: `${plural(unsound, 'run')} failed the audit`,
      detail: 'Their numbers are not to be used.',
    };
  const rest = [
    ...(broken > 0 ? [`${plural(broken, 'run')} could not be made: see the end of this report.`] : []),
    ...(findings.frontier?.score === YARDSTICK ? [ONE_POLICY] : []),
  ];
  const lacking = sweep.runs.flatMap(({ result }) => result?.notes ?? []).find((note) => note.startsWith(NOT_PROVEN));
  const detail = rest.join(' ');
  if (lacking) return { tone: 'fair', headline: capital(lacking), detail };
  if (findings.schedules === 1 && sweep.policies > 1) return { tone: 'fair', headline: sameText(sweep), detail };
  if (findings.failures.length === 0)
    return { tone: broken > 0 ? 'fair' : 'good', headline: movedText(sweep, findings), detail };
  return holdVerdict(sweep, findings, { broken, rest });
}

/** Which policies meet all that is expected of them, by name. */
function holdVerdict(
  sweep: Sweep,
  findings: SweepFindings,
  { broken, rest }: { readonly broken: number; readonly rest: readonly string[] },
): Verdict {
  const { policies, failures } = findings;
  const any = failures.find(({ name }) => name === 'any')!;
  const held = heldEverywhere(findings);
  const fails = any.failed === 0 ? [] : [`${count(any.failed)} of ${plural(any.of, 'run')} fail an expectation.`];
  const detail = [...namesText(sweep, held, policies.length), ...fails, ...rest].join(' ');
  const none = any.failed === any.of ? 'poor' : 'fair';
  const tone = held.length === 0 ? none : broken > 0 ? 'fair' : 'good';
  return { tone, headline: meetText(sweep, held.length, policies.length), detail };
}

// More names than this are for the table.
const MOST_NAMES = 5;

/** "They are: rank 0.5, pub 0; rank 1, pub 150." Nothing where all hold, or none. */
function namesText(sweep: Sweep, held: readonly { policy: number; values: readonly unknown[] }[], of: number) {
  if (held.length === 0 || held.length === of || held.length > MOST_NAMES) return [];
  const { short } = namesIn(sweep);
  return [`${held.length === 1 ? 'It is' : 'They are'}: ${held.map(short).join('; ')}.`];
}

/** "The same schedule at all 3 policies: nothing that people get differs". */
function sameText({ policies, worlds }: Sweep): string {
  const where = worlds > 1 ? ' in each world' : '';
  return `The same schedule at all ${plural(policies, 'policy', 'policies')}${where}: nothing that people get differs`;
}

/** What can be said where the scenario expects nothing: how much choice there is. */
function movedText(sweep: Sweep, findings: SweepFindings): string {
  const { measures, policies } = findings;
  if (measures.length === 0) return 'Nothing that was swept makes a difference';
  const both = frontierMeasures(sweep, findings);
  if (!both || policies.length < 2) return `${plural(measures.length, 'measure')} moved`;
  const best = policies.filter(({ efficient }) => efficient).length;
  return `${count(best)} of ${plural(policies.length, 'policy', 'policies')} ${best === 1 ? 'is' : 'are'} on the frontier of ${bothText(both)}`;
}
