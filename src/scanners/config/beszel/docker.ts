import type { Facts } from '../../../model.js';
import type { ConfigFolder } from '../../scanner.js';
import { variable } from './settings.js';
import type { Source } from './sources.js';

type Docker = Facts['beszel-agent.config'][number]['docker'];

const SOCKET = /(?:^|\/)(?:docker|podman)\.sock$/;
const GROUPS = ['docker', 'podman'];

/** How the agent gets at the socket of Docker or Podman: whoever may write to it is root on the host. */
export async function dockerAccess(folder: ConfigFolder, source: Source): Promise<Docker> {
  const { service, unit } = source;
  // Set to anything else, the agent asks nobody, or a proxy.
  const elsewhere = /^$|^(?!unix:|\/)/.test(variable(source, 'DOCKER_HOST')?.value ?? 'unix:');
  if (service) {
    const mounted = service.volumes.find(({ source: from }) => SOCKET.test(from));
    return mounted ? { how: 'mounted', place: mounted.place } : { how: 'none' };
  }
  if (!unit) return { how: elsewhere ? 'none' : 'unknown' };
  const user = unit.all('User').at(-1);
  const supplementary = unit.all('SupplementaryGroups').find(({ value }) => value.split(/\s+/).some((name) => GROUPS.includes(name)));
  if (supplementary) return { how: 'group', place: supplementary.place };
  const isDynamic = unit.all('DynamicUser').at(-1)?.value === 'yes';
  if ((!user && !isDynamic) || user?.value === 'root') return { how: elsewhere ? 'none' : 'root', place: (user ?? unit).place };
  return memberships(folder, user?.value ?? '', elsewhere);
}

async function memberships(folder: ConfigFolder, user: string, elsewhere: boolean): Promise<Docker> {
  const file = folder.under('').find(({ path }) => /(?:^|\/)etc\/group$/.test(path));
  if (!file) return { how: elsewhere ? 'none' : 'unknown' };
  for (const [index, line] of (await file.text()).split(/\r?\n/).entries()) {
    const [name = '', , , members = ''] = line.split(':');
    if (GROUPS.includes(name) && members.split(',').includes(user)) return { how: 'group', place: { file: file.path, line: index + 1 } };
  }
  return { how: 'none' };
}
