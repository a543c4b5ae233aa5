/**
 * The header of an answer of which some of the data was not looked at: it could not be reached, or not in time. A page of
 * panels says so of each panel instead.
 */
export const partialDataHeader = 'x-partial-data';
