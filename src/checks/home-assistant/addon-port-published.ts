import { defineCheck, failWith, pass, saw } from '../check.js';

/** Container ports that give a shell, files or every message to whoever reaches them without Home Assistant's ban. */
const SENSITIVE = /^(?:22|139|445|1883|1884|3218|3306|5432|5900|6052|8086|8088|8099|8485|1880|1984|5000)\/tcp$/;

export default defineCheck({
  id: 'home-assistant/addon-port-published',
  title: 'Add-ons (apps) are reached through Home Assistant, not on ports of their own',
  severity: 'info',
  subject: 'home-assistant',
  requires: ['home-assistant.config-apps'],
  rationale: 'Logins through an add-on’s own port are not counted by the IP ban, and many add-ons have no login there at all.',
  remediation:
    'Under Settings > Add-ons (Apps) > the add-on > Configuration > Network empty the host port where its page in the sidebar is enough.',
  references: ['https://developers.home-assistant.io/docs/add-ons/configuration/'],
  mapping: { cwe: [668] },

  evaluate({ 'home-assistant.config-apps': { apps, place } }) {
    const open = apps.filter(({ published }) => published.length > 0);
    if (open.length === 0) return pass('none has a port on the host', saw('home-assistant.config-apps', `${apps.length} add-ons`, place));
    const exhibits = open.map(({ name, published }) =>
      saw('home-assistant.config-apps', `${name}: ${published.map(({ host, container }) => `${host} for ${container}`).join(', ')}`, place),
    );
    const severity = open.some(({ published }) => published.some(({ container }) => SENSITIVE.test(container))) ? 'medium' : 'info';
    return failWith(
      { severity },
      `${open.map(({ name }) => name).join(', ')} listen${open.length > 1 ? '' : 's'} on ports of the host`,
      ...exhibits,
    );
  },
});
