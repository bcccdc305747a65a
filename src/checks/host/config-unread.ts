import { defineCheck, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'host/config-unread',
  title: 'Every configuration file that was given could be read',
  severity: 'high',
  subject: 'host',
  requires: ['host.config-read'],
  rationale: 'What could not be read was not judged: a part that is left out may say the opposite of the rest.',
  remediation:
    'Run porosity as a user who may read the files, name the folder that holds them and not a link to them, and mend those that are broken.',
  references: ['https://www.home-assistant.io/docs/configuration/'],
  mapping: {},

  evaluate({ 'host.config-read': { files, kinds, unread } }) {
    const exhibits = unread.map((text) => saw('host.config-read', text));
    if (unread.length > 0) return unknown(unread.length === 1 ? unread[0]! : `${unread[0]}, and ${unread.length - 1} more`, ...exhibits);
    const found = saw('host.config-read', `${files} files: ${kinds.join(', ') || 'nothing that porosity knows'}`);
    return kinds.length > 0 ? pass('every one could', found) : unknown('nothing in it is a configuration that porosity knows', found);
  },
});
