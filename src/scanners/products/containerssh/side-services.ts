import { DOCKER_PORT, healthIn, METRICS_PORT } from '../../../knowledge/containerssh.js';
import type { Facts } from '../../../model.js';
import { type HttpAnswer, type HttpSession, request } from '../../http-client.js';
import { isTlsAlert } from '../../openssl.js';
import { beside, type Dial, failureOf, ProbeError } from '../../scanner.js';
import { bodyOf, jsonIn } from './answers.js';

type Metrics = Facts['containerssh.metrics'];

/** Both doors beside the front are tried at once, in plain text and then in TLS, within the time of one product. */
const BESIDE_MS = 1_000;
const MAX_NAMES = 40;
const MAX_TELLING = 10;
const NAME_CHARS = 80;

/** Any path and method gives the same answer, and the quotes go where a browser asks. */
export async function readHealth(session: HttpSession, expected: string): Promise<Facts['containerssh.health']> {
  const elsewhere = await session.request({ path: '/porosity-nothing', headers: { Accept: 'application/json' } });
  const answer = healthIn(pageOf(elsewhere), bodyOf(elsewhere));
  if (!answer) throw new ProbeError('protocol', `"${expected}" on its first page, ${elsewhere.status} on an invented one`);
  const asBrowser = await session.request({ path: '/', headers: { Accept: 'text/html' } });
  return { answer, negotiates: /^(not )?ok\s*$/.test(bodyOf(asBrowser)) };
}

const pageOf = ({ status, headers }: HttpAnswer) => ({ status, server: headers['server'] ?? '', headers });

/** OpenMetrics with the product's prefix; node_exporter and others have the same port. */
export async function readMetrics(session: HttpSession, port: number): Promise<Metrics> {
  return metricsIn(await session.request({ path: '/metrics' }), port);
}

function metricsIn(answer: HttpAnswer, port: number): Metrics {
  const text = bodyOf(answer);
  const names = [...text.matchAll(/^# (?:HELP|TYPE) (containerssh_[a-z0-9_]+)/gm)].map(([, name = '']) => name.slice(0, NAME_CHARS));
  if (answer.status !== 200 || names.length === 0) throw new ProbeError('protocol', `status ${answer.status}, no metric of ContainerSSH`);
  const labels = [...text.matchAll(/\b((?:backend|authtype|country)="[A-Za-z0-9 _-]{1,40}")/g)].map(([, label = '']) => label);
  return { port, state: 'open', names: [...new Set(names)].slice(0, MAX_NAMES), tells: [...new Set(labels)].slice(0, MAX_TELLING) };
}

/** The same on the usual port, from the SSH front. */
export async function lookForMetrics(front: Dial): Promise<Metrics> {
  const answer = await askBeside(front, METRICS_PORT, '/metrics');
  return typeof answer === 'string' ? { port: METRICS_PORT, state: answer, names: [], tells: [] } : metricsIn(answer, METRICS_PORT);
}

/** The Docker API without TLS, which gives the machine away. Asks for its version and for nothing else. */
export async function lookForDocker(front: Dial): Promise<Facts['containerssh.docker-api']> {
  const answer = await askBeside(front, DOCKER_PORT, '/version');
  if (typeof answer === 'string') return { port: DOCKER_PORT, state: answer, version: '' };
  const version = jsonIn(answer)?.['ApiVersion'];
  if (typeof version !== 'string') throw new ProbeError('protocol', `status ${answer.status}, not the Docker API`);
  return { port: DOCKER_PORT, state: 'open', version: version.slice(0, NAME_CHARS) };
}

/** One page of another port of the host, over TLS where it wants that. */
async function askBeside(front: Dial, port: number, path: string): Promise<HttpAnswer | 'closed' | 'guarded'> {
  const [plain, secured] = [beside(front, port, 'tcp'), beside(front, port, 'tls')];
  try {
    const answer = await request(plain, { path, deadlineMs: BESIDE_MS });
    // Go's server says so in plain text; see https://github.com/golang/go net/http.
    if (answer.status !== 400 || !bodyOf(answer).includes('HTTPS server')) return answer;
    return await request(secured, { path, deadlineMs: BESIDE_MS });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'refused') return 'closed';
    // TLS 1.3 says it after the handshake; the alert of TLS 1.2 may mean something else and stays a failure.
    if (isTlsAlert(failure, 'certificate required')) return 'guarded';
    throw error;
  }
}
