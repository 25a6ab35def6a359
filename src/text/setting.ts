import { count } from './format.ts';
import { visible } from './visible.ts';

/**
 * A value of a setting as a report shows it. Several values under one setting are read out, never shown as JSON.
 *
 * @example
 * settingText(1200) // '1,200'
 * settingText(false) // 'off'
 * settingText({ mode: 'linear', step_up: 400 }) // 'mode linear, step up 400'
 */
export function settingText(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value * 100) ? count(value) : String(value);
  if (value === false) return 'off';
  if (value === true) return 'on';
  if (value === null) return 'nothing';
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map((one: unknown) => settingText(one)).join(', ');
  return Object.entries(value as Readonly<Record<string, unknown>>)
    .map(([key, own]) => `${visible(key.replaceAll('_', ' '))} ${settingText(own)}`)
    .join(', ');
}
