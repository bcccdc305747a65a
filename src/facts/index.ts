import { beszelAgentFacts } from './beszel-agent.js';
import { beszelHubFacts } from './beszel-hub.js';
import { containersshConfigFacts } from './config-containerssh.js';
import { containersshFacts } from './containerssh.js';
import { betterdeskFacts } from './betterdesk.js';
import { betterdeskConsoleFacts } from './betterdesk-console.js';
import { beszelConfigFacts } from './config-beszel.js';
import { betterdeskConfigFacts, betterdeskConsoleConfigFacts } from './config-betterdesk.js';
import { homeAssistantConfigFacts } from './config-home-assistant.js';
import { homeAssistantFacts } from './home-assistant.js';
import { homeAssistantObserverFacts } from './home-assistant-observer.js';
import { mqttConfigFacts } from './config-mqtt.js';
import { rustdeskConfigFacts } from './config-rustdesk.js';
import { smbConfigFacts } from './config-smb.js';
import { sshConfigFacts } from './config-ssh.js';
import { tlsConfigFacts } from './config-tls.js';
import { websshConfigFacts } from './config-webssh.js';
import { hostFacts } from './host.js';
import { httpFacts } from './http.js';
import { mqttFacts } from './mqtt.js';
import { neighbourFacts } from './neighbour.js';
import { rustdeskFacts } from './rustdesk.js';
import { smbFacts } from './smb.js';
import { sshFacts } from './ssh.js';
import { tlsFacts } from './tls.js';
import { webTerminalFacts } from './web-terminal.js';
import { websshFacts } from './webssh.js';

/**
 * The data dictionary: every fact a scanner can learn, by name, as a zod schema. The schemas give the types (`Facts`
 * in `model.ts`), the JSON Schema of a survey, and the guard against surveys that strangers hand us.
 * Only `schema.ts` loads this file at run time; everyone else imports types.
 */
export const factSchemas = {
  ...hostFacts,
  ...sshFacts,
  ...httpFacts,
  ...tlsFacts,
  ...mqttFacts,
  ...smbFacts,
  ...rustdeskFacts,
  ...betterdeskFacts,
  ...betterdeskConsoleFacts,
  ...betterdeskConfigFacts,
  ...betterdeskConsoleConfigFacts,
  ...rustdeskConfigFacts,
  ...neighbourFacts,
  ...webTerminalFacts,
  ...websshFacts,
  ...containersshFacts,
  ...containersshConfigFacts,
  ...homeAssistantConfigFacts,
  ...mqttConfigFacts,
  ...smbConfigFacts,
  ...sshConfigFacts,
  ...websshConfigFacts,
  ...tlsConfigFacts,
  ...homeAssistantFacts,
  ...homeAssistantObserverFacts,
  ...beszelHubFacts,
  ...beszelAgentFacts,
  ...beszelConfigFacts,
};
