import { agents } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-docker-socket.js';
import { testCheck } from '../../support/test-check.js';

const docker = (how: 'mounted' | 'group' | 'root' | 'none' | 'unknown') => ({ name: how, facts: agents({ docker: { how } }) });

testCheck(check, { fail: [docker('mounted'), docker('group'), docker('root')], pass: [docker('none')], unknown: [docker('unknown')] });
