import type { OperatorAction } from '../../../../contract/operator.ts'

type Option = 'reason' | 'issue' | 'all' | 'page'
export type Command = {
  name: OperatorAction | 'list'
  summary: string
  /** The message after success. */
  done: string
  options: readonly Option[]
  more?: string
}

export const commands: readonly Command[] = [
  { name: 'list', summary: 'show the offers that wait for a decision', done: '', options: ['all', 'page'] },
  {
    name: 'approve',
    summary: 'grant the certification or review that an offer waits for',
    done: 'Approved',
    options: ['reason'],
  },
  {
    name: 'reject',
    summary: 'refuse it; the publisher reads what to correct',
    done: 'Rejected',
    options: ['issue', 'reason'],
    more: 'It needs an issue or a reason.',
  },
  { name: 'delist', summary: 'take a live offer out of the marketplace', done: 'Delisted', options: ['reason'] },
  { name: 'relist', summary: 'put a delisted offer back', done: 'Relisted', options: ['reason'] },
  {
    name: 'hold',
    summary: 'let nothing be granted to an offer by default',
    done: 'Held',
    options: ['reason'],
    more: 'Every decision then waits for approve or reject, until release.',
  },
  { name: 'release', summary: 'end a hold', done: 'Released', options: ['reason'] },
  { name: 'cancel', summary: "end an offer's publishing", done: 'Canceled', options: ['reason'] },
]

const explained: Record<Option, readonly [string, string]> = {
  reason: ['--reason <text>', 'why: it stands in the history of the offer'],
  issue: ['--issue "<title>=<address>"', 'one point to correct and its http(s) address; may be repeated'],
  all: ['--all', 'every offer of every publisher, not only those that wait'],
  page: ['--page <number>', 'from 1; 50 offers a page'],
}

const wordsOf = ({ name }: Command) => (name === 'list' ? name : `${name} <publisher ID> <offer ID>`)
const table = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([left, right]) => `  ${left.padEnd(36)}${right}`).join('\n')

export const helpOfAll = `What an operator of the marketplace does, by asking the service that runs.

Usage: npm run marketplace -- <command> [options]

${table(commands.map((command) => [wordsOf(command), command.summary]))}

  check                               sign in to Partner Center and list what is there; changes nothing

Options of a command: npm run marketplace -- <command> --help
The service is found by HOST and PORT, the operator's token in DATA_DIR, as npm start reads them.`

export const helpOf = (command: Command) =>
  [
    `Usage: npm run marketplace -- ${wordsOf(command)} [options]`,
    `${command.name}: ${command.summary}.${command.more ? ` ${command.more}` : ''}`,
    `Options:\n${table(command.options.map((option) => explained[option]))}`,
  ].join('\n\n')
