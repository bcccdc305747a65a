/** NT status codes that SMB servers answer to what we ask; MS-ERREF 2.3.1. */
export const Status = {
  OK: 0x0000_0000,
  PENDING: 0x0000_0103,
  BUFFER_OVERFLOW: 0x8000_0005,
  NO_MORE_FILES: 0x8000_0006,
  INVALID_PARAMETER: 0xc000_000d,
  NO_SUCH_FILE: 0xc000_000f,
  MORE_PROCESSING_REQUIRED: 0xc000_0016,
  ACCESS_DENIED: 0xc000_0022,
  OBJECT_NAME_NOT_FOUND: 0xc000_0034,
  OBJECT_PATH_NOT_FOUND: 0xc000_003a,
  SHARING_VIOLATION: 0xc000_0043,
  NO_SUCH_USER: 0xc000_0064,
  WRONG_PASSWORD: 0xc000_006a,
  LOGON_FAILURE: 0xc000_006d,
  ACCOUNT_RESTRICTION: 0xc000_006e,
  INVALID_LOGON_HOURS: 0xc000_006f,
  INVALID_WORKSTATION: 0xc000_0070,
  PASSWORD_EXPIRED: 0xc000_0071,
  ACCOUNT_DISABLED: 0xc000_0072,
  MEDIA_WRITE_PROTECTED: 0xc000_00a2,
  NOT_SUPPORTED: 0xc000_00bb,
  NETWORK_ACCESS_DENIED: 0xc000_00ca,
  BAD_NETWORK_NAME: 0xc000_00cc,
  REQUEST_NOT_ACCEPTED: 0xc000_00d0,
  LOGON_TYPE_NOT_GRANTED: 0xc000_015b,
  USER_SESSION_DELETED: 0xc000_0203,
  NTLM_BLOCKED: 0xc000_0418,
} as const;

const names = new Map<number, string>(Object.entries(Status).map(([name, code]) => [code, name]));

/** `STATUS_ACCESS_DENIED`, or the number where the name is not in our list. */
export function statusName(status: number): string {
  const name = names.get(status);
  return name ? `STATUS_${name}` : `0x${status.toString(16).padStart(8, '0')}`;
}

const loginRefusals: ReadonlySet<number> = new Set([
  Status.ACCESS_DENIED,
  Status.NO_SUCH_USER,
  Status.WRONG_PASSWORD,
  Status.LOGON_FAILURE,
  Status.ACCOUNT_RESTRICTION,
  Status.INVALID_LOGON_HOURS,
  Status.INVALID_WORKSTATION,
  Status.PASSWORD_EXPIRED,
  Status.ACCOUNT_DISABLED,
  Status.NETWORK_ACCESS_DENIED,
  Status.LOGON_TYPE_NOT_GRANTED,
  Status.NTLM_BLOCKED,
]);

/** True where the server said no to this login; anything else (out of resources, say) tells nothing about its policy. */
export const refusesLogin = (status: number): boolean => loginRefusals.has(status);

/** True where the server said no to an access, rather than that it could not try. */
export const deniesAccess = (status: number): boolean =>
  status === Status.ACCESS_DENIED || status === Status.NETWORK_ACCESS_DENIED || status === Status.MEDIA_WRITE_PROTECTED;
