import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { use, useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fullTime, shortTime } from '../i18n/format.ts'
import { useTimeZone } from '../i18n/useTimeZone.ts'
import { TimeIsTabStop } from '../ui/table/inRow.ts'
import { useAge } from './useAge.ts'

const useStyles = makeStyles({
  button: {
    // As high as a finger needs, without moving its line.
    paddingBlock: '2px',
    marginBlock: '-2px',
    paddingInline: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontVariantNumeric: 'inherit',
    minHeight: '24px',
    minWidth: '24px',
    textAlign: 'start',
    userSelect: 'text',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline', textDecorationStyle: 'dotted' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  exact: {
    inset: 'auto',
    margin: '4px',
    positionArea: 'block-end span-inline-end',
    positionTryFallbacks: 'flip-inline, flip-block, flip-block flip-inline',
    maxWidth: '300px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase300,
  },
  age: { display: 'block', color: tokens.colorNeutralForeground2 },
})

type Props = { time: string; className?: string | undefined }

/** A time in the reader's language and zone. */
export function ShortTime({ time }: Pick<Props, 'time'>) {
  const { i18n } = useTranslation()
  useTimeZone()
  return (
    <time dateTime={time} title={fullTime(time, i18n.language)}>
      {shortTime(time, i18n.language)}
    </time>
  )
}

/** The same; pressed, it shows the exact time with its zone, and how long ago it was. */
export function Moment({ time, className }: Props) {
  const styles = useStyles()
  const { i18n } = useTranslation()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  // The format of exact times is the slowest to make, so titles come after the first drawing.
  const hasTitle = useDeferredValue(true, false)
  useTimeZone()
  return (
    <>
      <button
        className={mergeClasses(styles.button, className)}
        popoverTarget={id}
        tabIndex={use(TimeIsTabStop) ? undefined : -1}
        title={hasTitle ? fullTime(time, i18n.language) : undefined}
        type="button"
      >
        <time dateTime={time}>{shortTime(time, i18n.language)}</time>
      </button>
      <span
        className={styles.exact}
        id={id}
        onToggle={({ newState }) => setOpen(newState === 'open')}
        popover="auto"
        role={isOpen ? 'status' : undefined}
      >
        {isOpen && <Exact time={time} />}
      </span>
    </>
  )
}

function Exact({ time }: Props) {
  const styles = useStyles()
  const { i18n } = useTranslation()
  useTimeZone()
  return (
    <>
      {fullTime(time, i18n.language)}
      <span className={styles.age}>{useAge(time)}</span>
    </>
  )
}
