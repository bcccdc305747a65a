/** A share of the demo; `type` as in MS-SRVS 2.2.2.4. */
export interface DemoShare {
  readonly name: string;
  readonly comment: string;
  readonly type: number;
  readonly writable: boolean;
  readonly files: readonly string[];
}
const DISK = 0x0000_0000;
const HIDDEN_PIPE = 0x8000_0003;

/** What the Samba add-on of 2018 shares with everybody as it comes; the files are invented and empty. */
export const SHARES: readonly DemoShare[] = [
  { name: 'config', comment: '', type: DISK, writable: true, files: ['configuration.yaml', 'automations.yaml', 'secrets.yaml'] },
  { name: 'share', comment: '', type: DISK, writable: false, files: ['readme.txt'] },
  { name: 'IPC$', comment: 'IPC Service (Samba HomeAssistant config share)', type: HIDDEN_PIPE, writable: false, files: [] },
];
