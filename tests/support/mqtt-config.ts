import type { Facts } from '../../src/model.js';

type Listener = Facts['mqtt.config']['listeners'][number];

/** A plain listener on every address that sets nothing, with some changed. */
export const listenerOf = (changed: Partial<Listener>): Listener => ({
  port: 1883,
  address: '',
  protocol: 'mqtt',
  encrypted: false,
  clientCertificates: false,
  allowAnonymous: { value: null },
  logins: [],
  place: { file: 'mosquitto.conf', line: 1 },
  ...changed,
});
