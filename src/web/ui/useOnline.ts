import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => onlineManager.subscribe(listener)

/** Whether the browser is online, from the same source that pauses polling. */
export const useOnline = () => useSyncExternalStore(subscribe, () => onlineManager.isOnline())
