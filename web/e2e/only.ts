/** The part of an address that filters a list or a board by a part of the name. */
export const only = (name: string) => `?filter=${encodeURIComponent(JSON.stringify({ field: 'name', op: 'contains', value: name }))}`;
