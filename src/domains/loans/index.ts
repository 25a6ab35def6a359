import { terminalOf } from '../../audit/metric/words.ts';
import { domain } from '../../policy/define.ts';
import { about } from './about.ts';
import { auditLoansWeeks } from './audit/weeks/audit.ts';
import { besidePast } from './audit/weeks/beside.ts';
import { auditLoans, loanFormulas } from './audit.ts';
import { check } from './check.ts';
import { eventsOf } from './export/events.ts';
import { summaryOf } from './export/summary.ts';
import { decisions } from './ledgers/decisions.ts';
import { leftOut } from './left-out.ts';
import { loosenings } from './loosenings.ts';
import { loanMetrics, metrics, preferences } from './metrics.ts';
import { notesOf } from './notes.ts';
import { weeksPage } from './report/weeks.ts';
import { loansPage } from './report.ts';
import { rules } from './rules/index.ts';
import { sampleTables } from './sample/index.ts';
import { shape } from './scenario.ts';
import { scoresOf, terms } from './score.ts';
import { starter } from './starter.ts';
import { type LoansTables, loansTables } from './tables.ts';
import { next } from './weeks/next.ts';
import { past } from './weeks/past.ts';
import { entries, rowText } from './words.ts';
import { scopeOf, type World, worldOf } from './world.ts';

/** Press vehicles lent to media partners, week by week. */
export const loans = domain({
  kind: 'loans',
  title: 'Press loans',
  noun: ['loan', 'loans'],
  settings: shape,
  check,
  tables: loansTables,
  row: {
    table: 'assignments',
    key: { vin: { noun: 'vehicle', table: 'vehicles', called: ['make', 'model'], words: ['car'] } },
    place: {
      person_id: { noun: 'partner', table: 'media_partners', named: 'partner' },
      start_day: 'start day',
    },
    shared: { make: 'vehicles', model: 'vehicles' },
  },
  scope: scopeOf,
  open: worldOf,
  possibilities: 'every car of the office to every partner of the office on every start day',
  axes: ({ days, vehicles, partners }: World) => ({
    start_day: days.map(({ date }) => date),
    vin: vehicles.map(({ vin }) => vin),
    person_id: partners.map(({ person_id }) => person_id),
  }),
  entries,
  rowText,
  rules,
  terms,
  score: scoresOf,
  notes: notesOf,
  about,
  audit: (settings, tables: LoansTables, schedule) => auditLoans(settings, tables, schedule),
  formulas: (settings, tables, rows) => loanFormulas(settings, tables, rows),
  metrics,
  preferences,
  parts: [],
  terminal: terminalOf(loanMetrics),
  next,
  horizon: {
    week: (settings) => settings.week,
    audit: (settings, tables, schedule) => auditLoansWeeks(settings, tables, schedule),
    past: (settings, tables) => (settings.backtest ? past(settings, tables as unknown as LoansTables) : undefined),
    beside: (settings, tables, before, planned) =>
      besidePast(settings, tables as unknown as LoansTables, before, planned),
    page: weeksPage,
  },
  leftOut,
  decisions,
  loosenings,
  sample: sampleTables,
  page: loansPage,
  summary: summaryOf,
  events: eventsOf,
  starter,
});
