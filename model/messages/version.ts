/** The newest version of the messages that a page sends. The one before stays accepted: tabs stay open for days. */
export const messageVersion = 1;
