import { useSyncExternalStore } from 'react'
import { chosenTimeZone, onTimeZone } from './timeZone.ts'

/** Every component that shows a time calls this, so that it renders again after a change. */
export const useTimeZone = () => useSyncExternalStore(onTimeZone, chosenTimeZone)
