import type { MetricTexts } from '../../audit/audit.ts';
import { datedTable } from '../../report/chapter/table.ts';
import type { Page, Section, Tile } from '../../report/page.ts';
import { nameText } from '../../report/run/sections.ts';
import type { GivenBest, GivenSchedule } from '../../runs/given.ts';
import { partText } from '../../runs/metric-text.ts';
import type { Run } from '../../runs/run.ts';
import type { Cell, ResultTable } from '../../tables/result.ts';
import { capital, count, plural } from '../../text/format.ts';
import { besideTable } from '../tables.ts';
import { rowCounts, rulesBroken, verdictOf } from '../words.ts';
import { changesSection } from './changes.ts';

/** The page of a run whose schedule was given: first what is wrong with it, then what the kind says of any schedule. */
export function givenPage(run: Run, given: GivenSchedule, own: Page, metrics: MetricTexts = {}): Page {
  const noun = own.noun ?? ['row', 'rows'];
  const sections = [
    changesSection(run, given),
    besideSection(run, given, metrics),
    rejectionsSection(run),
    strangersSection(given),
    readingSection(run, given),
  ];
  const schedule =
    given.rows.length === 0 && own.schedule ? { ...own.schedule, lead: `The file holds no ${noun[0]}.` } : own.schedule;
  return {
    ...own,
    verdict: verdictOf(run, given),
    tiles: [...tilesOf(run, given), ...own.tiles],
    first: [],
    sections: [...sections.filter((section) => section !== undefined), ...(own.first ?? []), ...own.sections],
    ...(schedule && { schedule }),
  };
}

function tilesOf(run: Run, given: GivenSchedule): readonly Tile[] {
  const { faults, rows, best } = given;
  const rules = rulesBroken(given);
  const broken: Tile = {
    label: 'Rules broken',
    value: count(rules),
    note: rules === 0 ? 'every hard rule holds' : plural(faults.length, 'violation'),
    tone: rules === 0 ? 'good' : 'poor',
  };
  if (best === null || best.objective.net_score === undefined) return [broken];
  const { kept, moved, dropped } = rowCounts(best);
  const [first] = best.steps;
  return [
    broken,
    distanceTile(run, given, best),
    {
      label: 'As in the best',
      value: `${count(kept)} of ${count(rows.length)}`,
      note: `${count(moved)} elsewhere there, ${count(dropped)} not in it`,
    },
    ...(first === undefined || first.net === null
      ? []
      : [
          {
            label: 'Can stay',
            value: `${count(first.kept)} of ${count(rows.length)}`,
            note: `without a new row: ${plural(first.net, 'point')}`,
            tone: first.kept === rows.length ? ('good' as const) : ('fair' as const),
          },
        ]),
  ];
}

/** How far it is from the best: in points, or in what comes before them. */
function distanceTile(run: Run, { faults }: GivenSchedule, best: GivenBest): Tile {
  const first = best.more?.[0];
  if (first !== undefined && first.of !== 'net_score') {
    const note = `${first.by > 0 ? 'more' : 'less'} than this one, which decides before the net score`;
    return { label: 'The best has', value: first.text, note, tone: 'fair' };
  }
  const net = best.objective.net_score ?? 0;
  const below = net - (run.objective.net_score ?? 0);
  const sound = below > 0 ? 'fair' : below < 0 ? 'poor' : 'good';
  return {
    label: below < 0 ? 'Above the best' : 'Below the best',
    value: count(Math.abs(below)),
    note: faults.length > 0 ? 'points, not comparable: it breaks rules' : `points; the best nets ${count(net)}`,
    tone: faults.length > 0 ? 'poor' : sound,
  };
}

/** What it left out though it would have fitted, for kinds whose auditor says so. */
function rejectionsSection({ tables }: Run): Section | undefined {
  const table = tables.rejections;
  if (table === undefined || table.rows.length === 0) return undefined;
  return {
    id: 'rejections',
    title: 'Left out though it fits',
    lead: `${plural(table.rows.length, 'thing')} that this schedule left out would have fitted into it as it is.`,
    blocks: [{ type: 'table', caption: 'False rejections', table, limit: 12, file: 'rejections.csv' }],
  };
}

