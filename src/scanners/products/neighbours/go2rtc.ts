import type { Evidence, Facts } from '../../../model.js';
import { ByteReader } from '../../byte-reader.js';
import { FOREIGN_ORIGIN } from '../../http-client.js';
import { beside, type Dial, observe, ProbeError, valueOf } from '../../scanner.js';
import { defineProgram, jsonOf, otherProgram, saying, versionOf } from './program.js';

const RTSP_PORT = 8554;
const REALM = /^Basic realm="go2rtc"/i;
const HEAD_MAX_BYTES = 4_096;

export default defineProgram({
  fact: 'neighbour.go2rtc',
  suspects(evidence) {
    const root = valueOf(evidence['http.root']);
    return root?.title === 'go2rtc' || REALM.test(root?.headers['www-authenticate'] ?? '');
  },

  async look(ask) {
    // A page of another origin, as a browser would name it: go2rtc answers `*` where `api.origin` is set.
    const answer = await ask.request({ path: '/api', headers: { Origin: FOREIGN_ORIGIN } });
    const allowedOrigin = (answer.headers['access-control-allow-origin'] ?? '').slice(0, 80);
    if (answer.status === 401 && REALM.test(answer.headers['www-authenticate'] ?? '')) {
      return { door: 'login', version: '', saw: saying('/api', answer), allowedOrigin };
    }
    const api = jsonOf(answer);
    if (answer.status !== 200 || !api || !('config_path' in api) || !('rtsp' in api)) throw otherProgram(saying('/api', answer));
    return { door: 'open', version: versionOf(api.version), saw: `${saying('/api', answer)} without a login`, allowedOrigin };
  },

  async more(dial): Promise<Evidence> {
    return { 'neighbour.go2rtc-rtsp': await observe(() => askRtsp(beside(dial, RTSP_PORT, 'tcp'))) };
  },
});

/** RTSP has a password of its own. OPTIONS names no stream. */
async function askRtsp(dial: Dial): Promise<Facts['neighbour.go2rtc-rtsp']> {
  const socket = await dial();
  try {
    socket.write(`OPTIONS rtsp://${dial.target.address}:${dial.port}/ RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: porosity\r\n\r\n`);
    const head = (await new ByteReader(socket).until('\r\n\r\n', HEAD_MAX_BYTES)).toString('latin1');
    const status = /^RTSP\/1\.0 (\d{3})/.exec(head)?.[1];
    if (status === '200') return { door: 'open', version: '', saw: 'RTSP OPTIONS answered 200 without a login' };
    if (status === '401') return { door: 'login', version: '', saw: 'RTSP OPTIONS answered 401' };
    throw new ProbeError('protocol', `RTSP OPTIONS answered ${status ?? 'something else'}`);
  } finally {
    socket.destroy();
  }
}
