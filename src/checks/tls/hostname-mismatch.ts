import { bareName, isNamed } from '../certificate-names.js';
import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

const SHOWN_NAMES = 5;

export default defineCheck({
  id: 'tls/hostname-mismatch',
  title: 'The certificate names the host as it is called',
  severity: 'low',
  subject: 'tls',
  requires: ['tls.certificate'],
  rationale: 'Clients refuse it or are told to skip the check, and then any certificate will do.',
  remediation:
    'Have a certificate issued whose subjectAltName holds the name that clients use (`openssl req -addext "subjectAltName=DNS:box.lan"`, `certbot -d box.example`), or call the host by a name that is in it.',
  references: ['https://www.rfc-editor.org/rfc/rfc9525#section-6.3'],
  mapping: { cwe: [297] },

  evaluate({ 'tls.certificate': { names } }, { subject }) {
    const called = bareName(subject.target.name);
    if (isAddress(called)) return notApplicable('the audit calls this host by its address');
    const shown = names.slice(0, SHOWN_NAMES).join(', ') || 'no name';
    const exhibit = saw(
      'tls.certificate',
      `it is for ${shown}${names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : ''}`,
    );
    return isNamed(names, called) ? pass(`it names ${called}`, exhibit) : fail(`it does not name ${called}`, exhibit);
  },
});

const isAddress = (name: string): boolean => name.includes(':') || /^\d+(\.\d+){3}$/.test(name);
