/** The commented scenario that `evenhand init` writes. */
export const starter = `# yaml-language-server: $schema=https://unpkg.com/evenhand/scenarios/schema.json
kind: posts
title: My first week of posts
horizon: {start: 2025-11-03, end: 2025-11-10, zone: America/New_York}   # the end is not included

channels:                        # or data: {dir: my-data}, with channels.csv, posts.csv …
  - {channel: studio-ig, platform: instagram, zone: America/New_York, audience: young, per_week: 7}
  - {channel: studio-in, platform: linkedin, zone: Europe/London, slots: "tue 09:00; thu 12:00"}
audiences:
  - {audience: young, trait: age, value: 18-24, share: 0.6}
  - {audience: young, trait: device, value: mobile, share: 0.8}

posts:
  - {post: teaser, channel: studio-ig, type: instagram_reels, priority: urgent}
  - {post: launch, channel: studio-ig, type: instagram_feed, after: teaser, offset_hours: 24}
  - {post: hiring, channel: studio-in, type: linkedin_post, priority: low, deadline: 2025-11-07}

rules:                           # false switches a rule off
  spacing: {default: 12}
  quiet_hours: {from: 23, to: 6}

expect:                          # checked after each run; a failure ends with exit code 1
  status: optimal
`;
