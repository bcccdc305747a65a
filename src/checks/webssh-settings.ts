/** Whether CORS_ORIGINS holds a star: alone, or as one entry of its list, which WebSSH takes for any origin, too. */
export const allowsAnyOrigin = (origins: string | null): boolean => (origins ?? '').split(',').some((origin) => origin.trim() === '*');

/** `True` counts in every release, other spellings only in the second generation. */
export function switchedOn(value: string | null): 'on' | 'on in 2.x' | 'off' {
  if (value === 'True') return 'on';
  return value?.toLowerCase() === 'true' ? 'on in 2.x' : 'off';
}
