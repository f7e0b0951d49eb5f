declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    workers: number
    duration: number
    headers: Record<string, string>
  }
  /** `statusCodeStats`: the number of answers per status. */
  type Result = { requests: { average: number }; statusCodeStats: Record<string, { count: number }> }
  export default function autocannon(options: Options): Promise<Result>
}
