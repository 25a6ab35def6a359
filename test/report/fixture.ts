import type { Run } from '../../src/runs/run.ts';
import type { Cell, CellType, ResultTable } from '../../src/tables/result.ts';

/** A table from `name:type:label` headings and rows. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): ResultTable {
  const columns = headings.map((heading) => {
    const [name = '', type = 'text', label = name] = heading.split(':');
    return { name, type: type as CellType, label };
  });
  return { columns, rows };
}

const DAYS = ['2025-09-22', '2025-09-23', '2025-09-25', '2025-09-26', '2025-09-27'] as const;
const SLOTS = [15, 15, 8, 15, 10] as const;
const CARS = [
  ['Toyota', 'GR Corolla'],
  ['Hyundai', 'Ioniq 5 N'],
  ['Mazda', 'CX-90'],
  ['Audi', 'RS 6 Avant'],
  ['Volvo', 'EX30'],
  ['Volkswagen', 'ID. Buzz'],
  ['Genesis', 'GV70'],
  ['Lexus', 'TX 500h'],
  ['Bentley', 'Bentayga'],
  ['Polestar', '3'],
] as const;
const FIRST = ['Ana', 'Ben', 'Cleo', 'Dev', 'Edda', 'Femi', 'Gus', 'Hana', 'Ivo', 'June', 'Kofi', 'Lena', 'Milo'];
const LAST = [
  'Abara',
  'Brandt',
  'Castillo',
  'Devlin',
  'Eriksen',
  'Fontaine',
  'Garza',
  'Huang',
  'Ito',
  'Jansen',
  'Kerr',
];
const PARTNERS = Array.from({ length: 149 }, (_, i) => ({
  id: String(1001 + i),
  name: `${FIRST[i % FIRST.length]} ${LAST[(i * 7) % LAST.length]}`,
}));

function assignments(): ResultTable {
  const rows: Cell[][] = [];
  DAYS.forEach((day, d) => {
    for (let k = 0; k < SLOTS[d]!; k++) {
      const n = rows.length;
      const [make, model] = CARS[(n * 3) % CARS.length]!;
      const partner = PARTNERS[(n % 48) * 3]!;
      const rank = n % 5 === 0 ? 'A' : 'A+';
      const terms = [rank === 'A' ? 700 : 1000, 100, n % 3 === 0 ? 0 : 30 + (n % 7) * 10, n % 3 === 0 ? 0 : 50, 0];
      const score = terms.reduce((sum, term) => sum + term, 0);
      const vin = `1EVNHND${String(10000 + n * 37)}LA0${n % 10}`;
      const cost = 21000 + ((n * 7919) % 90000);
      rows.push([
        vin,
        partner.id,
        partner.name,
        day,
        'Los Angeles',
        make,
        model,
        rank,
        score,
        ...terms,
        cost,
        make.toUpperCase(),
      ]);
    }
  });
  return table(
    [
      'vin:text:VIN',
      'person_id:text:Partner id',
      'partner:text:Partner',
      'start_day:date:Start',
      'office:text:Office',
      'make:text:Make',
      'model:text:Model',
      'rank:text:Rank',
      'score:integer:Score',
      'score_rank:number:Rank points',
      'score_geo:number:Geo points',
      'score_pub:number:Publication points',
      'score_hist:number:History points',
      'score_preferred_day:number:Preferred day points',
      'estimated_cost:money:Estimated cost',
      'fleet:text:Fleet',
    ],
    rows,
  );
}

function partners(): ResultTable {
  const rows = PARTNERS.map(({ id, name }, i): Cell[] => {
    const n = i % 3 !== 0 || i / 3 >= 48 ? 0 : i / 3 < 15 ? 2 : 1;
    return [id, name, n, Math.max(0, n - 1), n > 1 ? 200 : 0, n / 63, i % 4 === 0 ? 2 : 0, 3 + (i % 6)];
  });
  rows.sort((a, b) => Number(b[2]) - Number(a[2]));
  return table(
    [
      'person_id:text:Partner id',
      'partner:text:Partner',
      'assigned:integer:Loans',
      'excess:integer:Over target',
      'penalty:integer:Penalty',
      'share:percent:Share',
      'a_plus:integer:Makes ranked A+',
      'makes:integer:Makes approved',
    ],
    rows,
  );
}

const CAPACITY = table(
  [
    'date:date:Date',
    'day:text:Day',
    'class:text:Class',
    'capacity:integer:Slots',
    'existing:integer:Existing',
    'used:integer:Used',
    'remaining:integer:Remaining',
    'utilization:percent:Used of slots',
    'notes:text:Notes',
  ],
  [
    ['2025-09-22', 'Monday', 'normal', 15, 0, 15, 0, 1, null],
    ['2025-09-23', 'Tuesday', 'normal', 15, 0, 15, 0, 1, null],
    ['2025-09-24', 'Wednesday', 'blackout', 0, 0, 0, 0, 0, 'Company holiday'],
    ['2025-09-25', 'Thursday', 'travel', 8, 0, 8, 0, 1, 'Travel day, reduced staff'],
    ['2025-09-26', 'Friday', 'normal', 15, 0, 15, 0, 1, null],
    ['2025-09-27', 'Saturday', 'increased', 10, 0, 10, 0, 1, 'Saturday delivery after the holiday'],
    ['2025-09-28', 'Sunday', 'blackout', 0, 0, 0, 0, 0, null],
  ],
);

function caps(): ResultTable {
  const rows = Array.from({ length: 22 }, (_, i): Cell[] => {
    const partner = PARTNERS[i * 3]!;
    const cap = i % 7 === 6 ? null : 3 + (i % 4);
    const used = cap === null ? 9 : i < 2 ? cap + i : Math.max(0, cap - (i % 3));
    const assigned = 1 + (i % 2);
    const before = cap === null ? 0 : Math.max(0, used - cap);
    const after = cap === null ? 0 : Math.max(0, used + assigned - cap);
    const left = cap === null ? null : Math.max(0, cap - used - assigned);
    const make = CARS[i % CARS.length]![0];
    return [
      partner.id,
      partner.name,
      make,
      'A',
      used,
      cap,
      assigned,
      used + assigned,
      left,
      before,
      after,
      after - before,
      800 * (after - before),
    ];
  });
  rows.sort((a, b) => Number(b[12]) - Number(a[12]));
  return table(
    [
      'person_id:text:Partner id',
      'partner:text:Partner',
      'make:text:Make',
      'rank:text:Rank',
      'used_before:integer:Used before',
      'cap:integer:Cap',
      'assigned:integer:This week',
      'used_after:integer:Used after',
      'remaining_after:integer:Left after',
      'overage_before:integer:Over before',
      'overage_after:integer:Over after',
      'delta_overage:integer:Newly over',
      'penalty:integer:Penalty',
    ],
    rows,
  );
}

const BUDGETS = table(
  [
    'office:text:Office',
    'fleet:text:Fleet',
    'year:integer:Year',
    'quarter:text:Quarter',
    'budget_amount:money:Budget',
    'amount_used:money:Used before',
    'remaining_before:money:Left before',
    'planned:money:Planned',
    'remaining_after:money:Left after',
    'over_budget:money:Over',
    'penalty:number:Penalty',
    'status:text:Status',
  ],
  [
    ['Los Angeles', 'AUDI', 2025, 'Q3', 900000, 850000, 50000, 120000, -70000, 70000, 2100, 'over'],
    ['Los Angeles', 'TOYOTA', 2025, 'Q3', 2400000, 1100000, 1300000, 640000, 660000, 0, 0, 'within'],
    ['Los Angeles', 'HYUNDAI', 2025, 'Q3', 1800000, 1250000, 550000, 410000, 140000, 0, 0, 'within'],
    ['Los Angeles', 'MAZDA', 2025, 'Q3', 1500000, 700000, 800000, 380000, 420000, 0, 0, 'within'],
    ['Los Angeles', 'VOLVO', 2025, 'Q3', 1200000, 900000, 300000, 290000, 10000, 0, 0, 'within'],
    ['Los Angeles', 'POLESTAR', 2025, 'Q3', null, null, null, 210000, null, 0, 0, 'no budget'],
  ],
);

const PRICES = table(
  [
    'rule:text:Rule',
    'group:text:Group',
    'limit:number:Limit',
    'used:number:Used',
    'price:number:Price',
    'text:text:Meaning',
  ],
  [
    ['capacity', 'Thursday 25 September', 8, 8, 412, 'One more slot on Thursday 25 September would add 412 points.'],
    ['capacity', 'Monday 22 September', 15, 15, 330, 'One more slot on Monday 22 September would add 330 points.'],
    ['fairness', 'Ana Abara', 1, 2, 200, 'One more loan for Ana Abara before the penalty begins would add 200 points.'],
    [
      'tier_caps',
      'Ana Abara and Toyota',
      3,
      4,
      150.5,
      'A cap of 4 in place of 3 for Ana Abara and Toyota would add 150.5 points.',
    ],
    ['budgets', 'AUDI, Q3 2025', 500, 1200, 3, 'One more dollar for AUDI in Q3 2025 would add 3 points.'],
  ],
);

const QUARANTINE = table(
  [
    'table:text:Table',
    'file:text:File',
    'line:integer:Line',
    'column:text:Column',
    'value:text:Value',
    'reason:text:Reason',
  ],
  [
    ['vehicles', 'vehicles.csv', 14, 'year', 'twenty', 'not a whole number'],
    ['loan_history', 'loan_history.csv', 802, 'start_date', '2025-02-30', 'no such date'],
  ],
);

const YAML = `kind: loans
title: Los Angeles, week of 22 September 2025
office: Los Angeles
week: 2025-09-22
start_days: [mon, tue, wed, thu, fri, sat]
weights: {rank: 1, geo: 100, pub: 150, hist: 50, preferred_day: 0}
rules:
  capacity:
    default_slots: 15
    override:
      2025-09-27: {slots: 10, note: Saturday delivery after the holiday}
  fairness: {mode: stepped, target: 1, penalty: 200, step_up: 400}
solver: {seed: 42, seconds: 60}
`;

const LEVELS: Run['audit']['levels'] = [
  { level: 1, name: 'feasible', passed: true, text: 'All 63 loans keep all 9 hard rules.' },
  {
    level: 2,
    name: 'priced',
    passed: true,
    text: 'Counted again from the tables: 63,212 points, exactly what the solver claims.',
  },
  {
    level: 3,
    name: 'bounded',
    passed: true,
    text: 'From the shadow prices alone, no schedule can score more than 63,212.4 points.',
  },
  {
    level: 4,
    name: 'reproducible',
    passed: true,
    text: 'Scenario, data, engine, solver, options and seed are fingerprinted.',
  },
  {
    level: 5,
    name: 'determined',
    passed: true,
    text: 'Partners reached is between 45 and 48 in every optimal schedule; net score is the same.',
  },
];

/** A made-up week of Los Angeles with every table filled; changes replace what they name. */
export function fixtureRun(changes: Partial<Run> = {}): Run {
  return {
    id: '3f9a1c52d07e',
    kind: 'loans',
    name: 'la-week',
    title: 'Los Angeles, week of 22 September 2025',
    status: 'optimal',
    objective: {
      raw_score: 73112,
      cap_penalty: 4800,
      fairness_penalty: 3000,
      budget_penalty: 2100,
      total_penalties: 9900,
      net_score: 63212,
      bound: 63212,
      gap: 0,
    },
    metrics: {
      assignments: 63,
      partners_assigned: 48,
      partners_eligible: 149,
      partners_with_multiple: 15,
      max_concentration: 2,
      avg_assignments: 1.3125,
      gini: 0.16369,
      gini_eligible: 0.734,
      hhi: 0.0234,
      top_1_share: 2 / 63,
      top_5_share: 10 / 63,
      cap_overages: 6,
      cap_overage_loans: 6,
      budget_planned: 20500,
      budget_over: 700,
      capacity_slots: 63,
      capacity_used: 63,
      utilization: 1,
      geo_match_share: 1,
      avg_pub_rate: 0.211,
    },
    candidates: 60233,
    funnel: [
      { step: 'pairs', removed: 0, left: 228260, text: '226 vehicles × 202 partners × 5 open days' },
      { step: 'approved_makes', removed: 156320, left: 71940, text: 'the partner is not approved for the make' },
      { step: 'availability', removed: 8400, left: 63540, text: 'the vehicle is not free for 7 days from that day' },
      { step: 'cooldown', removed: 2507, left: 61033, text: 'the partner had the same model within 30 days' },
      {
        step: 'zero_caps',
        removed: 800,
        left: 60233,
        text: 'the rules allow the partner no loan of this make and rank',
      },
    ],
    audit: { passed: true, levels: LEVELS },
    notes: ['The table offices was not given: locality is by office.'],
    scenario: {
      file: 'scenarios/loans/la-week.yaml',
      text: YAML,
      settings: {
        kind: 'loans',
        office: 'Los Angeles',
        week: '2025-09-22',
        rules: {
          tier_caps: { mode: 'soft', penalty: 800, window_months: 12, allow_zero_caps: false },
          fairness: { mode: 'stepped', target: 1, penalty: 200, step_up: 400 },
          budgets: { mode: 'soft', points_per_dollar: 3, missing: 'allow', default_cost: 1000, cost: {} },
        },
      },
      overrides: [{ path: 'rules.fairness.step_up', old: 0, new: 400, by: 'variant stepped' }],
    },
    provenance: {
      scenario: 'a1'.repeat(32),
      data: 'b2'.repeat(32),
      schedule: 'c3'.repeat(32),
      engine: 'evenhand 0.1.0',
      solver: 'HiGHS 1.15.3',
      seed: 42,
      method: 'sifting',
    },
    timing: [{ stage: 'solve', ms: 123, rows: 63 }],
    tables: {
      assignments: assignments(),
      capacity: CAPACITY,
      caps: caps(),
      partners: partners(),
      budgets: BUDGETS,
      scores: table(
        ['term:text:Term', 'points:number:Points', 'share:percent:Share'],
        [
          ['rank', 59100, 59100 / 73112],
          ['geo', 6300, 6300 / 73112],
          ['pub', 5614.5, 5614.5 / 73112],
          ['hist', 2100, 2100 / 73112],
          ['preferred_day', 0, 0],
          ['rounding', -2.5, -2.5 / 73112],
        ],
      ),
      violations: table(['rule:text:Rule', 'entity:text:Entity', 'text:text:What'], []),
      shadow_prices: PRICES,
      quarantine: QUARANTINE,
    },
    ...changes,
  };
}

/** The run of a scenario whose rules cannot hold together. */
export function infeasibleRun(): Run {
  return fixtureRun({
    status: 'infeasible',
    objective: {},
    metrics: {},
    tables: {},
    audit: { passed: true, levels: [] },
    notes: [],
    conflict: {
      members: [
        { rule: 'budgets', label: 'AUDI, Q3 2025' },
        { rule: 'least_loans', label: 'at least 5 Audi loans' },
      ],
      relaxation: [{ rule: 'budgets', label: 'AUDI, Q3 2025', by: 700 }],
    },
  });
}
