import { readFileSync } from 'node:fs';
import net from 'node:net';

/** What a real server sent: for each connection, in order, its bytes after each request. */
export interface SmbTranscript {
  readonly connections: readonly (readonly Buffer[])[];
}

export function loadTranscript(name: string): SmbTranscript {
  const { connections } = JSON.parse(readFileSync(`fixtures/transcripts/smb/${name}.json`, 'utf8')) as {
    connections: readonly (readonly string[])[];
  };
  return { connections: connections.map((answers) => answers.map((hex) => Buffer.from(hex, 'hex'))) };
}

/** A way to spoil a recording: gives what is sent instead of this answer; undefined hangs up. */
export type Spoil = (answer: Buffer, connection: number, request: number) => Buffer | undefined;

/** Answers as the recorded server did. Hangs up where it had, and wherever the recording ends. */
export function replay({ connections }: SmbTranscript, spoil: Spoil = (answer) => answer): net.Server {
  let next = 0;
  return net.createServer((socket) => {
    const connection = next++;
    let request = 0;
    socket.on('error', () => socket.destroy());
    socket.on('data', () => {
      const answer = connections[connection]?.[request];
      const sent = answer && answer.length > 0 ? spoil(answer, connection, request) : undefined;
      request += 1;
      if (sent === undefined) socket.destroy();
      else if (sent === answer) socket.write(sent);
      else socket.end(sent);
    });
  });
}
