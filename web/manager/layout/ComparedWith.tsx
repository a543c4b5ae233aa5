import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

type Props = { readonly period: { readonly from: string; readonly to: string } };

/** What figures of the period before are of: the same days and hours, whole weeks earlier. */
export function ComparedWith({ period: { from, to } }: Props) {
  return <>Compared with the same days and hours before: {time.stretch(from, to)}.</>;
}
