import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/addon-unprotected',
  title: 'Every add-on (app) runs in protection mode',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.config-apps'],
  rationale:
    'Without it an add-on that asks for the Docker socket or full access gets the whole machine; a fault in it is a fault in the host.',
  remediation: 'Turn `Protection mode` on under Settings > Add-ons (Apps) > the add-on > Info, and keep it off only while you need it.',
  references: ['https://www.home-assistant.io/addons/'],
  mapping: { cwe: [250] },

  evaluate({ 'home-assistant.config-apps': { apps, place } }) {
    const open = apps.filter(({ isProtected }) => !isProtected);
    if (open.length === 0) return pass('all of them do', saw('home-assistant.config-apps', `${apps.length} add-ons`, place));
    const exhibits = open.map(({ name, wants }) =>
      saw('home-assistant.config-apps', `${name}: protected: false${wants.length > 0 ? `, asks for ${wants.join(' and ')}` : ''}`, place),
    );
    return fail(`${open.map(({ name }) => name).join(', ')} without it`, ...exhibits);
  },
});
