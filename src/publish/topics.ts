/** What is kept under a topic; an empty payload takes it away. */
export interface Message {
  readonly topic: string;
  readonly payload: string;
}

export type Component = 'binary_sensor' | 'sensor';

/** Where a device's state and availability stand. */
export const topicsOf = (id: string) => ({ state: `porosity/${id}/state`, availability: `porosity/${id}/availability` });

/** Where Home Assistant looks for entities: https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery */
export const configTopic = (component: Component, id: string, object: string) =>
  `homeassistant/${component}/porosity_${id}/${object}/config`;

/** What to subscribe to for every topic that porosity may have left behind. */
export const OUR_FILTERS = ['homeassistant/+/+/+/config', 'porosity/+/+'] as const;
export const AVAILABILITY_FILTER = 'porosity/+/availability';

/** The device that one of our topics is about; undefined for everybody else's. */
export function deviceOfTopic(topic: string): string | undefined {
  const [, config, own] =
    /^(?:homeassistant\/(?:binary_sensor|sensor)\/porosity_(\w+)\/\w+\/config|porosity\/(\w+)\/(?:state|availability))$/.exec(topic) ?? [];
  return config ?? own;
}
