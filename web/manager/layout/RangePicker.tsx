import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { defaultRange, nameInAddress, offeredRanges, type Range } from '../state/range.ts';
import { localIso } from '../words/local-iso.ts';

type Props = { readonly range: Range; readonly onChange: (range: Range) => void };

const options = offeredRanges.map(({ range, name }) => ({ id: nameInAddress(range), text: name }));

/** One of the usual ranges up to now, or any other. */
export function RangePicker({ range, onChange }: Props) {
  const pick = (id: string) =>
    onChange(offeredRanges.find((offered) => nameInAddress(offered.range) === id)?.range ?? defaultRange);
  return (
    <div className="range-picker">
      <SegmentedControl
        label="Time range"
        options={options}
        selectedId={nameInAddress(range)}
        onChange={({ detail }) => pick(detail.selectedId)}
      />
      <DateRangePicker
        value={
          range.kind === 'fixed'
            ? { type: 'absolute', startDate: localIso(range.from), endDate: localIso(range.to) }
            : null
        }
        absoluteFormat="slashed"
        hideTimeOffset
        relativeOptions={[]}
        rangeSelectorMode="absolute-only"
        isValidRange={check}
        placeholder="From … to …"
        ariaLabel="Other time range"
        showClearButton={false}
        onChange={({ detail }) => {
          const next = detail.value && readRange(detail.value);
          if (next) onChange(next);
        }}
      />
    </div>
  );
}

function readRange(value: DateRangePickerProps.Value): Range | undefined {
  if (value.type !== 'absolute') return undefined;
  const [from, to] = [new Date(value.startDate), new Date(value.endDate)];
  return { kind: 'fixed', from: from.toISOString(), to: to.toISOString() };
}

function check(value: DateRangePickerProps.Value | null): DateRangePickerProps.ValidationResult {
  const bad = (errorMessage: string) => ({ valid: false as const, errorMessage });
  if (value?.type !== 'absolute') return bad('Choose a first and a last day.');
  const millis = Date.parse(value.endDate) - Date.parse(value.startDate);
  if (!(millis > 0)) return bad('The end must come after the beginning.');
  return millis <= 400 * 86_400_000 ? { valid: true } : bad('At most 400 days at once.');
}
