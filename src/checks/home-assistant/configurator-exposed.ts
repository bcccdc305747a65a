import { defineCheck, fail, failWith, notApplicable, saw } from '../check.js';

/** Published by the add-on up to 2.1 (addons: configurator/CHANGELOG.md); since 3.0 it has no port at all. */
const PORT = 3218;

export default defineCheck({
  id: 'home-assistant/configurator-exposed',
  title: 'The Configurator (file editor) is not reachable over the network',
  severity: 'critical',
  subject: 'http',
  requires: ['http.final'],
  rationale: 'Who edits the configuration runs commands on the machine and reads every secret in it.',
  remediation:
    'Update the File editor add-on (app) to 3.0 or later, which needs no port; a stand-alone HASS-Configurator: set `LISTENIP` to 127.0.0.1 and a `PASSWORD` in its settings.conf.',
  references: [
    'https://github.com/home-assistant/addons/blob/master/configurator/CHANGELOG.md',
    'https://github.com/danielperna84/hass-configurator',
  ],
  mapping: { cwe: [306, 749], checklist: ['ha-2018/configurator'] },

  evaluate({ 'http.final': { status, title, headers } }, { subject, systems }) {
    const realm = headers['www-authenticate'] ?? '';
    const named = /configurator/i.test(`${title} ${realm}`);
    const placed = subject.port === PORT && systems.includes('home-assistant') && (status === 200 || status === 401);
    if (!named && !placed) return notApplicable('it is not the Configurator');
    const exhibit = saw(
      'http.final',
      `status ${status}, ${title ? `title "${title}"` : `realm ${realm || '(none)'}`} on port ${subject.port}`,
    );
    const confidence = named ? 100 : 70;
    if (status === 200) return failWith({ confidence }, 'it opens the configuration for editing without a login', exhibit);
    if (status === 401) return failWith({ severity: 'high', confidence }, 'it answers, with nothing but a password in the way', exhibit);
    return fail(`it answers (status ${status})`, exhibit);
  },
});
