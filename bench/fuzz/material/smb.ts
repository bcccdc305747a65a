import smb from '../../../src/scanners/protocols/smb.js';
import { decodeEntries, isReadOnlyVolume } from '../../../src/scanners/wire/smb/directory.js';
import { decodeFrameHeader } from '../../../src/scanners/wire/smb/frame.js';
import { decodeNtlmChallenge } from '../../../src/scanners/wire/smb/ntlm.js';
import { decodeResponse, expectBound } from '../../../src/scanners/wire/smb/rpc.js';
import { decodeNetShareEnum } from '../../../src/scanners/wire/smb/share-list.js';
import { decodeSmb1Negotiated, decodeSmb1SessionSetup } from '../../../src/scanners/wire/smb/smb1-login.js';
import { decodeSmb1, type Smb1Message } from '../../../src/scanners/wire/smb/smb1-message.js';
import { decodeSmb1Create, decodeSmb1Read, decodeSmb1TreeConnect, decodeTransaction } from '../../../src/scanners/wire/smb/smb1-share.js';
import { decodeCreate, decodeQueried, decodeRead, decodeTransceived } from '../../../src/scanners/wire/smb/smb2-file.js';
import { decodeSmb2, type Smb2Message } from '../../../src/scanners/wire/smb/smb2-message.js';
import { decodeNegotiated } from '../../../src/scanners/wire/smb/smb2-negotiate.js';
import { decodeSessionSetup, decodeTreeConnect } from '../../../src/scanners/wire/smb/smb2-session.js';
import type { Material, Sort } from '../material.js';
import { memoryDial } from '../memory-dial.js';
import { smbConnections, smbMessages } from '../recordings.js';

const SMB1 = 0xff;

/** Each sort of answer by the command it answers: MS-SMB2 2.2.1.2. */
const SMB2: Readonly<Record<number, readonly [string, (message: Smb2Message) => unknown]>> = {
  0: ['negotiate', decodeNegotiated],
  1: ['session setup', (message) => decodeNtlmChallenge(decodeSessionSetup(message).token)],
  3: ['tree connect', decodeTreeConnect],
  5: ['create', decodeCreate],
  8: ['read', decodeRead],
  11: [
    'RPC',
    (message) =>
      decodeTransceived(message)[2] === 12
        ? expectBound(decodeTransceived(message))
        : decodeNetShareEnum(decodeResponse(decodeTransceived(message)).stub, 256),
  ],
  14: ['folder', (message) => decodeEntries(decodeQueried(message))],
  16: ['volume', (message) => isReadOnlyVolume(decodeQueried(message))],
};
/** MS-CIFS 2.2.2.1. */
const SMB1_COMMANDS: Readonly<Record<number, readonly [string, (message: Smb1Message) => unknown]>> = {
  0x72: ['SMB1 negotiate', decodeSmb1Negotiated],
  0x73: ['SMB1 session setup', decodeSmb1SessionSetup],
  0x75: ['SMB1 tree connect', decodeSmb1TreeConnect],
  0xa2: ['SMB1 create', decodeSmb1Create],
  0x2e: ['SMB1 read', decodeSmb1Read],
  0x32: ['SMB1 folder', (message) => decodeEntries(decodeTransaction(message))],
  0x25: ['SMB1 RPC', (message) => decodeNetShareEnum(decodeResponse(decodeTransaction(message)).stub, 256)],
};

const commandOf = (message: Buffer) => (message[0] === SMB1 ? message[4]! : message.readUInt16LE(12));

export default function material(): Material {
  const states = ['guest', 'hardened', 'encrypted', 'smb1-alone'].map(smbConnections);
  const messages = states.flat(2).flatMap(smbMessages);
  const sortsOf = <M>(
    table: Readonly<Record<number, readonly [string, (message: M) => unknown]>>,
    decode: (bytes: Buffer) => M,
    isSmb1: boolean,
  ): Sort[] =>
    Object.entries(table).map(([command, [name, read]]) => ({
      name,
      answers: messages.filter((message) => (message[0] === SMB1) === isSmb1 && commandOf(message) === Number(command)),
      read: (bytes) => read(decode(bytes)),
    }));
  const codecs = [
    ...sortsOf(SMB2, decodeSmb2, false),
    ...sortsOf(SMB1_COMMANDS, decodeSmb1, true),
    {
      name: 'frame',
      answers: messages.map((message) => Buffer.from([0, 0, message.length >> 8, message.length & 255])),
      read: (bytes: Buffer) => decodeFrameHeader(Buffer.concat([bytes, Buffer.alloc(4)])),
    },
  ];
  return { protocol: 'smb', codecs: codecs.filter(({ answers }) => answers.length > 0), scanners: states.map(scanner) };
}

/** The recorded talk with one answer spoiled. */
function scanner(connections: readonly (readonly Buffer[])[]): Sort {
  const places = connections.flatMap((answers, connection) => answers.map((_, request) => ({ connection, request })));
  const answers = places.map(({ connection, request }) => connections[connection]![request]!);
  return {
    name: 'smb scanner',
    answers,
    read: (bytes, index) => {
      const { connection, request } = places[index]!;
      const spoiled = connections.map((talk, at) => (at === connection ? talk.with(request, bytes) : talk));
      return smb.gather(memoryDial(spoiled, { port: 445 }));
    },
  };
}
