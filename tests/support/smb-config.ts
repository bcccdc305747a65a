import type { Facts } from '../../src/model.js';

type Config = Facts['smb.config'];

export const smbGlobalOf = (changed: Partial<Config>) => ({
  'smb.config': {
    shares: [],
    minProtocol: { value: null },
    signing: { value: null },
    isDomainController: false,
    unread: [],
    ...changed,
  } satisfies Config,
});

interface OneShare {
  readonly name: string;
  readonly guest: boolean | null;
  readonly writable: boolean;
  readonly guestShutOut?: boolean;
  readonly printer?: boolean;
  readonly unread?: string[];
}

/** A configuration with one share; a guest of null is a word that is no boolean. */
export const smbConfigOf = ({ name, guest, writable, guestShutOut = false, printer = false, unread = [] }: OneShare) =>
  smbGlobalOf({
    unread,
    shares: [
      {
        name,
        guest: { value: guest, ...(guest === null ? { unresolved: 'its value is no boolean' } : {}) },
        writable: { value: writable },
        guestShutOut,
        printer,
        place: { file: 'smb.conf', line: 3 },
      },
    ],
  });
