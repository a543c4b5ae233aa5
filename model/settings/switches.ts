/** Of a parameter that lets something in, or does not. */
export const switches = ['on', 'off'] as const;
