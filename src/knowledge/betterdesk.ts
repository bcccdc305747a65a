/** Session secrets that stand in the public repository: web-nodejs/data/.session_secret at commit 8d952e4. */
export const PUBLISHED_SESSION_SECRETS: readonly string[] = ['421b28dc29277ab41fdf19123f25ab127d6e1a07c6d265fc33660fe018c41550'];
