import { inOctal, judgeEach, othersRead } from '../beszel-config.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-data-readable',
  title: 'Others on the machine cannot read the data of the hub',
  severity: 'high',
  subject: 'beszel-hub',
  requires: ['beszel-hub.config-data'],
  rationale:
    'The folder holds the key that every agent trusts, password hashes, and the tokens of the agents. A stock start leaves the databases readable.',
  remediation:
    'chmod 700 the data folder of the hub (`beszel_data`), chmod 600 `id_ed25519` in it, and start the hub with umask 077 (systemd: `UMask=0077`).',
  references: ['https://beszel.dev/guide/security'],
  mapping: { cwe: [732] },

  evaluate: ({ 'beszel-hub.config-data': folders }) =>
    judgeEach(folders, ({ directory, mode, loose }) => {
      const place = { file: directory };
      if (mode === null) return unknown('this system keeps no permissions to look at');
      const open = loose.filter((file) => othersRead(mode, file.mode));
      const exhibit = saw('beszel-hub.config-data', `folder: mode ${inOctal(mode)}`, place);
      const files = open.map(({ path, mode: bits }) => saw('beszel-hub.config-data', `mode ${inOctal(bits)}`, { file: path }));
      if (open.length > 0)
        return fail(`others may read ${open[0]!.path}${open.length > 1 ? ` and ${open.length - 1} more` : ''}`, exhibit, ...files);
      return pass('only its owner may read it', exhibit);
    }),
});
