import type { Facts, Subject } from '../model.js';

/** gunicorn in the image, Werkzeug or (under eventlet) nothing with the development starter. */
const OWN_SERVERS = /^(?:gunicorn|Werkzeug\/|$)/;

/** Whether WebSSH itself answered: it speaks no TLS, and proxies put their own name or a `Via` there. */
export function isDirect({ server, headers }: Facts['http.root'], { tls }: Pick<Subject, 'tls'>): boolean {
  return tls !== true && OWN_SERVERS.test(server) && headers['via'] === undefined;
}
