import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/identifiable',
  title: 'A passer-by cannot tell that this is Home Assistant',
  severity: 'info',
  subject: 'home-assistant',
  requires: ['home-assistant.refusals'],
  considers: ['http.final', 'http.manifest', 'home-assistant.websocket-hello', 'home-assistant.oauth-metadata'],
  rationale: 'Who can name the program can look up its weaknesses. It is built in: this line is for the inventory.',
  remediation:
    'Nothing to change in Home Assistant itself. Let only networks that you trust reach the port; from outside, put a VPN or a proxy with a login of its own in front.',
  references: ['https://www.home-assistant.io/docs/configuration/securing/'],
  mapping: { cwe: [200], checklist: ['ha-2018/banner'] },

  evaluate({ 'home-assistant.refusals': { paths } }, _context, considered) {
    const page = valueOf(considered['http.final']);
    const manifest = valueOf(considered['http.manifest']);
    const hello = valueOf(considered['home-assistant.websocket-hello']);
    const metadata = valueOf(considered['home-assistant.oauth-metadata']);
    const marks = [
      page?.title === 'Home Assistant' && saw('http.final', `title "${page.title}"`),
      manifest?.name === 'Home Assistant' && saw('http.manifest', `name "${manifest.name}"`),
      hello && saw('home-assistant.websocket-hello', `first frame ${hello.type}, version ${hello.version}`),
      metadata?.documentation && saw('home-assistant.oauth-metadata', metadata.documentation),
    ].filter((mark) => typeof mark === 'object');
    if (marks.length > 0) return fail('page, manifest or first WebSocket frame name the product', ...marks);
    if (paths.length > 0) return unknown('this address is banned, so the pages were not shown');
    return pass('none of its pages names the product', saw('http.final', 'no mark found'));
  },
});
