import { createContext, useContext } from 'react';
import { type SplitNames, splitNames } from '../../../dashboards/split-names.ts';

const Names = createContext(splitNames);

export const SplitNamesProvider = Names.Provider;

/** How people call what is split and narrowed by: the levels of the hierarchy as their own instance does. */
export function useSplitNames(): SplitNames {
  return useContext(Names);
}
