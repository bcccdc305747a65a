import { z } from 'zod';

const connack = z.object({ protocolVersion: z.number(), returnCode: z.number(), reason: z.string() });

/** MQTT 3.1.1 section 3.2.2.3, MQTT 5 section 3.2.2.2. */
export const mqttFacts = {
  'mqtt.transport': z
    .object({ kind: z.enum(['tcp', 'websocket']), path: z.string() })
    .describe('How MQTT is carried; path of the WebSocket, empty over TCP'),
  'mqtt.anonymous-connect': connack
    .extend({
      attempts: z
        .object({ made: z.number(), accepted: z.number() })
        .optional()
        .describe('A refusal is asked again: some brokers let a client in only now and then'),
    })
    .describe('The CONNACK to a client without user name: protocol level 4, or 5 or 3 where the broker speaks no 3.1.1'),
  'mqtt.anonymous-connect-5': connack.describe('The same with protocol level 5'),
  'mqtt.anonymous-subscribe': z
    .object({
      granted: z.boolean(),
      received: z.number(),
      userMessages: z.number().optional().describe('How many of them were not the broker’s own `$SYS`'),
      withheld: z
        .number()
        .optional()
        .describe('Retained messages of users that the broker counts and did not deliver; 0 where it does not tell'),
    })
    .describe('SUBACK for `#`, and how many messages `#` and `$SYS/broker/version` delivered within a second; payloads are not kept'),
  'mqtt.broker': z.object({ version: z.string() }).describe('$SYS/broker/version, when it may be read'),
};
