/** Some eight thousand waivers. */
export const MAX_POLICY_BYTES = 1024 * 1024;