/** What the two schedules are worth, part by part, and what becomes of each row. */
function besideSection(run: Run, given: GivenSchedule, metrics: MetricTexts): Section | undefined {
  const { best } = given;
  if (best === null || best.objective.net_score === undefined) return undefined;
  const { kept, moved, dropped, new: added } = rowCounts(best);
  const changes = best.rows.filter(({ change }) => change !== 'kept');
  const lead = `${count(kept)} of ${plural(given.rows.length, 'row')} ${kept === 1 ? 'stands' : 'stand'} in the best schedule as here; ${count(moved)} ${moved === 1 ? 'is' : 'are'} elsewhere there, ${count(dropped)} ${dropped === 1 ? 'is' : 'are'} not in it, and ${count(added)} of its rows ${added === 1 ? 'is' : 'are'} new.`;
  const { columns } = besideTable(given);
  const table: ResultTable = {
    columns: columns.map((column) => ({ ...column, type: 'text' })),
    rows: changes.map(({ change, line, before, after }) => [
      capital(change),
      line === null ? null : String(line),
      before,
      after,
    ]),
  };
  return {
    id: 'beside-best',
    title: 'Beside the best schedule',
    lead,
    blocks: [
      { type: 'table', caption: 'What both are worth, in points', table: partsTable(run, best, metrics) },
      ...(changes.length === 0
        ? []
        : [
            {
              type: 'table',
              caption: 'Rows that differ',
              table: datedTable(table),
              limit: 12,
              file: 'given_beside.csv',
            } as const,
          ]),
    ],
  };
}

function partsTable({ objective }: Run, best: GivenBest, metrics: MetricTexts): ResultTable {
  const names = Object.keys({ ...objective, ...best.objective }).filter((name) => name !== 'bound' && name !== 'gap');
  return {
    columns: [
      { name: 'part', type: 'text', label: 'Part' },
      { name: 'given', type: 'number', label: 'Given' },
      { name: 'best', type: 'number', label: 'The best' },
      { name: 'difference', type: 'number', label: 'The best less given' },
    ],
    rows: names.map((name): readonly Cell[] => {
      const [own, theirs] = [objective[name] ?? null, best.objective[name] ?? null];
      return [partText(name, metrics).label, own, theirs, own === null || theirs === null ? null : theirs - own];
    }),
  };
}

/** Rows that are no candidates; where changes are told, they stand there, among the rows that cannot stay. */
function strangersSection({ strangers, best, counts }: GivenSchedule): Section | undefined {
  if (strangers.length === 0 || best?.steps[0]?.net != null) return undefined;
  return {
    id: 'no-candidates',
    title: 'Rows that no run could choose',
    lead: `${plural(strangers.length, 'row')} ${strangers.length === 1 ? 'is no candidate' : 'are no candidates'}, whatever the rest of the schedule is.`,
    blocks: [
      {
        type: 'table',
        caption: 'What keeps each from being one',
        table: datedTable({
          columns: [
            { name: 'row', type: 'text', label: 'Row' },
            { name: 'line', type: 'text', label: capital(counts) },
            { name: 'why', type: 'text', label: 'Why' },
          ],
          rows: strangers.map(({ line, row, reasons }) => [row, String(line), reasons.join('; ')]),
        }),
        limit: 20,
        file: 'given_rows.csv',
      },
    ],
  };
}

function readingSection({ tables }: Run, { file, rows, findings, counts, notes }: GivenSchedule): Section {
  const labels = Object.values(tables).flatMap(({ columns }) => columns);
  const labelOf = (field: string) => labels.find(({ name }) => name === field)?.label ?? nameText(field);
  const head = { id: 'reading', title: 'How the file was read' };
  const all = `${plural(rows.length, 'row')} of ${file}`;
  const list = notes.length === 0 ? [] : [{ type: 'list', items: notes.map((note) => `${capital(note)}.`) } as const];
  if (findings.length === 0)
    return { ...head, lead: `${all}: each could be read, and names what the tables know.`, blocks: list };
  const table: ResultTable = {
    columns: [
      { name: 'field', type: 'text', label: 'Field' },
      { name: 'line', type: 'text', label: capital(counts) },
      { name: 'value', type: 'text', label: 'Value' },
      { name: 'text', type: 'text', label: 'What is odd' },
    ],
    rows: findings.map(({ line, field, value, text }) => [
      field === '' ? 'The whole row' : labelOf(field),
      String(line),
      value,
      text,
    ]),
  };
  return {
    ...head,
    lead: `${all}, ${plural(findings.length, 'finding')}. Such a row stays in the schedule as it is, and the audit judges it.`,
    blocks: [{ type: 'table', caption: 'Findings', table, limit: 20, file: 'given_rows.csv' }, ...list],
  };
}
