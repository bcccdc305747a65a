/** Called once per opened slot unless it was closed before. 0: connected; otherwise a negative errno, as libuv counts. */
export type OnResult = (slot: number, status: number) => void;

/** Opens TCP connections and hangs up; two implementations that behave alike (`raw-connector`, `net-connector`). */
export interface Connector {
  /** Starts to connect. A status other than 0 is an immediate end: nothing more comes for this slot. */
  open(slot: number, address: string, port: number): number;
  /** Hangs up, or gives up waiting. Never reports the slot afterwards. */
  close(slot: number): void;
}

export type CreateConnector = (onResult: OnResult) => Connector;
