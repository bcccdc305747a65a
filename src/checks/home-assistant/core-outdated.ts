import { parseCoreVersion } from '../../knowledge/home-assistant.js';
import type { Exhibit, Verdict } from '../../model.js';
import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

/** A release comes out every month; one that is this much older has missed several. */
const OLD_MONTHS = 3;
const ANCIENT_MONTHS = 12;

export default defineCheck({
  id: 'home-assistant/core-outdated',
  title: 'Home Assistant Core is kept up to date',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['home-assistant.websocket-hello'],
  rationale: 'Only the current release gets fixes. Its version says in which month it was made.',
  remediation: 'Update Home Assistant Core (Settings > System > Updates), after a backup; then once a month.',
  references: [
    'https://www.home-assistant.io/docs/configuration/securing/',
    'https://www.home-assistant.io/common-tasks/os/#updating-home-assistant',
  ],
  mapping: { cwe: [1104], checklist: ['ha-2018/keep-updated'] },

  files: {
    requires: ['home-assistant.config-version'],
    evaluate: ({ 'home-assistant.config-version': { version, place } }, { now }) =>
      judge(version, now, saw('home-assistant.config-version', `version ${version}`, place)),
  },
  evaluate: ({ 'home-assistant.websocket-hello': { version } }, { now }) =>
    judge(version, now, saw('home-assistant.websocket-hello', `version ${version}`)),
});

function judge(said: string, now: Date, exhibit: Exhibit): Verdict {
  const version = parseCoreVersion(said);
  if (!version) return unknown(`its version "${said}" is not one we know`, exhibit);
  if (!version.released) return failWith({ severity: 'medium' }, `version ${said} is from before 2021`, exhibit);
  const { year, month } = version.released;
  const months = (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - month;
  const because = `version ${said} is ${months} months old`;
  if (months > ANCIENT_MONTHS) return failWith({ severity: 'medium' }, because, exhibit);
  return months > OLD_MONTHS ? fail(because, exhibit) : pass(because, exhibit);
}
