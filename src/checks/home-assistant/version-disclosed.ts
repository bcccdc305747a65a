import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/version-disclosed',
  title: 'Home Assistant keeps its version to itself',
  severity: 'info',
  subject: 'home-assistant',
  considers: ['home-assistant.websocket-hello', 'home-assistant.discovery'],
  rationale: 'The first WebSocket frame carries the exact version before any login. It is built in and cannot be turned off.',
  remediation:
    'Nothing to change in Home Assistant itself: keep it up to date, and keep the port away from networks that you do not trust (firewall, VPN).',
  references: ['https://developers.home-assistant.io/docs/api/websocket/'],
  mapping: { cwe: [200], checklist: ['ha-2018/banner'] },

  evaluate(_facts, _context, { 'home-assistant.websocket-hello': hello, 'home-assistant.discovery': discovery }) {
    const greeted = valueOf(hello)?.version;
    if (greeted) return fail(`it says ${greeted} before any login`, saw('home-assistant.websocket-hello', `ha_version ${greeted}`));
    const announced = valueOf(discovery)?.version;
    if (announced) return fail(`it says ${announced} before any login`, saw('home-assistant.discovery', `version ${announced}`));
    if (hello && !hello.ok) return unknown(`its first WebSocket frame could not be seen: ${hello.failure.detail}`);
    return pass('its first WebSocket frame names no version', saw('home-assistant.websocket-hello', 'no ha_version'));
  },
});
