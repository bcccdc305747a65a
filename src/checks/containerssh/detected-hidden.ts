import { isDefaultOffer } from '../../knowledge/containerssh.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

/** The order of its curves alone, or with its health page on the same host. */
const BY_ITS_OFFER = 60;
const BY_BOTH = 85;

export default defineCheck({
  id: 'containerssh/detected-hidden',
  title: 'An SSH server that goes by another name is not ContainerSSH',
  severity: 'info',
  subject: 'containerssh',
  requires: ['ssh.banner', 'ssh.algorithms'],
  rationale: 'An identification line can be set to anything; whoever reads an inventory should not take it for OpenSSH.',
  remediation: 'Nothing has to be changed; write in your inventory what it really is.',
  references: ['https://containerssh.io/reference/ssh/'],
  mapping: { cwe: [200] },

  evaluate({ 'ssh.banner': { software, raw }, 'ssh.algorithms': offer }, { neighbours }) {
    if (software === 'ContainerSSH') return notApplicable('it goes by its own name');
    if (!isDefaultOffer(offer)) return pass('its offer is not the one of ContainerSSH', saw('ssh.algorithms', offer.kex.join(', ')));
    const health = neighbours.find(({ evidence }) => valueOf(evidence['containerssh.health']) !== undefined);
    const exhibits = [saw('ssh.banner', raw), saw('ssh.algorithms', offer.kex.join(', '))];
    const beside = health ? `, and its health page is on port ${health.port}` : '';
    return failWith(
      { confidence: health ? BY_BOTH : BY_ITS_OFFER },
      `it calls itself ${software}, but offers what ContainerSSH does${beside}`,
      ...exhibits,
    );
  },
});
