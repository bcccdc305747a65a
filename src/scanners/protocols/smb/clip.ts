const MAX_CHARACTERS = 200;

/** A string from the network, no longer than anybody needs. */
export const clip = (text: string): string => (text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text);
