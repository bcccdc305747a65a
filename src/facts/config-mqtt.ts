import { z } from 'zod';
import { place, said } from './config.js';

/** mosquitto.conf(5), measured on Mosquitto 2.0. */
export const mqttConfigFacts = {
  'mqtt.config': z
    .object({
      listeners: z.array(
        z.object({
          port: z.number(),
          address: z.string().describe('Empty where it listens on every address'),
          protocol: z.string(),
          encrypted: z.boolean(),
          clientCertificates: z.boolean(),
          allowAnonymous: said(z.boolean()).describe('null where it is not set: Mosquitto 2 takes that for no, older ones for yes'),
          logins: z.array(z.object({ kind: z.enum(['password file', 'plugin', 'psk']), place })),
          accessList: place.optional(),
          place,
        }),
      ),
      localOnly: z.boolean().describe('No listener is set: Mosquitto 2 listens on loopback alone and takes everybody'),
      unread: z.array(z.string()).describe('Included files that could not be read'),
    })
    .describe('Listeners of mosquitto.conf with the settings that hold for each'),
};
