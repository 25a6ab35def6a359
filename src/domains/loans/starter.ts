/** The commented scenario that `evenhand init` writes. */
export const starter = `# yaml-language-server: $schema=https://unpkg.com/evenhand/scenarios/schema.json
kind: loans
title: My first week
office: Los Angeles              # as written in the tables
week: 2025-09-22                 # a Monday
data: sample                     # or {dir: my-data}: CSV files named after the tables, beside this file
start_days: [mon, tue, wed, thu, fri]

weights:                         # what a candidate is worth, in points
  rank: 1                        # times 1000 for A+, 700 for A, 400 for B, 100 for C
  geo: 100                       # a partner of the office
  pub: 150                       # times the publication rate of the last 24 months
  hist: 50                       # has published about the make before

rules:                           # each can be switched off: \`cooldown: false\`
  availability: {min_days: 7}
  cooldown: {days: 30}
  capacity: {default_slots: 15}
  tier_caps: {mode: soft, penalty: 800}                       # soft | hard | off
  fairness: {mode: stepped, penalty: 200, step_up: 400}       # stepped | linear | off
  budgets: {mode: soft, points_per_dollar: 3}                 # soft | hard | off

variants:                        # evenhand run FILE --all-variants
  one_each: {rules: {fairness: {mode: linear, penalty: 400}}}

expect:                          # checked after each run; a failure ends with exit code 1
  status: optimal
`;
