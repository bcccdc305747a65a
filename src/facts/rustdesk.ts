import { z } from 'zod';

/** RustDesk's rendezvous and relay ports, spoken to as a client does. Facts are there only where the port answers such questions. */
export const rustdeskFacts = {
  'rustdesk.hello': z
    .object({
      asked: z.enum(['HealthCheck', 'TestNatRequest', 'h']),
      over: z.enum(['tcp', 'websocket']),
      answers: z.array(z.string()).describe('Names of the messages that came, in order; `help` for the text of a command console'),
    })
    .describe('What the server said to our first words; a server that opens by itself is heard here, too'),
  'rustdesk.key-exchange': z
    .object({
      signature: z.string(),
      publicKey: z.string(),
      plainAnswered: z.boolean().describe('Whether a question in plain text was answered after it'),
    })
    .describe('The opening message of the signal port in base64: an Ed25519 signature over a Curve25519 key'),
  'rustdesk.key-exchange-again': z.object({ same: z.boolean() }).describe('Whether a second connection opened with the same bytes'),
  'rustdesk.nat-test': z
    .object({ serial: z.number(), servers: z.number().describe('Servers in the list that came with it; 0 without one') })
    .describe('The answer to a TestNatRequest without a serial'),
  'rustdesk.online': z.object({ answered: z.boolean() }).describe('Whether a list of device ids is answered with who is online'),
  'rustdesk.punch-hole': z
    .object({ answer: z.enum(['id unknown', 'offline', 'key mismatch', 'other']) })
    .describe('What a PunchHoleRequest to an invented id with an invented key was answered'),
  'rustdesk.tls': z
    .object({
      offered: z.boolean(),
      version: z.string(),
      certificate: z
        .object({
          subject: z.string(),
          issuer: z.string(),
          selfSigned: z.boolean(),
          validFrom: z.string(),
          validTo: z.string(),
          chainProblem: z.string(),
        })
        .nullable(),
    })
    .describe('A TLS handshake on the port that also takes plain text'),
  'rustdesk.console': z
    .object({ open: z.boolean(), saw: z.string() })
    .describe('Whether the command console that RustDesk keeps for loopback answers here'),
  'rustdesk.relay-pairing': z
    .object({ paired: z.boolean(), held: z.boolean().describe('Neither was closed nor joined'), saw: z.string() })
    .describe('Two connections of ours with one random UUID and an invented key: whether bytes went through'),
  'rustdesk.relay-key': z
    .object({ port: z.number(), held: z.boolean(), saw: z.string() })
    .describe('hbbr: whether it keeps a connection that brought an invented key'),
  'rustdesk.idle-blocks': z
    .object({ blockedMs: z.number().describe('How long a request waited beside a silent connection of ours that stayed 500 ms') })
    .describe('Whether a connection that says nothing keeps others out'),
};
