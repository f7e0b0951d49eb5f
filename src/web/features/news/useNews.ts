import { useQuery } from '@tanstack/react-query'
import { newsQuery } from '../../api/news.ts'
import { withoutPolling } from '../../api/polled.ts'

/** What is new, as `NewsCenter` polls it. */
export const useNews = () => useQuery({ ...newsQuery(false), ...withoutPolling }).data
