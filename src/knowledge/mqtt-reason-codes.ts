/** CONNACK return codes: MQTT 3.1.1 section 3.2.2.3, table 3.1. */
const RETURN_CODES: Readonly<Record<number, string>> = {
  0: 'Connection Accepted',
  1: 'Connection Refused, unacceptable protocol version',
  2: 'Connection Refused, identifier rejected',
  3: 'Connection Refused, Server unavailable',
  4: 'Connection Refused, bad user name or password',
  5: 'Connection Refused, not authorized',
};

/** CONNACK reason codes: MQTT 5 section 3.2.2.2, table 3-1. */
const REASON_CODES: Readonly<Record<number, string>> = {
  0x00: 'Success',
  0x80: 'Unspecified error',
  0x81: 'Malformed Packet',
  0x82: 'Protocol Error',
  0x83: 'Implementation specific error',
  0x84: 'Unsupported Protocol Version',
  0x85: 'Client Identifier not valid',
  0x86: 'Bad User Name or Password',
  0x87: 'Not authorized',
  0x88: 'Server unavailable',
  0x89: 'Server busy',
  0x8a: 'Banned',
  0x8c: 'Bad authentication method',
  0x90: 'Topic Name invalid',
  0x95: 'Packet too large',
  0x97: 'Quota exceeded',
  0x99: 'Payload format invalid',
  0x9a: 'Retain not supported',
  0x9b: 'QoS not supported',
  0x9c: 'Use another server',
  0x9d: 'Server moved',
  0x9f: 'Connection rate exceeded',
};

/** The name that the specification gives to a CONNACK code; brokers mix both tables, whose refusals do not overlap. */
export function connackReason(protocolVersion: number, code: number): string {
  const [own, other] = protocolVersion === 5 ? [REASON_CODES, RETURN_CODES] : [RETURN_CODES, REASON_CODES];
  return own[code] ?? other[code] ?? `code ${code}, which the specification does not know`;
}

export const isAccepted = (code: number): boolean => code === 0;
/** Bad user name or password, not authorized: the refusals that are about a login. Every other one refuses somebody else, too. */
export const wantsLogin = (code: number): boolean => [4, 5, 0x86, 0x87].includes(code);
/** The broker does not speak this version of MQTT. */
export const isWrongVersion = (code: number): boolean => [1, 0x84].includes(code);
