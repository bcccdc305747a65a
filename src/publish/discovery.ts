import type { ReportedTarget, Severity, Tool } from '../model.js';
import { printable } from '../reports/printable.js';
import { type Component, configTopic, type Message, topicsOf } from './topics.js';

interface Entity {
  readonly component: Component;
  readonly object: string;
  readonly name: string;
  /** Keys of https://www.home-assistant.io/integrations/mqtt/ and of the component's own page. */
  readonly config: Readonly<Record<string, unknown>>;
}

const value = (key: string) => `{{ value_json.${key} }}`;

const bySeverity = (severity: Severity, more: Readonly<Record<string, unknown>> = {}): Entity => ({
  component: 'sensor',
  object: severity,
  name: `${severity[0]!.toUpperCase()}${severity.slice(1)} findings`,
  config: { value_template: value(severity), state_class: 'measurement', icon: 'mdi:shield-alert-outline', ...more },
});

const ENTITIES: readonly Entity[] = [
  {
    component: 'binary_sensor',
    object: 'problem',
    name: 'Exposure',
    config: { device_class: 'problem', value_template: value('problem') },
  },
  bySeverity('critical'),
  bySeverity('high'),
  bySeverity('medium'),
  bySeverity('low'),
  bySeverity('info', { enabled_by_default: false }),
  {
    component: 'sensor',
    object: 'open_ports',
    name: 'Open ports',
    config: {
      value_template: value('open_ports'),
      state_class: 'measurement',
      icon: 'mdi:lan-connect',
      json_attributes_template: '{{ {"ports": value_json.ports} | tojson }}',
    },
  },
  {
    component: 'sensor',
    object: 'last_audit',
    name: 'Last audit',
    config: { value_template: value('last_audit'), device_class: 'timestamp', entity_category: 'diagnostic' },
  },
  {
    component: 'sensor',
    object: 'worst_finding',
    name: 'Worst finding',
    config: {
      value_template: value('worst'),
      icon: 'mdi:shield-bug-outline',
      json_attributes_template: '{{ value_json.worst_finding | tojson }}',
    },
  },
];

/** The messages that make Home Assistant know the entities of a target. */
export function discoveryOf(target: ReportedTarget, id: string, tool: Tool): readonly Message[] {
  const { state, availability } = topicsOf(id);
  const macs = target.identities
    .filter((identity) => identity.startsWith('mac:'))
    .map((identity) => ['mac', identity.slice('mac:'.length)]);
  const device = {
    identifiers: [`porosity_${id}`],
    name: printable(target.name),
    manufacturer: 'porosity',
    model: 'Network exposure',
    sw_version: tool.version,
    ...(macs.length > 0 ? { connections: macs } : {}),
  };
  return ENTITIES.map(({ component, object, name, config }) => ({
    topic: configTopic(component, id, object),
    payload: JSON.stringify({
      name,
      unique_id: `porosity_${id}_${object}`,
      state_topic: state,
      availability_topic: availability,
      ...('json_attributes_template' in config ? { json_attributes_topic: state } : {}),
      ...config,
      qos: 1,
      device,
      origin: { name: 'porosity', sw_version: tool.version },
    }),
  }));
}
