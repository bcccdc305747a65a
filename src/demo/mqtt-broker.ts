import net from 'node:net';
import { ByteReader } from '../scanners/byte-reader.js';
import * as mqtt from '../scanners/wire/mqtt.js';

const NOTHING = Buffer.alloc(0);
const ACCEPTED = Buffer.from([0, 0]);
/** MQTT 3.1.1 section 3.2.2.3: unacceptable protocol version. */
const WRONG_VERSION = Buffer.from([0, 1]);

/** What a house of 2018 keeps on its bus; invented. */
const RETAINED: Readonly<Record<string, string>> = {
  '$SYS/broker/version': 'mosquitto version 1.4.12',
  'home/livingroom/temperature': '21.5',
  'home/door/state': 'closed',
  'home/alarm/state': 'disarmed',
};

/** A broker for the demo: as Mosquitto 1.4.12, it knows MQTT 3.1 and 3.1.1, lets everybody in and forgets what is published. */
export function createMqttBroker(): net.Server {
  return net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    serve(socket).catch(() => socket.destroy());
  });
}

async function serve(socket: net.Socket): Promise<void> {
  const reader = new ByteReader(socket);
  const { level } = mqtt.decodeConnect(await mqtt.readPacket(reader, (type) => type === mqtt.CONNECT));
  const spoken = level === 3 || level === 4;
  socket.write(mqtt.encodePacket(mqtt.CONNACK, 0, spoken ? ACCEPTED : WRONG_VERSION));
  for (let open = spoken; open;) {
    const packet = await mqtt.readPacket(reader);
    if (packet.type === mqtt.SUBSCRIBE) answerSubscribe(socket, packet);
    else if (packet.type === mqtt.PINGREQ) socket.write(mqtt.encodePacket(mqtt.PINGRESP, 0, NOTHING));
    else open = packet.type !== mqtt.DISCONNECT;
  }
  socket.end();
}

function answerSubscribe(socket: net.Socket, packet: mqtt.Packet): void {
  const { packetId, filters } = mqtt.decodeSubscribe(packet);
  socket.write(mqtt.encodePacket(mqtt.SUBACK, 0, Buffer.from([packetId >> 8, packetId & 0xff]), Buffer.alloc(filters.length)));
  for (const [topic, payload] of Object.entries(RETAINED)) {
    if (filters.some((filter) => matches(filter, topic))) socket.write(mqtt.encodePublish(topic, payload, { retain: true }));
  }
}

/** Exact names and `#`, which leaves out topics with `$` (MQTT 3.1.1 section 4.7.2). */
const matches = (filter: string, topic: string): boolean => filter === topic || (filter === '#' && !topic.startsWith('$'));
