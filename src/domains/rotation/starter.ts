/** The commented scenario that `evenhand init` writes. */
export const starter = `# yaml-language-server: $schema=https://unpkg.com/evenhand/scenarios/schema.json
kind: rotation
title: My first evening
market: {zone: America/New_York, prime: {from: "20:00", to: "23:00"}}
date: 2025-03-10                 # broadcast date; days: 7 for a week

rules:                           # seconds; 0 switches a distance off
  rolling_seconds: 3600          # the window of each spot's cap
  separation: 900                # between spots of an advertiser
  competitive: {auto: 1800}      # between competitors, by category
  creative: 2700                 # between airings of the same creative
  max_shift_minutes: 60          # from the wish; false: no limit

weights: {shift: 1, evenness: 10, changes: 50}

breaks:                          # or data: {dir: my-data}, with breaks.csv, spots.csv …
  - {id: b2014, local: "20:14", seconds: 120, spots: 4, block: drama}
  - {id: b2044, local: "20:44", seconds: 120, spots: 4, block: drama}
advertisers: {Aster: {parent: Aster Group}, Birch: {}}
spots:
  - {id: s1, advertiser: Aster, seconds: 30, cpm: 20, tier: guaranteed, wish: "20:14", categories: [auto]}
  - {id: s2, advertiser: Birch, seconds: 30, cpm: 18, tier: priority, categories: [auto]}

expect:                          # checked after each run; a failure ends with exit code 1
  status: optimal
`;
