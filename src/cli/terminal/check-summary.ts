import { createColors } from 'picocolors';
import { type Checked, type Judgement, plural, printProblems, visible } from '../../index.ts';
import { aligned, fitted } from './text.ts';

const HEAD = ['  what', 'expected', 'actual', 'verdict', 'reason'];

/**
 * What a check found, for a terminal: a table for each scenario, then the count.
 *
 * @param all Also the values that are as in the baseline; otherwise they are counted only.
 */
export function checkSummary(checked: readonly Checked[], all: boolean, colour: boolean, columns?: number): string {
  const parts = checked.map((one) => [...heading(one, colour), ...body(one, all, colour, columns), ''].join('\n'));
  return `${[...parts, total(checked, colour)].join('\n')}\n`;
}

function heading({ name, verdict, judgements, baseline }: Checked, colour: boolean): string[] {
  if (verdict === 'nothing') return [`${visible(name)}: nothing expected, and no baseline: not run`];
  if (verdict === 'refused') return [`${visible(name)}: ${paint('cannot be run', 'red', colour)}`];
  const kept = (by: Judgement['by']) => judgements.filter((one) => one.by === by && one.verdict !== 'failed').length;
  const of = (by: Judgement['by']) => judgements.filter((one) => one.by === by).length;
  const said = [
    ...(of('expect') > 0 ? [`${kept('expect')} of ${plural(of('expect'), 'expectation')} met`] : []),
    ...(baseline === 'there' ? [`${kept('baseline')} of ${of('baseline')} values keep the baseline`] : []),
    ...(baseline === 'none' ? ['no baseline'] : []),
  ];
  const word = verdict === 'passed' ? paint('passed', 'green', colour) : paint('FAILED', 'red', colour);
  return [`${visible(name)}: ${word}${said.length > 0 ? `, ${said.join(', ')}` : ''}`];
}

function body(checked: Checked, all: boolean, colour: boolean, columns = Number.POSITIVE_INFINITY): string[] {
  const { judgements, problems, changes, baseline, name } = checked;
  if (problems.length > 0)
    return printProblems(problems)
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`);
  const shown = judgements.filter((one) => all || one.by !== 'baseline' || !['kept', 'new'].includes(one.verdict));
  const rows = shown.map((one) => [
    `  ${visible(one.what)}${one.by === 'baseline' ? ' (baseline)' : one.by === 'audit' ? ' (audit)' : ''}`,
    ...[one.expected, one.actual].map(visible),
    word(one, colour),
    visible(one.reason),
  ]);
  const table = rows.length === 0 ? [] : fitted({ head: HEAD, rows }, columns);
  const added = all ? 0 : judgements.filter((one) => one.verdict === 'new').length;
  return [
    ...table,
    ...(added > 0
      ? [`  ${plural(added, 'value is', 'values are')} not in the baseline yet: --update records them`]
      : []),
    ...(baseline === 'updated' ? updates(name, changes) : []),
  ];
}

function updates(name: string, changes: Checked['changes']): string[] {
  if (changes.length === 0) return [`  the baseline of ${visible(name)} stays as it is`];
  if (changes.every((change) => !('old' in change)))
    return [`  ${plural(changes.length, 'value')} recorded as the first baseline of ${visible(name)}`];
  const shown = (value: unknown, absent: boolean) =>
    absent ? 'none' : value === null ? 'no value' : visible(String(value));
  const rows = changes.map((change) => [
    `  ${visible(change.what)}`,
    shown(change.old, !('old' in change)),
    shown(change.new, !('new' in change)),
  ]);
  return [
    `  ${plural(changes.length, 'value')} of the baseline written anew:`,
    ...aligned([['  what', 'was', 'is'], ...rows]),
  ];
}

function word({ verdict }: Judgement, colour: boolean): string {
  return paint(verdict, verdict === 'failed' ? 'red' : verdict === 'kept' ? 'green' : 'yellow', colour);
}

function total(checked: readonly Checked[], colour: boolean): string {
  const run = checked.filter(({ verdict }) => verdict !== 'nothing').length;
  const failed = checked.filter(({ verdict }) => verdict === 'failed').length;
  const refused = checked.filter(({ verdict }) => verdict === 'refused').length;
  const parts = [
    ...(failed > 0 ? [paint(`${failed} failed`, 'red', colour)] : []),
    ...(refused > 0 ? [paint(`${refused} cannot be run`, 'red', colour)] : []),
  ];
  const idle = checked.length - run;
  const left = idle === 0 ? '' : `; ${idle} not run: nothing to hold ${idle === 1 ? 'it' : 'them'} against`;
  if (run === 0) return `nothing was checked${left}`;
  return `${plural(run, 'scenario')} checked: ${parts.length === 0 ? paint('all passed', 'green', colour) : parts.join(', ')}${left}`;
}

function paint(text: string, shade: 'green' | 'yellow' | 'red', colour: boolean): string {
  return createColors(colour)[shade](text);
}
