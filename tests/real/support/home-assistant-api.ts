import { randomBytes } from 'node:crypto';

/** Speaks with the API of one Home Assistant, as its owner once there is a token. */
export function apiOf(port: number, token = '') {
  const origin = `http://127.0.0.1:${port}`;
  const ask = async (path: string, body?: Readonly<Record<string, unknown>> | URLSearchParams): Promise<Answer> => {
    const isForm = body instanceof URLSearchParams;
    const answer = await fetch(`${origin}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
      },
      body: isForm ? body : body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, value: answer.ok ? JSON.parse(text) : text };
  };
  return { origin, ask };
}
interface Answer {
  readonly status: number;
  readonly value: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** Onboards with an invented account, as its pages do; resolves with a token of the owner. */
export async function onboard(port: number): Promise<string> {
  const { origin, ask } = apiOf(port);
  const client_id = `${origin}/`;
  const password = randomBytes(12).toString('hex');
  const owner = { client_id, name: 'Owner', username: 'owner', password, language: 'en' };
  const { auth_code } = await valueOf(ask('/api/onboarding/users', owner));
  const grant = new URLSearchParams({ client_id, grant_type: 'authorization_code', code: auth_code });
  const { access_token } = await valueOf(ask('/auth/token', grant));
  const asOwner = apiOf(port, access_token).ask;
  // Done even though it answers 500: what it adds (weather, radio, voice) is not installed and so asks nobody.
  await asOwner('/api/onboarding/core_config', {});
  await valueOf(asOwner('/api/onboarding/analytics', {}));
  await valueOf(asOwner('/api/onboarding/integration', { client_id, redirect_uri: `${origin}/?auth_callback=1` }));
  return access_token;
}

/** What was answered; rejects a refusal. */
export async function valueOf(asked: Promise<Answer>): Promise<Answer['value']> {
  const { status, value } = await asked;
  if (status !== 200) throw new Error(`status ${status}: ${value}`);
  return value;
}
