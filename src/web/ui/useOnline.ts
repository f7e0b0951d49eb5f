import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => onlineManager.subscribe(listener)

/** Whether the browser has a network; the same source that pauses the polling. */
export const useOnline = () => useSyncExternalStore(subscribe, () => onlineManager.isOnline())
