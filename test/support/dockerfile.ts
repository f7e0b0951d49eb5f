import { readFileSync } from 'node:fs'

type Instruction = { name: string; text: string }

/** The instructions of the last stage of a Dockerfile: what the image is made of. */
export function lastStageOf(file: string) {
  const lines = readFileSync(file, 'utf8')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
  const all = lines.flatMap((line): Instruction[] => {
    const [, name, text] = /^([A-Z]+) (.*)$/.exec(line) ?? []
    return name && text ? [{ name, text }] : []
  })
  const stage = all.slice(all.findLastIndex(({ name }) => name === 'FROM'))
  const texts = (name: string) => stage.filter((one) => one.name === name).map(({ text }) => text)
  const command = (text: string): string[] => JSON.parse(text.slice(text.indexOf('[')))
  return {
    environment: Object.fromEntries(
      texts('ENV').flatMap((text) => text.split(' ').map((pair) => pair.split('=') as [string, string])),
    ),
    /** From a path of the repository to one of the image. */
    copies: texts('COPY').map((text) => {
      const [from = '', to = ''] = text.replace(/^--from=\w+ \/app\//, '').split(' ')
      return { from, to }
    }),
    user: texts('USER').at(-1),
    command: command(texts('CMD').at(-1) ?? '[]'),
    health: command(texts('HEALTHCHECK').at(-1) ?? '[]'),
  }
}
