/** The same in every format; see the exit codes in README.md. */
export const EXIT = {
  fine: 0,
  /** The gate is closed. */
  closed: 1,
  /** A bad flag, target, policy or file. */
  usage: 2,
  /** Something could not be looked at. */
  incomplete: 3,
  /** A bug of porosity. */
  defect: 4,
  /** 128 + SIGINT (2), 128 + SIGTERM (15). */
  interrupted: 130,
  terminated: 143,
} as const;
